import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { ApiTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import type { NodeCommand } from '#shell/command.ts';
import type { LogsView, SessionLogs } from '../view/logs.ts';
import { logHops } from './hops.ts';
import { logTargets } from './targets.ts';
import { LOGS } from './words.ts';

/** What kubectl prints is shown up to here. */
const LONGEST = 600;

/** The panel of logs over a session's world. kubectl is loaded when it is first looked at. */
export function sessionLogs(world: () => World, node: string): SessionLogs {
  return {
    async look(target) {
      const { kubectl } = await import('#shell/commands/kubectl/kubectl.ts');
      return logsView(kubectl, world(), node, target);
    },
  };
}

/** Runs `kubectl logs` for a container on a copy of the world, as its admin on `home`, and tells every hop. */
export function logsView(kubectl: NodeCommand, world: World, home: string, wanted: string | null): LogsView {
  const targets = logTargets(world, home);
  const target = targets.find(({ id }) => id === wanted) ?? targets[0];
  if (target === undefined) return { ...EMPTY, targets };
  const [namespace = '', pod = '', container = ''] = target.id.split('/');
  const parameters = ['logs', ...(namespace === 'default' ? [] : ['-n', namespace]), pod, '-c', container, '--tail=3'];
  const result = kubectl.run(parameters, {
    world,
    node: home,
    workingDirectory: '/root',
    environment: { HOME: '/root' },
    stdin: '',
    terminal: { stdin: true, stdout: true, columns: 120 },
  });
  const printed = `${result.stdout}${result.stderr}`;
  const works = result.exitCode === 0;
  const hops = logHops(lastCall(world, result.events), printed, world);
  const broken = hops.find(({ standing }) => standing === 'broken');
  return {
    targets,
    target: target.id,
    line: `kubectl ${parameters.join(' ')}`,
    works,
    printed: printed.length > LONGEST ? `${printed.slice(0, LONGEST)}…` : printed,
    exitCode: result.exitCode,
    hops,
    verdict: works ? LOGS.works : LOGS.broken[broken?.id ?? 'kubectl'],
    next: works ? '' : LOGS.next[broken?.id ?? 'kubectl'],
  };
}

const EMPTY: LogsView = {
  targets: [],
  target: null,
  line: '',
  works: false,
  printed: '',
  exitCode: 0,
  hops: [],
  verdict: LOGS.none,
  next: '',
};

/** The journey of the last request to the API server among events: the one for the log, or the one that ended it. */
function lastCall(world: World, events: readonly WorldEvent[]): ApiTrace | null {
  let now = world;
  let last: ApiTrace | null = null;
  for (const event of events) {
    const result = step(now, event);
    now = result.world;
    if (result.trace.kind === 'api') last = result.trace;
  }
  return last;
}
