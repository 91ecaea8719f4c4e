import { KUBELET_UNIT } from '#engine/host/unit.ts';
import type { HttpRequest } from '#engine/kubelet/exchange.ts';
import { departure, walk } from '#engine/kubelet/walk.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { httpRequest, startRecorded } from '../conformance/play.ts';
import { type RecordedRequest, readRecordings } from '../conformance/recording.ts';
import { benchGrid, WARM } from './grid.ts';
import { perSecond, quantile } from './sample.ts';

/** Figures, no judgements: a slow machine is no failure. Milliseconds and requests per second on one core. */
const NODE = 'node01';
const CONFIG = '/var/lib/kubelet/config.yaml';
const CASE = 'auth-file anonymous=False webhook=True ca=True mode=Webhook';
const ROUNDS = 200;
const WINDOW = 1_000;

/** The real kubelet, on the machine of the recordings (conformance/recordings/README.md). */
const REAL = { restart: 649, healthz: 9_100, token: 8_500, refusal: 30_300 } as const;

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const recordings = readRecordings('conformance/recordings/1.36');
const recorded = recordings.cases.find(({ id }) => id === CASE);
if (recorded === undefined) throw new Error(`the recordings have no case ${CASE}`);
const world = startRecorded(recorded, recordings);

function asking(request: Omit<RecordedRequest, 'method' | 'port' | 'scheme'>, port = 10250): HttpRequest {
  const scheme = port === 10250 ? 'https' : 'http';
  return httpRequest({ method: 'GET', port, scheme, ...request }, world, recordings);
}

const requests: readonly (readonly [name: string, request: HttpRequest, real: number | null])[] = [
  ['/healthz on 10248, no gates', asking({ path: '/healthz' }, 10248), REAL.healthz],
  ['/healthz, cached token and Webhook', asking({ path: '/healthz', token: 'default/admin' }), REAL.token],
  ['/pods, certificate and Webhook', asking({ path: '/pods', cert: 'admin' }), null],
  ['/metrics, certificate and Webhook', asking({ path: '/metrics', cert: 'admin' }), null],
  ['401 for a stranger', asking({ path: '/pods' }), REAL.refusal],
];

print('requests per second                     machine      stages   machine/stages   machine/real');
for (const [name, request, real] of requests) {
  let now: World = world;
  const machine = perSecond(() => {
    now = step(now, { type: 'request', node: NODE, request }).world;
  }, WINDOW);
  const warm = now;
  const stages = perSecond(() => void walk(departure(warm, NODE, request)), WINDOW);
  const figures = [machine, stages].map((value) => Math.round(value).toLocaleString('en').padStart(11));
  const ratios = [machine / stages, real === null ? null : machine / real].map((value) => value?.toFixed(2) ?? '–');
  print(
    `${name.padEnd(36)}${figures.join(' ')}   ${(ratios[0] ?? '').padStart(14)}   ${(ratios[1] ?? '').padStart(12)}`,
  );
}

const text = recorded.files[CONFIG] ?? '';
const first = asking({ path: '/healthz', cert: 'admin' });
let now: World = world;
const samples: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const start = performance.now();
  now = step(now, { type: 'write', node: NODE, path: CONFIG, text: `${text}maxPods: ${100 + (round % 7)}\n` }).world;
  now = step(now, { type: 'restart', node: NODE, unit: KUBELET_UNIT }).world;
  if (now.nodes[NODE]?.kubelet.state === 'starting') now = step(now, { type: 'advance', milliseconds: 1_000 }).world;
  const asked = step(now, { type: 'request', node: NODE, request: first });
  samples.push(performance.now() - start);
  now = step(asked.world, { type: 'advance', milliseconds: 60_000 }).world;
  if (asked.trace.kind !== 'request' || asked.trace.answer.kind !== 'http' || asked.trace.answer.status !== 200) {
    throw new Error('the restarted kubelet does not answer: these figures would mean nothing');
  }
}
const [p50, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)];
print(`\nsave, restart, first answer: p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms over ${ROUNDS} rounds`);
print(
  `the real kubelet: ${REAL.restart} ms; ratio 1/${Math.round(REAL.restart / p50)} at p50, 1/${Math.round(REAL.restart / p95)} at p95`,
);
print(`a saved world: ${(JSON.stringify(now).length / 1024).toFixed(0)} KB of JSON`);

const grid = benchGrid();
const [middle, late] = [quantile(grid.samples, 0.5), quantile(grid.samples, 0.95)];
const size = `${grid.identities} identities × ${grid.endpoints} endpoints × ${grid.ports} ports, now and after a restart`;
print(`\nwho may do what, ${size}:`);
print(
  `a keystroke's repaint p50 ${middle.toFixed(2)} ms, p95 ${late.toFixed(2)} ms over ${grid.samples.length} keystrokes after ${WARM} to warm up; a frame at 60 Hz lasts 16.67 ms`,
);
const [usual, most] = [quantile(grid.processor, 0.5), quantile(grid.processor, 0.95)];
print(
  `its processor time p50 ${usual.toFixed(2)} ms, p95 ${most.toFixed(2)} ms; the very first repaint ${grid.first.toFixed(0)} ms`,
);
