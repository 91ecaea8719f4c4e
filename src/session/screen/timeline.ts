import { clockText } from '#engine/time.ts';
import type { Node, World } from '#engine/world/world.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { PlayedStep, Run } from '../run.ts';
import type { ChangedFileView, TimelineStepView, TimelineView } from '../view/timeline.ts';
import type { RefusedLineView, RequestView, SessionView } from '../view.ts';
import { counts } from './requests.ts';
import { stepTitle, whereDone } from './stepName.ts';
import { WORDS } from './words.ts';

/** Everything that was done and undone, oldest first. `requests` are the views of those that were asked. */
export function timelineView(run: Run, home: string, requests: SessionView['requests']): TimelineView {
  const answers = requests.values();
  let before = run.start;
  const done = run.played.map((played, index): TimelineStepView => {
    const request = counts(played) ? answers.next().value : undefined;
    const sent = request === undefined ? null : answerOf(request);
    const consequences = [
      ...(request === undefined || sent !== null ? [] : [`curl did not send it: exit code ${request.exitCode}`]),
      ...Object.keys(played.world.nodes).flatMap((name) =>
        consequencesOf(played, nodeNamed(before, name), nodeNamed(played.world, name), home),
      ),
    ];
    before = played.world;
    return {
      position: index + 1,
      kind: played.step.kind,
      title: stepTitle(played.step, home),
      clock: clockText(played.world.now),
      answer: sent,
      consequences,
      note: played.step.note ?? '',
      ahead: false,
    };
  });
  const ahead = run.undone.toReversed().map(
    (step, index): TimelineStepView => ({
      position: done.length + index + 1,
      kind: step.kind,
      title: stepTitle(step, home),
      clock: null,
      answer: null,
      consequences: [],
      note: step.note ?? '',
      ahead: true,
    }),
  );
  return { start: clockText(run.start.now), at: done.length, steps: [...done, ...ahead], note: run.note };
}

function answerOf(request: RequestView | RefusedLineView): TimelineStepView['answer'] {
  return 'stages' in request ? { headline: request.headline, outcome: request.outcome } : null;
}

/** What happened by itself while a step went on: systemd's further starts, and a kubelet that ended. */
function consequencesOf(
  { step }: PlayedStep,
  before: Node | undefined,
  after: Node | undefined,
  home: string,
): readonly string[] {
  if (before === undefined || after === undefined || before.kubelet === after.kubelet) return [];
  const here = after.name === whereDone(step, home);
  const manual = here && (step.kind === 'restart' || step.kind === 'start');
  const again = after.kubelet.restarts - (manual ? 0 : before.kubelet.restarts);
  const { state, lastExit } = after.kubelet;
  const down = state === 'waiting' || state === 'failed';
  const ended = down && (manual || again > 0 || before.kubelet.state !== state);
  const process = after.kubelet.process;
  return [
    ...(here && step.kind === 'switch' && process !== null && process.version !== step.version
      ? [WORDS.runsOn(process.version)]
      : []),
    ...(again > 0 ? [`systemd started the kubelet again ${again === 1 ? 'once' : `${again} times`}`] : []),
    ...(ended && lastExit !== null ? [`It ended with status ${lastExit.code}: ${reason(lastExit.error)}`] : []),
    ...(again > 0 && state === 'running' ? ['It runs now'] : []),
  ];
}

const LONGEST = 140;

/** What a program said last, without the long way on which it came to that. */
function reason(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  if (line.length <= LONGEST) return line;
  const end = line.slice(-LONGEST);
  return `…${end.slice(end.indexOf(' '))}`;
}

/** The files that are not as they were at the start, by path. */
export function changedFiles(start: World, now: World): readonly ChangedFileView[] {
  const names = Object.keys(now.nodes).filter((name) => start.nodes[name]?.host.files !== now.nodes[name]?.host.files);
  const changed = names.flatMap((name) => changedOn(start, now, name));
  const several = new Set(changed.map(({ node }) => node)).size > 1;
  return several ? changed : changed.map((file) => ({ ...file, node: '' }));
}

function changedOn(start: World, now: World, node: string): readonly ChangedFileView[] {
  const old = nodeNamed(start, node)?.host.files ?? {};
  const current = nodeNamed(now, node)?.host.files ?? {};
  const text = (files: typeof old, path: string): string => {
    const entry = Object.hasOwn(files, path) ? files[path] : undefined;
    return entry?.kind === 'file' ? entry.text : '';
  };
  const paths = [...new Set([...Object.keys(old), ...Object.keys(current)])].toSorted();
  return paths
    .filter((path) => old[path] !== current[path])
    .map((path) => ({ node, path, before: text(old, path), after: text(current, path) }))
    .filter(({ before, after }) => before !== after);
}
