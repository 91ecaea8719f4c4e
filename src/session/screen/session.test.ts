import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONFIG, DROP_IN, EXTRA, FLAGS, type Practice, practice, UNIT } from '../practice.fixture.ts';

const REAL = readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8');
const open = (): Practice => practice(REAL);
const states = ({ session }: Practice) => session.view().tasks.map(({ state }) => state);
const strip = ({ session }: Practice) => {
  const { loaded, running, owed, state } = session.view().strip;
  return [loaded.differsFromDisk, running.differsFromLoaded, owed.join(' '), state];
};

test('the solution, step by step: disk, loaded and running catch up with each other', () => {
  const practised = open();
  const { session, replace } = practised;
  expect(strip(practised)).toEqual([false, false, '', 'running']);
  expect(session.view().strip.disk.text).toBe('as at the start');
  expect(states(practised)).toEqual(['unmet', 'unmet', 'waiting']);
  replace(DROP_IN, FLAGS, '');
  expect(strip(practised)).toEqual([true, false, 'daemon-reload restart', 'running']);
  expect(session.view().strip.disk.text).toBe('edited just now');
  expect(session.view().files.find(({ path }) => path === DROP_IN)?.changed).toBe(true);
  session.commands.daemonReload();
  expect(strip(practised)).toEqual([false, true, 'restart', 'running']);
  expect(states(practised)).toEqual(['unmet', 'unmet', 'waiting']);
  session.commands.restart();
  expect(strip(practised)).toEqual([false, false, '', 'running']);
  expect(states(practised)).toEqual(['met', 'met', 'met']);
  expect(session.view()).toMatchObject({ solved: true, node: { ready: true } });
  expect(session.view().debrief).toHaveLength(4);
});

test('a task says what was expected, what is so, and what stands in the way', () => {
  const details = open()
    .session.view()
    .tasks.map(({ detail }) => detail);
  expect(details).toEqual([
    'Expected 401 for a stranger, got 200. In force: --anonymous-auth=true, 10-kubeadm.conf line 5, although config.yaml says anonymous.enabled false.',
    'Expected 403 for bob, got 200. In force: --authorization-mode=AlwaysAllow, 10-kubeadm.conf line 5, although config.yaml says authorization.mode Webhook.',
    'Looked at once the tasks above are met.',
  ]);
});

test('what must work says for whom the API server is taken, and gates success without counting', () => {
  const { session, replace } = open();
  const works = () => session.view().mustWork.map(({ id, works: good }) => `${id} ${good}`);
  expect(works()).toEqual(['node true', 'logs true', 'exec true', 'shut true']);
  expect(session.view().mustWork[1]?.detail).toBe(
    'The API server is let in as kube-apiserver-kubelet-client, and logs come back.',
  );
  replace(DROP_IN, FLAGS, ' --client-ca-file=/root/intruder-ca.crt');
  session.commands.daemonReload();
  session.commands.restart();
  expect(works()).toEqual(['node true', 'logs false', 'exec false', 'shut true']);
  expect(session.view().mustWork[2]?.detail).toMatch(
    /^Expected a command in \S+ for the API server, got 401\. .*In force: /,
  );
});

test('with all tasks met, what the next restart would break is told', () => {
  const { session, replace, file } = open();
  replace(DROP_IN, FLAGS, '');
  session.commands.daemonReload();
  session.commands.restart();
  expect(session.view().solved).toBe(true);
  replace(CONFIG, '/etc/kubernetes/pki/ca.crt', '/root/intruder-ca.crt');
  expect(file(CONFIG).changed).toBe(true);
  const { solved, tasks } = session.view();
  expect([solved, tasks.filter(({ state }) => state === 'met').length]).toEqual([false, 2]);
});

test('beaten lines name their winner and lead to it; a zero that means the default says so', () => {
  const { file, replace } = open();
  const beaten = file(CONFIG).marks.find(({ line }) => line === 4);
  expect(beaten).toEqual({
    line: 4,
    kind: 'beaten',
    text: 'beaten by --anonymous-auth=true, 10-kubeadm.conf line 5',
    to: { file: DROP_IN, line: 5 },
  });
  const zero = file(CONFIG).marks.find(({ line }) => line === 6);
  expect(zero).toEqual({ line: 6, kind: 'note', text: '0s means the default, 2m0s', to: null });
  replace(DROP_IN, FLAGS, '');
  expect(file(CONFIG).marks.some(({ kind }) => kind === 'beaten')).toBe(false);
  replace(DROP_IN, ' $KUBELET_CONFIG_ARGS', '');
  expect(file(DROP_IN).marks).toEqual([
    expect.objectContaining({ line: 5, kind: 'note', text: expect.stringContaining('$KUBELET_CONFIG_ARGS') }),
  ]);
});

