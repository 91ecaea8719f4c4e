import { type Files, readText } from '../files.ts';
import type { Place } from '../place.ts';
import { environmentFilePath, readAssignments } from './check.ts';
import { parseEnvironmentFile } from './environmentFile.ts';
import { globFiles } from './glob.ts';
import { type ParsedDirective, placeInValue } from './parse.ts';
import { expandSpecifiers, type SpecifierContext } from './specifiers.ts';
import { type Environment, isVariableName, isVariableValue, type Variable } from './variables.ts';
import type { SystemdVersion } from './version.table.ts';
import { splitRelaxed } from './words.ts';

/** The environment of a start. */
export interface EnvironmentReading {
  readonly environment: Environment;
  /** What systemd says of assignments in environment files that are none. */
  readonly ignored: readonly { readonly text: string; readonly about: Place }[];
  /** The `EnvironmentFile=` line whose file is not there and had to be; then nothing starts. */
  readonly missing: Place | null;
}

/** What systemd itself puts into the environment of a system service. */
const BASE: readonly (readonly [string, string])[] = [
  ['LANG', 'C.UTF-8'],
  ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin'],
];

/**
 * Gathers `Environment=` and then `EnvironmentFile=`, whatever their order in the unit: a file beats the unit, a later
 * file an earlier one. Models exec_context_load_environment and exec_spawn, src/core/execute.c, v252.
 */
export function environmentOf(
  directives: readonly ParsedDirective[],
  context: SpecifierContext,
  files: Files,
  systemd: SystemdVersion,
): EnvironmentReading {
  const environment = new Map<string, Variable>(BASE.map(([name, value]) => [name, { value, at: null }]));
  for (const [name, variable] of unitVariables(directives, context)) environment.set(name, variable);
  const ignored: { text: string; about: Place }[] = [];
  for (const { path, optional, directive } of environmentFiles(directives, context)) {
    const found = globFiles(files, path);
    if (found.length === 0 && !optional) return { environment, ignored, missing: directive.at };
    for (const file of found) {
      for (const entry of parseEnvironmentFile(readText(files, file) ?? '', systemd).entries) {
        const at: Place = { file, line: entry.line, column: entry.column };
        if (isVariableName(entry.name) && isVariableValue(entry.value))
          environment.set(entry.name, { value: entry.value, at });
        else
          ignored.push({
            text: `Ignoring invalid environment assignment '${entry.name}=${entry.value}': ${file}`,
            about: at,
          });
      }
    }
  }
  const unset = unsetWords(directives, context);
  for (const [name, { value }] of [...environment]) {
    if (unset.includes(name) || unset.includes(`${name}=${value}`)) environment.delete(name);
  }
  return { environment, ignored, missing: null };
}

/** The variables that `Environment=` sets, after resets. */
export function unitVariables(
  directives: readonly ParsedDirective[],
  context: SpecifierContext,
): ReadonlyMap<string, Variable> {
  return new Map(unitAssignments(directives, context).map(({ name, value, at }) => [name, { value, at }]));
}

/** What gives a variable its value, and where. */
export interface SetVariable {
  readonly name: string;
  readonly value: string;
  readonly at: Place;
}

/** Each assignment of `Environment=` after resets, in order: of the same name the last one counts. */
export function unitAssignments(
  directives: readonly ParsedDirective[],
  context: SpecifierContext,
): readonly SetVariable[] {
  let all: readonly SetVariable[] = [];
  for (const directive of serviceDirectives(directives, 'Environment')) {
    if (directive.value === '') all = [];
    const { assignments } = readAssignments(directive, context);
    all = [
      ...all,
      ...assignments.map(({ name, value, offset }) => ({ name, value, at: placeInValue(directive, offset) })),
    ];
  }
  return all;
}

/** The environment files that the unit names, after resets, in order. */
export function environmentFiles(
  directives: readonly ParsedDirective[],
  context: SpecifierContext,
): readonly { readonly path: string; readonly optional: boolean; readonly directive: ParsedDirective }[] {
  let named: { path: string; optional: boolean; directive: ParsedDirective }[] = [];
  for (const directive of serviceDirectives(directives, 'EnvironmentFile')) {
    const file = environmentFilePath(directive.value, context);
    if (directive.value === '') named = [];
    else if (file !== null) named = [...named, { ...file, directive }];
  }
  return named;
}

/** The words of `UnsetEnvironment=`: a name, or `NAME=value` which takes only that value away. */
function unsetWords(directives: readonly ParsedDirective[], context: SpecifierContext): readonly string[] {
  let words: readonly string[] = [];
  for (const { value } of serviceDirectives(directives, 'UnsetEnvironment'))
    words =
      value === '' ? [] : [...words, ...splitRelaxed(value).map((word) => expandSpecifiers(word.text, context) ?? '')];
  return words;
}

function serviceDirectives(directives: readonly ParsedDirective[], key: string): readonly ParsedDirective[] {
  return directives.filter((directive) => directive.section === 'Service' && directive.key === key);
}
