import { type Files, readText } from '../files.ts';
import type { LoadedUnit } from '../unit.ts';
import { judge } from './check.ts';
import { type ParsedDirective, parseUnitFile } from './parse.ts';
import type { UnitProblem } from './problem.ts';
import type { SpecifierContext } from './specifiers.ts';
import { verifyService } from './verify.ts';

/** What loading came to, as `systemctl show -p LoadState` names it. */
export type LoadState = 'loaded' | 'not-found' | 'masked' | 'bad-setting' | 'error';

/** A unit read from its sources: every assignment that systemd took, and what it said. */
export interface Assembly {
  readonly state: LoadState;
  readonly directives: readonly ParsedDirective[];
  readonly problems: readonly UnitProblem[];
}

type Sources = Pick<LoadedUnit, 'name' | 'fragment' | 'dropIns' | 'sources'>;

const FATAL: UnitProblem = {
  at: null,
  from: null,
  level: 'I',
  message: 'Unit configuration has fatal error, unit will not be started.',
};

/**
 * Reads fragment and drop-ins from the texts that a unit was loaded from, so that a loaded unit stays what it was
 * when the files change. Models unit_load_fragment and unit_load_dropin, src/core, v252.
 */
export function assemble(unit: Sources, hostname: string): Assembly {
  const known = assemblies.get(unit.sources);
  const { name, fragment, dropIns } = unit;
  const holds =
    known?.hostname === hostname && known.name === name && known.fragment === fragment && known.dropIns === dropIns;
  if (holds) return known.assembly;
  const assembly = readUnit(unit, hostname);
  assemblies.set(unit.sources, { hostname, name, fragment, dropIns, assembly });
  return assembly;
}

interface Known extends Omit<Sources, 'sources'> {
  readonly hostname: string;
  readonly assembly: Assembly;
}

/** A start reads the very texts that loading read. */
const assemblies = new WeakMap<Sources['sources'], Known>();

function readUnit(unit: Sources, hostname: string): Assembly {
  if (unit.fragment === null) return { state: 'not-found', directives: [], problems: [] };
  const text = sourceOf(unit, unit.fragment);
  // A link to /dev/null and an empty file are the same to systemd.
  if (text === '') return { state: 'masked', directives: [], problems: [] };
  const context: SpecifierContext = { unit: unit.name, hostname, fragment: unit.fragment };
  const fragment = readFile(text, unit.fragment, context);
  if (fragment.end === 'bad-message') return { state: 'error', ...fragment };
  if (fragment.end === 'fatal')
    return { state: 'bad-setting', directives: fragment.directives, problems: [...fragment.problems, FATAL] };
  // A drop-in that systemd gives up half-way counts up to there.
  const dropIns = unit.dropIns.map((path) => readFile(sourceOf(unit, path), path, context));
  const files = [fragment, ...dropIns];
  const directives = files.flatMap((file) => file.directives);
  const problems = files.flatMap((file) => file.problems);
  const refused = verifyService(directives, context);
  return refused === null
    ? { state: 'loaded', directives, problems }
    : { state: 'bad-setting', directives, problems: [...problems, refused] };
}

/** The host's name as its files give it: systemd's `%H`. */
export function hostnameIn(files: Files): string {
  return readText(files, '/etc/hostname')?.trim() || 'localhost';
}

function sourceOf(unit: Sources, path: string): string {
  return (Object.hasOwn(unit.sources, path) ? unit.sources[path] : undefined) ?? '';
}

interface FileReading {
  readonly directives: readonly ParsedDirective[];
  readonly problems: readonly UnitProblem[];
  readonly end: 'bad-message' | 'fatal' | null;
}

function readFile(text: string, path: string, context: SpecifierContext): FileReading {
  const parsed = parseUnitFile(text, path);
  const directives: ParsedDirective[] = [];
  const problems: UnitProblem[] = [];
  let unread = parsed.problems;
  for (const directive of parsed.directives) {
    problems.push(...unread.filter((problem) => (problem.at?.line ?? 0) < directive.lastLine));
    unread = unread.filter((problem) => (problem.at?.line ?? 0) >= directive.lastLine);
    if (!directive.known) continue;
    const judgement = judge(directive, context);
    problems.push(...judgement.problems);
    if (judgement.fatal) return { directives, problems, end: 'fatal' };
    directives.push(directive);
  }
  return { directives, problems: [...problems, ...unread], end: parsed.stopped };
}