test('a stopped kubelet: no ports, no settings, nobody is answered', () => {
  const practised = open();
  practised.session.commands.stop();
  const view = practised.session.view();
  expect(view).toMatchObject({
    strip: { state: 'stopped', running: { text: 'not running' }, restartInSeconds: null, owed: [] },
    node: { ready: false },
    settings: [],
  });
  expect(view.ports.map(({ port, open: up, words }) => [port, up, words])).toEqual([
    [10250, false, ['closed', 'no kubelet runs']],
    [10255, false, ['closed', 'no kubelet runs']],
    [10248, false, ['closed', 'no kubelet runs']],
  ]);
  expect(practised.ask('curl -sk https://localhost:10250/pods')).toMatchObject({ headline: 'refused', exitCode: 7 });
});

test('a kubelet that waits: the status, the countdown, the line that is wrong', () => {
  const { session, replace, file } = open();
  replace(CONFIG, 'memorySwap: {}', 'memorySwap: 7');
  const line = file(CONFIG).text.split('\n').indexOf('memorySwap: 7') + 1;
  expect(file(CONFIG).problems).toContainEqual(expect.objectContaining({ line, severity: 'error' }));
  session.commands.restart();
  expect(session.view().strip).toMatchObject({
    state: 'waiting',
    running: { text: 'ended with status 1' },
    restartInSeconds: 10,
  });
  session.commands.advance(4500);
  expect(session.view().strip.restartInSeconds).toBe(6);
  session.commands.advance(5500);
  expect(session.view().strip.restartInSeconds).toBe(10);
  const places = session.view().journal.flatMap(({ place }) => place ?? []);
  expect(places.at(-1)).toEqual({ file: CONFIG, line });
  expect(session.view().journal.at(-1)).toMatchObject({ time: '09:00:10', who: 'systemd[1]', level: 'warning' });
});

test('a kubelet that failed for good, and one that systemd could not run', () => {
  const { session, replace } = open();
  replace(UNIT, 'Restart=always', 'Restart=no');
  replace(EXTRA, 'KUBELET_EXTRA_ARGS=', 'KUBELET_EXTRA_ARGS=--bogus');
  session.commands.daemonReload();
  session.commands.restart();
  expect(session.view().strip).toMatchObject({
    state: 'failed',
    running: { text: 'ended with status 1' },
    restartInSeconds: null,
  });
  replace(DROP_IN, 'EnvironmentFile=-/etc/default/kubelet', 'EnvironmentFile=/etc/default/nothing');
  session.commands.daemonReload();
  session.commands.restart();
  expect(session.view().strip).toMatchObject({ state: 'failed', running: { text: 'systemd could not run it' } });
});

test('the settings in force show what they beat, and which are risky', () => {
  const { session } = open();
  const risky = session.view().settings.filter((setting) => setting.risky);
  expect(risky).toMatchObject([
    {
      path: 'authentication.anonymous.enabled',
      value: 'true',
      source: '--anonymous-auth=true, 10-kubeadm.conf line 5',
      place: { file: DROP_IN, line: 5 },
      beaten: [{ text: 'false, config.yaml line 4', place: { file: CONFIG, line: 4 } }],
    },
    { path: 'authorization.mode', value: 'AlwaysAllow' },
  ]);
  expect(session.view().ports.map(({ open: up, words }) => [up, words[0]])).toEqual([
    [true, 'HTTPS, all addresses'],
    [false, 'closed'],
    [true, 'HTTP, loopback'],
  ]);
});

test('a request tells each gate with its cause, and guesses are counted', () => {
  const { session, ask } = open();
  const { stages, headline, sentence, number } = ask('curl -sk https://localhost:10250/pods');
  expect([number, headline, sentence]).toEqual([1, '200', 'A stranger got in.']);
  expect(stages.map(({ name, state }) => `${name} ${state}`)).toEqual([
    ...['connect passed', 'tls passed', 'route passed', 'authenticate passed', 'authorize passed', 'handle answered'],
  ]);
  expect(stages[3]?.causes).toEqual([
    {
      kind: 'place',
      label: '--anonymous-auth=true, 10-kubeadm.conf line 5',
      place: { file: DROP_IN, line: 5, node: 'node01' },
    },
    { kind: 'place', label: 'beats false, config.yaml line 4', place: { file: CONFIG, line: 4, node: 'node01' } },
  ]);
  session.commands.ask('curl -s http://localhost:10255/pods', 'refused');
  session.commands.ask('curl -sk https://localhost:10250/pods', '401');
  session.commands.ask('curl', '200');
  expect(session.view().requests.map((each) => ('guess' in each ? (each.guess?.right ?? null) : 'none'))).toEqual([
    ...[null, true, false, 'none'],
  ]);
  expect(session.view().predictions).toEqual({ right: 1, asked: 2 });
  const refused = session.view().requests[1];
  expect(refused && 'stages' in refused ? refused.stages.map(({ state }) => state) : []).toEqual([
    ...['refused', 'not-reached', 'not-reached', 'not-reached', 'not-reached', 'not-reached'],
  ]);
});
