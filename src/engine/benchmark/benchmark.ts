import { type Audited, auditOf, configCommand, configText } from './audit.ts';
import { compare } from './compare.ts';
import { findFlag, findPath } from './find.ts';
import { fileOf, type Machine } from './machine.ts';
import type { Check, Group, Profile, TestItem } from './profile.ts';

export type State = 'PASS' | 'FAIL' | 'WARN';

/** What came of one check. */
export interface Result {
  readonly group: Group;
  readonly check: Check;
  readonly state: State;
  /** What the audit, or else the config file, had. */
  readonly actual: string;
  readonly expected: string;
  /** Why the audit itself failed; empty when it ran. */
  readonly reason: string;
  readonly command: string;
  readonly configCommand: string;
  readonly remedy: string;
  /** Errors that were printed while the tests ran. */
  readonly errors: readonly string[];
}

/**
 * Judges a node by a profile as kube-bench does, its mistakes included: flags of the running process first, then a
 * config file on disk that need not be the kubelet's. Models kube-bench 0.15.6, check/check.go.
 */
export function benchmark(machine: Machine, profile: Profile): readonly Result[] {
  return profile.groups.flatMap((group) => group.checks.map((check) => resultOf(check, group, machine)));
}

/** One check of a profile, null when it has none of that number. */
export function benchmarkOf(machine: Machine, profile: Profile, id: string): Result | null {
  for (const group of profile.groups) {
    const check = group.checks.find((each) => each.id === id);
    if (check !== undefined) return resultOf(check, group, machine);
  }
  return null;
}

function resultOf(check: Check, group: Group, machine: Machine): Result {
  const audited = auditOf(check, machine);
  const config = check.readsConfig ? (configText(machine) ?? '') : '';
  const tested = audited.error === null ? check.tests.map((item) => test(item, audited, config)) : [];
  const holds =
    audited.error === null && (check.any ? tested.some((one) => one.holds) : tested.every((one) => one.holds));
  return {
    group,
    check,
    state: holds ? 'PASS' : check.scored ? 'FAIL' : 'WARN',
    actual: tested[0]?.actual ?? '',
    expected: tested.map(({ expected }) => expected).join(check.any ? ' OR ' : ' AND '),
    reason: audited.error ?? '',
    command: audited.command,
    configCommand: check.readsConfig ? configCommand(machine) : '',
    remedy: check.remedy.map((line) => named(line, machine)).join('\n'),
    errors: tested.flatMap(({ error }) => (error === null ? [] : [error])),
  };
}

interface Tested {
  readonly holds: boolean;
  readonly actual: string;
  readonly expected: string;
  readonly error: string | null;
}

function test(item: TestItem, { output }: Audited, config: string): Tested {
  const flag = findFlag(output, item.flag);
  if (flag !== null || item.path === undefined || config === '') {
    return judged(item, flag, item.flag, output);
  }
  const isList = item.isList ?? false;
  const name = isList ? `{range .${item.path}[:]}{}{','}{end}` : `{.${item.path}}`;
  const found = findPath(config.replace(/[ \n]+$/, ''), item.path, isList);
  if (!found.ok) return { holds: false, actual: trimmed(config), expected: '', error: found.error };
  return judged(item, found.value, name, config);
}

function judged(item: TestItem, value: string | null, name: string, from: string): Tested {
  const actual = trimmed(from);
  if (item.set === false) {
    return { holds: value === null, actual, expected: `'${name}' is not present`, error: null };
  }
  if (value === null || item.compare === undefined) {
    return { holds: value !== null, actual, expected: `'${name}' is present`, error: null };
  }
  return { ...compare(item.compare.op, value, item.compare.value, name), actual, error: null };
}

function trimmed(text: string): string {
  return text.replace(/[ \n]+$/, '');
}

function named(line: string, { files }: Machine): string {
  return line
    .replace('$service', fileOf(files, 'service'))
    .replace('$config', fileOf(files, 'config'))
    .replace('$kubeconfig', fileOf(files, 'kubeconfig'))
    .replace('$proxyKubeconfig', fileOf(files, 'proxyKubeconfig'));
}
