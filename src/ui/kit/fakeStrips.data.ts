import type { StripView } from '#session/view.ts';
import { START } from './fakeView.data.ts';

const QUIET: StripView = {
  ...START.strip,
  disk: { text: 'as at the start' },
  loaded: { text: 'unit from 09:02', differsFromDisk: false },
  running: { text: 'pid 812, since 09:02', differsFromLoaded: false },
  state: 'running',
  owed: [],
  restartInSeconds: null,
};

/** The strip in every state of the kubelet, and with what is owed. */
export const STRIPS: readonly (readonly [string, StripView])[] = [
  ['running', QUIET],
  ['running, both commands owed', START.strip],
  ['running, a restart owed', { ...QUIET, running: { ...QUIET.running, differsFromLoaded: true }, owed: ['restart'] }],
  ['stopped', { ...QUIET, running: { text: 'stopped', differsFromLoaded: true }, state: 'stopped' }],
  ['starting', { ...QUIET, running: { text: 'starting', differsFromLoaded: false }, state: 'starting' }],
  ['failed', { ...QUIET, running: { text: 'failed: status=203/EXEC', differsFromLoaded: true }, state: 'failed' }],
  [
    'waiting to start again',
    {
      ...QUIET,
      running: { text: 'exited with status 1', differsFromLoaded: true },
      state: 'waiting',
      owed: ['restart'],
      restartInSeconds: 7,
    },
  ],
];
