import { expect, test } from 'vitest';
import { parseTime } from '#engine/time.ts';
import { BASES } from '#engine/world/bases.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { CommandResult } from '../../../../command.ts';
import { kubectl } from '../../kubectl.ts';

const { world: base } = BASES['kubeadm-node'](parseTime('2026-11-24T09:00:00Z'));

function run(world: World, line: string, edited?: string): CommandResult & { readonly after: World } {
  const result = kubectl.run(line.split(' '), {
    world,
    node: 'node01',
    workingDirectory: '/root',
    environment: { HOME: '/root', ...(edited === undefined ? {} : { KUBE_EDITOR: 'cp /dev/stdin' }) },
    stdin: edited ?? '',
    terminal: { stdin: true, stdout: true, columns: 80 },
  });
  return { ...result, after: result.events.reduce((current, event) => step(current, event).world, world) };
}

const world = run(
  run(base, 'create configmap c --from-literal=a=b').after,
  'create role r --verb=get --resource=pods',
).after;

function opened(line: string): { readonly text: string; readonly line: string; readonly unchanged: string } {
  const { then } = run(world, line);
  if (then?.kind !== 'edit-text') throw new Error('no text');
  return then;
}

test('the text has its head, and comes back through a line that a real kubectl would take', () => {
  const { text, line, unchanged } = opened('edit cm c -n default');
  expect(text).toMatch(
    /^# Please edit the object below\. (?:.|\n)*\napiVersion: v1\ndata:\n {2}a: b\nkind: ConfigMap\n/,
  );
  expect(line).toBe("KUBE_EDITOR='cp /dev/stdin' kubectl edit cm c -n default");
  expect(unchanged).toBe('Edit cancelled, no changes made.\n');
  expect(run(world, 'edit cm c', text)).toMatchObject({ stderr: unchanged, exitCode: 0 });
  const saved = run(world, 'edit cm c', text.replace('a: b', 'a: c'));
  expect(saved).toMatchObject({ stdout: 'configmap/c edited\n', exitCode: 0 });
  expect(run(saved.after, 'get cm c -o jsonpath={.data.a}').stdout).toBe('c');
});

test.each([
  [
    'edit cm c',
    'a: b',
    'a: 3',
    '# configmaps "c" was not valid:\n# * patch: Invalid value: "map[data:map[a:3]]": cannot convert int64 to string\n',
  ],
  [
    'edit cm c',
    'data:',
    'dat:',
    '# * patch: Invalid value: "map[dat:map[a:b] data:<nil>]": strict decoding error: unknown field "dat"\n',
  ],
  [
    'edit cm c',
    'data:',
    'data:[',
    `# * <nil>: Invalid value: "The edited file failed validation": yaml: line 3: could not`,
  ],
  [
    'edit role r',
    '\n  verbs:\n  - get',
    '',
    '# roles.rbac.authorization.k8s.io "r" was not valid:\n# * rules[0].verbs: Required value: verbs must contain at',
  ],
])('%s, %j made %j, is opened again with what is wrong in its head', (line, from, to, reason) => {
  const { then, stderr, exitCode } = run(world, line, opened(line).text.replace(from, to));
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^error: \S+ "\w" is invalid\n$/);
  if (then?.kind !== 'edit-text') throw new Error('not opened again');
  expect(then.text).toContain(reason);
  expect(then.unchanged).toBe('error: Edit cancelled, no valid changes were saved.\n');
});

test('another name is refused, and what was written kept in a file', () => {
  const { text } = opened('edit cm c');
  const { stderr, after } = run(world, 'edit cm c', text.replace('name: c', 'name: d'));
  const path =
    /stored to "(.*)"\nerror: At least one of apiVersion, kind and name was changed\n$/.exec(stderr)?.[1] ?? '';
  expect(after.nodes.node01?.host.files[path]).toMatchObject({ kind: 'file' });
});

test('an editor that is another program is not modelled', () => {
  const result = kubectl.run(['edit', 'cm', 'c'], {
    world,
    node: 'node01',
    workingDirectory: '/root',
    environment: { HOME: '/root', KUBE_EDITOR: 'ed' },
    stdin: '',
    terminal: { stdin: true, stdout: true, columns: 80 },
  });
  expect(result).toMatchObject({ stderr: 'portside: the editor "ed" is not modelled\n', exitCode: 1 });
});
