import type { Files } from '../files.ts';
import type { Place } from '../place.ts';
import type { LoadedUnit } from '../unit.ts';
import { assemble, hostnameIn } from './assemble.ts';
import { environmentOf } from './environment.ts';
import type { ParsedDirective } from './parse.ts';
import type { SpecifierContext } from './specifiers.ts';
import { namesIn } from './variables.ts';
import { commandsOf } from './verify.ts';
import { NODE_SYSTEMD } from './version.table.ts';

/** A variable that a unit or an environment file sets and no `ExecStart=` takes. */
export interface UnusedVariable {
  readonly name: string;
  readonly at: Place;
}

/** Variables that the kubelet itself or Go's runtime reads, so that they count without being in `ExecStart=`. */
const READ_BY_PROGRAM =
  /^(GO[A-Z]+|HOME|PATH|LANG|TZ|NOTIFY_SOCKET|(HTTPS?|NO|http|https|no)_(PROXY|proxy)|SSL_CERT_(FILE|DIR)|KUBE_[A-Z_]+)$/;

/** The variables that `ExecStart=` takes. */
export function variablesInUse(directives: readonly ParsedDirective[], context: SpecifierContext): ReadonlySet<string> {
  return new Set(
    commandsOf(directives, 'ExecStart', context)
      .filter((command) => !command.noEnvironment)
      .flatMap((command) => command.words.flatMap((word) => namesIn(word.text))),
  );
}

/** The variables that reach no command line: a flag put into one of them does nothing. Sorted by file and line. */
export function unusedVariables(unit: LoadedUnit, files: Files): readonly UnusedVariable[] {
  const hostname = hostnameIn(files);
  const { directives } = assemble(unit, hostname);
  const context = { unit: unit.name, hostname, fragment: unit.fragment };
  const used = variablesInUse(directives, context);
  const { environment } = environmentOf(directives, context, files, NODE_SYSTEMD);
  return [...environment]
    .flatMap(([name, { at }]) => (at === null || used.has(name) || READ_BY_PROGRAM.test(name) ? [] : [{ name, at }]))
    .sort((left, right) =>
      left.at.file < right.at.file ? -1 : left.at.file > right.at.file ? 1 : left.at.line - right.at.line,
    );
}
