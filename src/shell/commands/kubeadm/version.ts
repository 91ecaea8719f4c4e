import type { CommandResult } from '../../command.ts';
import type { FlagValues } from '../kubectl/flags/parse.ts';
import type { Machine } from './machine.ts';

/** What the released binary says of itself. */
const FACTS: Readonly<Record<string, string>> = {
  major: '1',
  minor: '36',
  gitVersion: 'v1.36.3',
  gitCommit: '0d2a9b1',
  gitTreeState: 'clean',
  buildDate: '2026-11-01T00:00:00Z',
  goVersion: 'go1.26.8',
  compiler: 'gc',
  platform: 'linux/amd64',
};

/** `kubeadm version`. Models cmd/kubeadm/app/cmd/version.go, v1.36. */
export function version(machine: Machine, flags: FlagValues): CommandResult {
  switch (flags.text('output')) {
    case '':
      machine.print(`kubeadm version: &version.Info{${goFields()}}`);
      return machine.done();
    case 'short':
      machine.print(FACTS.gitVersion ?? '');
      return machine.done();
    case 'json':
      machine.print(JSON.stringify({ clientVersion: FACTS }, null, 2));
      return machine.done();
    case 'yaml': {
      machine.print('clientVersion:');
      for (const [key, value] of Object.entries(FACTS).sort(([left], [right]) => (left < right ? -1 : 1))) {
        const quoted = /^\d+$|^\d{4}-\d\d-\d\dT/.test(value) ? JSON.stringify(value) : value;
        machine.print(`  ${key}: ${quoted}`);
      }
      machine.print('');
      return machine.done();
    }
    default:
      return machine.fail(`invalid output format: ${flags.text('output')}`);
  }
}

function goFields(): string {
  const names: readonly (readonly [string, string])[] = [
    ['Major', FACTS.major ?? ''],
    ['Minor', FACTS.minor ?? ''],
    ['EmulationMajor', ''],
    ['EmulationMinor', ''],
    ['MinCompatibilityMajor', ''],
    ['MinCompatibilityMinor', ''],
    ['GitVersion', FACTS.gitVersion ?? ''],
    ['GitCommit', FACTS.gitCommit ?? ''],
    ['GitTreeState', FACTS.gitTreeState ?? ''],
    ['BuildDate', FACTS.buildDate ?? ''],
    ['GoVersion', FACTS.goVersion ?? ''],
    ['Compiler', FACTS.compiler ?? ''],
    ['Platform', FACTS.platform ?? ''],
  ];
  return names.map(([key, value]) => `${key}:${JSON.stringify(value)}`).join(', ');
}
