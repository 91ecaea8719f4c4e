import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Practice, practice } from '../practice.fixture.ts';

const DROP_IN = '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf';
const PODS = 'curl -sk https://localhost:10250/pods';
const BOB = `${PODS} --cert bob.crt --key bob.key`;
const open = (): Practice => practice(readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8'));

/** Takes words out of the kubelet's drop-in and starts it anew. */
function without({ session, file }: Practice, words: string): void {
  session.commands.edit(DROP_IN, file(DROP_IN).text.replace(words, ''));
  session.commands.daemonReload();
  session.commands.restart();
}

const compared = ({ session }: Practice) => {
  const view = session.compare(1, 2);
  if (view === null) throw new Error('both were sent');
  return view;
};
const labels = (practised: Practice) =>
  compared(practised).sides.map(({ number, words, causes }) => [number, words, causes.map(({ label }) => label)]);

test('yesterday’s 200 and today’s 401 part where the flag was and the file is', () => {
  const run = open();
  run.session.commands.ask(PODS, null);
  without(run, ' --anonymous-auth=true');
  run.session.commands.ask(PODS, null);
  expect(compared(run)).toMatchObject({
    parting: 'authenticate',
    sentence: 'They part at Authenticate.',
    differing: [],
  });
  expect(labels(run)).toEqual([
    [1, 'goes on', ['--anonymous-auth=true, 10-kubeadm.conf line 5', 'beats false, config.yaml line 4']],
    [2, 'ends here', ['anonymous.enabled false, config.yaml line 4']],
  ]);
});

test('a stranger and bob go on by different names, and part where only one of them is asked', () => {
  const run = open();
  run.session.commands.ask(PODS, null);
  without(run, ' --authorization-mode=AlwaysAllow');
  run.session.commands.ask(BOB, null);
  expect(compared(run)).toMatchObject({ parting: 'authorize', differing: ['tls', 'authenticate'] });
  expect(labels(run).map(([, words]) => words)).toEqual(['goes on', 'ends here']);
});

test('the same question has the same way', () => {
  const run = open();
  run.session.commands.ask(PODS, null);
  run.session.commands.ask(PODS, null);
  expect(compared(run)).toEqual({
    parting: null,
    sentence: 'They end alike: at Handle, with 200. All gates found the same.',
    sides: [],
    differing: [],
  });
});

test('both answered at the same gate, but not alike', () => {
  const run = open();
  run.session.commands.ask(PODS, null);
  run.session.commands.ask('curl -sk https://localhost:10250/containerLogs/default/no/nginx', null);
  expect(compared(run)).toMatchObject({ parting: 'handle', differing: ['route'] });
});

test('what was never sent cannot be compared', () => {
  const { session } = open();
  session.commands.ask(PODS, null);
  session.commands.ask('curl --wat', null);
  expect(session.compare(1, 2)).toBeNull();
  expect(session.compare(1, 7)).toBeNull();
});
