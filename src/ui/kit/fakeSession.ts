import type { Session } from '#session/commands.ts';
import type { FileView, Guess, SessionView, WordHelp } from '#session/view.ts';
import { fakeArchive } from './fakeArchive.ts';
import { FAKE_COUNTERFACTUAL } from './fakeCounterfactual.data.ts';
import { FAKE_DIAGNOSES } from './fakeDiagnosis.data.ts';
import { FAKE_FLEET } from './fakeFleet.data.ts';
import { FAKE_GRID } from './fakeGrid.data.ts';
import { FAKE_LOGS } from './fakeLogs.data.ts';
import { CONFIGURATION_VIEW, REQUEST_HELP } from './fakeRequests.data.ts';
import { fakeTerminal } from './fakeTerminal.ts';
import { FAKE_VERSIONS } from './fakeVersions.data.ts';
import { ACCESS, ALLOWED, DROPIN, PARTED, REFUSED, START, UNREACHED } from './fakeView.data.ts';

const WORD: WordHelp = {
  label: 'authentication.anonymous.enabled',
  insert: 'enabled: ',
  detail: 'boolean, default false with a config file',
  documentation: 'Lets requests without credentials in as system:anonymous.\n\nTwin flag: --anonymous-auth.',
};

/** A session without an engine: canned answers, so that every state of the screen can be looked at. */
export function fakeSession(): Session {
  let past: SessionView[] = [];
  let future: SessionView[] = [];
  let now: SessionView = START;
  const listeners = new Set<() => void>();

  const show = (next: SessionView): void => {
    now = {
      ...next,
      undo: past.length > 0 ? 'the last change' : null,
      redo: future.length > 0 ? 'the last change' : null,
    };
    for (const listener of listeners) listener();
  };
  const change = (next: Partial<SessionView>): void => {
    past = [...past, now];
    future = [];
    show({ ...now, ...next });
  };
  const run = (state: SessionView['strip']['state'], closed: boolean): void =>
    change({
      strip: {
        disk: { text: 'as loaded' },
        loaded: { text: 'unit from 09:15', differsFromDisk: false },
        running: { text: state === 'running' ? 'pid 913, since 09:15' : state, differsFromLoaded: state !== 'running' },
        state,
        owed: [],
        versions: null,
        restartInSeconds: state === 'waiting' ? 7 : null,
      },
      solved: closed,
      tasks: now.tasks.map((task) => ({ ...task, state: closed ? 'met' : task.state })),
      journal: [
        ...now.journal,
        {
          time: '09:15:00',
          who: 'kubelet[913]',
          level: state === 'waiting' ? 'error' : 'info',
          text: state === 'waiting' ? 'err="failed to parse kubelet flag: unknown flag: --anonymos-auth"' : `${state}.`,
          place: state === 'waiting' ? { file: DROPIN, line: 9 } : null,
        },
      ],
    });
  const dropIn = (): string => now.files.find((file) => file.path === DROPIN)?.text ?? '';
  const closed = (): boolean => !dropIn().includes('--anonymous-auth=true');
  const restart = (): void => run(dropIn().includes('anonymos') ? 'waiting' : 'running', closed());

  return {
    commands: {
      edit: (path, text) =>
        change({
          files: now.files.map((file): FileView => (file.path === path ? { ...file, text, changed: true } : file)),
          strip: { ...now.strip, disk: { text: 'edited just now' }, owed: ['daemon-reload', 'restart'] },
        }),
      daemonReload: () => change({ strip: { ...now.strip, owed: ['restart'] } }),
      restart,
      start: restart,
      stop: () => run('stopped', false),
      switchVersion: (version) =>
        change({
          node: { ...now.node, version },
          strip: { ...now.strip, versions: `installed ${version}, running 1.36.3`, owed: ['restart'] },
        }),
      advance: restart,
      tick: () => {},
      ask: (line, guess) => change({ requests: [...now.requests, answer(line, guess, now.requests.length + 1)] }),
      undo: () => {
        const before = past.at(-1);
        if (before === undefined) return;
        past = past.slice(0, -1);
        future = [now, ...future];
        show(before);
      },
      redo: () => {
        const [next, ...rest] = future;
        if (next === undefined) return;
        past = [...past, now];
        future = rest;
        show(next);
      },
      startOver: () => change(START),
      selectNode: () => {},
      reply: () => {},
      openHint: () =>
        change({
          hints: {
            opened: [...now.hints.opened, { level: 'answer', text: 'Look further down.' }],
            left: now.hints.left - 1,
          },
        }),
    },
    archive: fakeArchive(() => show(now)),
    files: {
      list: () => now.files.map(({ path, permissions }) => ({ path, permissions, open: true })),
      open: (path) => now.files.some((file) => file.path === path),
      create: (path) => `${path}: this node has no room for more.`,
    },
    grid: FAKE_GRID,
    help: {
      hover: () => WORD,
      complete: () => [WORD, { ...WORD, label: '--anonymous-auth', insert: '--anonymous-auth=' }],
    },
    requests: REQUEST_HELP,
    terminal: fakeTerminal(),
    diagnosis: () => FAKE_DIAGNOSES,
    score: () => 0,
    logs: { look: async () => FAKE_LOGS },
    counterfactual: FAKE_COUNTERFACTUAL,
    clock: {
      date: () => '24 Nov 2026',
      next: () => [{ label: 'systemd starts the kubelet on node01 again', when: 'in 7 s', milliseconds: 7_000 }],
      flow: () => {},
      rest: () => {},
    },
    versions: FAKE_VERSIONS,
    view: () => now,
    configuration: () => CONFIGURATION_VIEW,
    fleet: () => FAKE_FLEET,
    access: (number) => (now.requests.some((one) => one.number === number && 'stages' in one) ? ACCESS : null),
    compare: (kept, shown) => {
      const [left = PARTED.sides[0], right = PARTED.sides[1]] = PARTED.sides;
      if (left === undefined || right === undefined) return null;
      return {
        ...PARTED,
        sides: [
          { ...left, number: kept },
          { ...right, number: shown },
        ],
      };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function answer(line: string, guess: Guess | null, number: number): SessionView['requests'][number] {
  if (!line.startsWith('curl ')) {
    return { number, line, stdout: '', stderr: `${line.split(' ')[0]}: command not found`, exitCode: 127 };
  }
  const told = line.includes('10255') ? UNREACHED : line.includes('--cert') ? REFUSED : ALLOWED;
  return { ...told, number, line, guess: guess && { guessed: guess, right: guess === told.headline } };
}
