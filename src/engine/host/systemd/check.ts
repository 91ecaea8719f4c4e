import type { Place } from '../place.ts';
import { kindOf } from './directives.ts';
import { parseExec, simplifyPath } from './exec.ts';
import type { ParsedDirective } from './parse.ts';
import type { UnitProblem } from './problem.ts';
import { expandSpecifiers, type SpecifierContext } from './specifiers.ts';
import { parseTimeSpan } from './timeSpan.ts';
import { isVariableName, isVariableValue } from './variables.ts';
import { nextWord } from './words.ts';

/** Restart policies, as `Restart=` takes them. */
export const RESTART_POLICIES = [
  'no',
  'on-success',
  'on-failure',
  'on-abnormal',
  'on-watchdog',
  'on-abort',
  'always',
] as const;
export type RestartPolicy = (typeof RESTART_POLICIES)[number];

/** Service types of 252, and `notify-reload` of 253. */
export const SERVICE_TYPES = [
  'simple',
  'exec',
  'forking',
  'oneshot',
  'dbus',
  'notify',
  'notify-reload',
  'idle',
] as const;
export type ServiceType = (typeof SERVICE_TYPES)[number];

/** What systemd says of an assignment it knows, and whether it gives the file up there. */
export interface Judgement {
  readonly problems: readonly UnitProblem[];
  readonly fatal: boolean;
}

const FINE: Judgement = { problems: [], fatal: false };

/** Judges the value of a known assignment as systemd does while loading. Models src/core/load-fragment.c, v252. */
export function judge(directive: ParsedDirective, context: SpecifierContext): Judgement {
  const { value, key } = directive;
  switch (kindOf(directive.section, key)) {
    case 'command': {
      const { problems, fatal } = parseExec(directive, context);
      return { problems, fatal };
    }
    case 'seconds':
      return parseTimeSpan(value) === null ? warn(directive, `${spanComplaint(key)}, ignoring: ${value}`) : FINE;
    case 'unsigned':
      return parseUnsigned(value) === null
        ? warn(directive, `Failed to parse unsigned value, ignoring: ${value}`)
        : FINE;
    case 'boolean':
      return parseBoolean(value) === null ? warn(directive, `Failed to parse boolean value, ignoring: ${value}`) : FINE;
    case 'restart':
      return isRestartPolicy(value)
        ? FINE
        : warn(directive, `Failed to parse service restart specifier, ignoring: ${value}`);
    case 'type':
      return isServiceType(value) ? FINE : warn(directive, `Failed to parse service type, ignoring: ${value}`);
    case 'environment':
      return { problems: readAssignments(directive, context).problems, fatal: false };
    case 'environment-file':
      return judgeEnvironmentFile(directive, context);
    case 'text':
      return expandSpecifiers(value, context) === null
        ? warn(directive, `Failed to resolve unit specifiers in '${value}', ignoring: Invalid slot`)
        : FINE;
    default:
      if (key === 'User' || key === 'Group') return judgeAccount(directive, context);
      return key === 'WorkingDirectory' ? judgeWorkingDirectory(directive, context) : FINE;
  }
}

function spanComplaint(key: string): string {
  if (key === 'TimeoutSec' || key === 'TimeoutStartSec') return `Failed to parse ${key}= parameter`;
  return key === 'TimeoutStopSec' ? 'Failed to parse time value' : 'Failed to parse sec value';
}

/** Whether a text is a restart policy. */
export function isRestartPolicy(text: string): text is RestartPolicy {
  return (RESTART_POLICIES as readonly string[]).includes(text);
}

/** Whether a text is a service type. */
export function isServiceType(text: string): text is ServiceType {
  return (SERVICE_TYPES as readonly string[]).includes(text);
}

/** systemd's booleans, case ignored; null for anything else. */
export function parseBoolean(text: string): boolean | null {
  const lower = text.toLowerCase();
  if (['1', 'yes', 'y', 'true', 't', 'on'].includes(lower)) return true;
  return ['0', 'no', 'n', 'false', 'f', 'off'].includes(lower) ? false : null;
}

/** A 32-bit count: decimal, or C's `0x…`, `0b…`, `0o…` and octal; null for anything else. */
export function parseUnsigned(text: string): number | null {
  const trimmed = text.trimStart();
  const octal = /^\+?0[0-7]+$/.test(trimmed);
  if (!octal && !/^\+?(0|[1-9]\d*|0x[0-9a-f]+|0b[01]+|0o[0-7]+)$/i.test(trimmed)) return null;
  const number = octal ? Number.parseInt(trimmed, 8) : Number(trimmed.replace('+', ''));
  return Number.isNaN(number) || number > 0xffff_ffff ? null : number;
}

