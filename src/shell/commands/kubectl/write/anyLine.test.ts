import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTime } from '#engine/time.ts';
import { BASES } from '#engine/world/bases.ts';
import { kubectl } from '../kubectl.ts';

const { world } = BASES['kubeadm-node'](parseTime('2026-11-24T09:00:00Z'));

const COMMANDS = [
  ...['apply', 'create', 'replace', 'delete', 'label', 'annotate', 'patch', 'edit', 'cordon', 'taint', 'run'],
  ...['logs', 'exec', 'attach', 'port-forward', 'auth can-i', 'auth whoami', 'certificate approve'],
  ...['create role', 'create clusterrole', 'create rolebinding', 'create configmap', 'create secret generic'],
  ...['create secret tls', 'create token', 'create namespace', 'create sa'],
];

const WORDS = [
  ...['pod', 'pods/web-node01', 'web-node01', 'node', 'node01', 'cm', 'x', 'a=b', 'a-', 'k=v:NoSchedule', '8080:80'],
  ...['-f', '-', '-n', 'default', '-c', 'nginx', '--', 'id', 'sh', '-o', 'yaml', 'json', 'name', '--all', '-A', '-l'],
  ...['--verb=get', '--resource=nodes/metrics', '--from-literal=a=b', '--from-file=/etc', '--image=nginx', '--force'],
  ...['--dry-run=client', '--dry-run', '--as=bob', '--list', '-p', '{"a":1}', '[]', '--type=json', '-it', '--now'],
  ...['__proto__', 'constructor', '/', '*', '', '--overwrite', '--role=r', '--user=u', '--duration=1h', '-R', '/etc'],
];

test('no line of changes, rights and streams throws, and a refusal changes nothing', () => {
  const line = fc.tuple(
    fc.constantFrom(...COMMANDS),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }),
    fc.string(),
  );
  fc.assert(
    fc.property(line, ([command, words, stdin]) => {
      const result = kubectl.run([...command.split(' '), ...words], {
        world,
        node: 'node01',
        workingDirectory: '/root',
        environment: { HOME: '/root', KUBE_EDITOR: 'cp /dev/stdin' },
        stdin,
        terminal: { stdin: true, stdout: true, columns: 80 },
      });
      expect(Number.isInteger(result.exitCode)).toBe(true);
      if (result.stderr.includes('for usage.') || result.stderr.includes('for help and examples')) {
        expect(result.events).toEqual([]);
      }
    }),
    { numRuns: 120 },
  );
});
