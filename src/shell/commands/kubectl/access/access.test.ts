import { expect, test } from 'vitest';
import { parseTime } from '#engine/time.ts';
import { BASES } from '#engine/world/bases.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { kubectl } from '../kubectl.ts';
import { compactRules } from './compactRules.ts';

const { world } = BASES['kubeadm-node'](parseTime('2026-11-24T09:00:00Z'));

function run(line: string, where: World = world, isTerminal = false) {
  const result = kubectl.run(line.split(' '), {
    world: where,
    node: 'node01',
    workingDirectory: '/root',
    environment: { HOME: '/root' },
    stdin: '',
    terminal: { stdin: isTerminal, stdout: isTerminal, columns: 80 },
  });
  return { ...result, after: result.events.reduce((current, event) => step(current, event).world, where) };
}

const PROMETHEUS = '--as=system:serviceaccount:monitoring:prometheus';

test('TYPE/NAME is an object, a subresource has a flag of its own', () => {
  const scope = "Warning: resource 'nodes' is not namespace scoped\n\n";
  expect(run(`auth can-i get nodes --subresource=metrics ${PROMETHEUS}`)).toMatchObject({
    stdout: 'yes\n',
    stderr: scope,
    exitCode: 0,
  });
  expect(run(`auth can-i get nodes/metrics ${PROMETHEUS}`)).toMatchObject({
    stdout: 'no\n',
    stderr: scope,
    exitCode: 1,
  });
});

test('rules are taken apart, and verbs for the same thing put together again', () => {
  const rule = { verbs: ['list', 'get'], apiGroups: [''], resources: ['pods', 'nodes/metrics'] };
  const more = { verbs: ['get', 'watch'], apiGroups: [''], resources: ['pods'] };
  const shown = compactRules([rule, more], [{ verbs: ['get'], nonResourceURLs: ['/healthz'] }]);
  expect(
    shown.map(({ resources, nonResourceUrls, verbs }) => [...resources, ...nonResourceUrls, verbs.join()]),
  ).toEqual([
    ['/healthz', 'get'],
    // Sorted by what Go prints of them: a blank stands before a bracket.
    ['pods', 'list,get,watch'],
    ['nodes/metrics', 'list,get'],
  ]);
});

test('a token is printed with a line end only for eyes, and opens the door that it says', () => {
  const piped = run('create token prometheus -n monitoring --duration=1h').stdout;
  expect(piped).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(run('create token prometheus -n monitoring', world, true).stdout).toMatch(/\n$/);
  expect(run(`auth whoami --token=${piped} --kubeconfig=/root/none`).exitCode).toBe(1);
});

test('a certificate that a kubelet waits for comes when its request is approved', () => {
  const config = world.nodes.node01?.host.files['/var/lib/kubelet/config.yaml'];
  const text = config?.kind === 'file' ? `${config.text}serverTLSBootstrap: true\n` : '';
  const events = [
    { type: 'write', node: 'node01', path: '/var/lib/kubelet/config.yaml', text },
    { type: 'restart', node: 'node01', unit: 'kubelet.service' },
    { type: 'advance', milliseconds: 20_000 },
  ] as const;
  const waiting = events.reduce((current, event) => step(current, event).world, world);
  expect(run('logs web-node01', waiting).stderr).toContain('remote error: tls: internal error');
  const name = run('get csr -o name', waiting).stdout.trim().split('/')[1] ?? '';
  const approved = run(`certificate approve ${name}`, waiting);
  expect(approved.stdout).toBe(`certificatesigningrequest.certificates.k8s.io/${name} approved\n`);
  const later = step(approved.after, { type: 'advance', milliseconds: 60_000 }).world;
  expect(run('logs web-node01', later)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(run(`certificate deny ${name}`, later).stderr).toBe(
    `error: certificate signing request "${name}" is already Approved\n`,
  );
});

test('without an API server nothing is known', () => {
  const away = step(world, { type: 'reachable', reachable: false }).world;
  const refused = 'The connection to the server 10.0.0.10:6443 was refused - did you specify the right host or port?\n';
  expect(run('auth can-i get pods', away).stderr).toBe(refused);
  expect(run('exec web-node01 -- id', away).stderr).toBe(refused);
  expect(run('create token x', away).stderr).toMatch(
    /^error: failed to create token: Post "https:.* connection refused\n$/,
  );
});