/** One `NAME=value` of an `Environment=` line; `offset` is where its word starts in the directive's value. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
  readonly offset: number;
}

/** The assignments of an `Environment=` line. Those before a broken quote count. */
export function readAssignments(
  directive: ParsedDirective,
  context: SpecifierContext,
): { readonly assignments: readonly Assignment[]; readonly problems: readonly UnitProblem[] } {
  const assignments: Assignment[] = [];
  const problems: UnitProblem[] = [];
  let from = 0;
  for (;;) {
    const word = nextWord(directive.value, from, { escapes: true });
    if (word === null) return { assignments, problems };
    if (word === 'invalid') {
      problems.push(warning(directive, `Invalid syntax, ignoring: ${directive.value}`));
      return { assignments, problems };
    }
    from = word.end;
    const text = expandSpecifiers(word.text, context);
    if (text === null) {
      problems.push(warning(directive, `Failed to resolve specifiers in ${word.text}, ignoring: Invalid slot`));
      continue;
    }
    const equals = text.indexOf('=');
    if (equals > 0 && isVariableName(text.slice(0, equals)) && isVariableValue(text.slice(equals + 1))) {
      assignments.push({ name: text.slice(0, equals), value: text.slice(equals + 1), offset: word.start });
    } else problems.push(warning(directive, `Invalid environment assignment, ignoring: ${text}`));
  }
}

/** The path of an `EnvironmentFile=`, and whether it may be missing; null when systemd does not take it. */
export function environmentFilePath(
  value: string,
  context: SpecifierContext,
): { readonly path: string; readonly optional: boolean } | null {
  const text = expandSpecifiers(value, context);
  if (text === null) return null;
  const optional = text.startsWith('-');
  const path = optional ? text.slice(1) : text;
  return path.startsWith('/') && !path.split('/').includes('..') ? { path: simplifyPath(path), optional } : null;
}

function judgeEnvironmentFile(directive: ParsedDirective, context: SpecifierContext): Judgement {
  const { value } = directive;
  if (value === '' || environmentFilePath(value, context) !== null) return FINE;
  const text = expandSpecifiers(value, context);
  if (text === null) return warn(directive, `Failed to resolve unit specifiers in '${value}', ignoring: Invalid slot`);
  const path = text.startsWith('-') ? text.slice(1) : text;
  const why = path.startsWith('/') ? 'normalized' : 'absolute';
  return warn(directive, `EnvironmentFile= path is not ${why}, ignoring: ${path}`);
}

function judgeWorkingDirectory(directive: ParsedDirective, context: SpecifierContext): Judgement {
  const optional = directive.value.startsWith('-');
  const text = optional ? directive.value.slice(1) : directive.value;
  const path = expandSpecifiers(text, context);
  if (path === null) {
    const what = `Failed to resolve unit specifiers in working directory path '${text}'`;
    const { problems } = warn(directive, `${what}${optional ? ', ignoring' : ''}: Invalid slot`);
    return { problems, fatal: !optional };
  }
  if (text === '' || text === '~' || path.startsWith('/')) return FINE;
  const { problems } = warn(
    directive,
    `WorkingDirectory= path is not absolute${optional ? ', ignoring' : ''}: ${path}`,
  );
  return { problems, fatal: !optional };
}

/** Hardly anything is no name to systemd, but what is stops the unit. Models valid_user_group_name, relaxed. */
function judgeAccount(directive: ParsedDirective, context: SpecifierContext): Judgement {
  const name = expandSpecifiers(directive.value, context);
  if (name === null) {
    const complaint = warning(directive, `Failed to resolve unit specifiers in ${directive.value}: Invalid slot`);
    return { problems: [{ ...complaint, level: 'E' }], fatal: true };
  }
  const number = /^\d+$/.test(name) && Number(name) < 0xffff_ffff && Number(name) !== 0xffff;
  const fine = isVariableValue(name) && !/[:/\t\n]|^-?\d+$|^\.\.?$/.test(name) && name.length <= 256;
  if (name === '' || number || fine) return FINE;
  const complaint = warning(directive, `Invalid user/group name or numeric ID: ${name}`);
  return { problems: [{ ...complaint, level: 'E' }], fatal: true };
}

function warn(directive: ParsedDirective, message: string): Judgement {
  return { problems: [warning(directive, message)], fatal: false };
}

function warning(directive: ParsedDirective, message: string): UnitProblem {
  const at: Place = { file: directive.at.file, line: directive.lastLine };
  return { at, from: directive.at, level: 'W', message };
}
