import { type Files, readText } from '../files.ts';
import type { Place } from '../place.ts';
import type { LoadedUnit } from '../unit.ts';
import { assemble, hostnameIn } from './assemble.ts';
import { environmentFiles, type SetVariable, unitAssignments } from './environment.ts';
import { parseEnvironmentFile } from './environmentFile.ts';
import { globFiles } from './glob.ts';
import { variablesInUse } from './unused.ts';
import { NODE_SYSTEMD } from './version.table.ts';

/** A value that a unit or an environment file gives to a variable, and another one that counts instead. */
export interface BeatenVariable extends SetVariable {
  readonly by: Place;
  /** What counts is a line of an environment file, not an `Environment=` of the unit. */
  readonly byFile: boolean;
}

/**
 * The values of variables in use that do not reach `ExecStart=`: a file of `EnvironmentFile=` beats every `Environment=`, whatever their
 * order and even with an empty value; among equals the later one counts. Models exec_context_load_environment and exec_spawn,
 * src/core/execute.c, v252.
 */
export function beatenVariables(unit: LoadedUnit, files: Files): readonly BeatenVariable[] {
  const hostname = hostnameIn(files);
  const { directives } = assemble(unit, hostname);
  const context = { unit: unit.name, hostname, fragment: unit.fragment };
  const unitOnes = unitAssignments(directives, context);
  const all: readonly SetVariable[] = [
    ...unitOnes,
    ...environmentFiles(directives, context).flatMap(({ path }) =>
      globFiles(files, path).flatMap((file) => assignmentsIn(file, files)),
    ),
  ];
  const last = new Map(all.map((one) => [one.name, one]));
  const used = variablesInUse(directives, context);
  return all.flatMap((one) => {
    const winner = last.get(one.name);
    const lost = winner !== undefined && winner !== one && winner.value !== one.value && used.has(one.name);
    return lost && one.value.trim() !== '' ? [{ ...one, by: winner.at, byFile: !unitOnes.includes(winner) }] : [];
  });
}

function assignmentsIn(file: string, files: Files): readonly SetVariable[] {
  return parseEnvironmentFile(readText(files, file) ?? '', NODE_SYSTEMD).entries.map(
    ({ name, value, line, column }) => ({ name, value, at: { file, line, column } }),
  );
}
