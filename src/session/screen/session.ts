import { clockText } from '#engine/time.ts';
import { isReady } from '#engine/world/ready.ts';
import { hintsOf } from '../hints.ts';
import { everMet } from '../judge/everMet.ts';
import { isSolved, judge } from '../judge/judge.ts';
import { previewReload } from '../preview.ts';
import { type Run, repliesOf, sentIn, worldOf } from '../run.ts';
import { type Allowed, EVERYTHING_ALLOWED } from '../view/allowed.ts';
import type { SessionView } from '../view.ts';
import { fileViews } from './files.ts';
import { journalViews } from './journal.ts';
import { nodeChoices } from './nodes.ts';
import { portViews } from './ports.ts';
import { referenceView } from './reference.ts';
import { predictionScore, requestViews } from './requests.ts';
import { settingViews } from './settings.ts';
import { stepName } from './stepName.ts';
import { stripView } from './strip.ts';
import { tabsOf } from './tabs.ts';
import { taskViews, workViews } from './tasks.ts';
import { unadvised } from './unadvised.ts';

/** The node that the scenario plays on, the one on the screen, and which of its files were opened. */
export interface Shown {
  readonly home: string;
  readonly shown?: string;
  readonly opened?: readonly string[];
  /** Everything, when absent. */
  readonly allowed?: Allowed;
  /** Whether a task stays met once it was. */
  readonly stays?: boolean;
}

/** The whole screen of a run: reads the world and the traces, changes nothing. */
export function sessionView(
  run: Run,
  { home, shown = home, opened = [], allowed = EVERYTHING_ALLOWED, stays = false }: Shown,
  saved: SessionView['saved'],
): SessionView {
  const { scenario, start } = run;
  const world = worldOf(run);
  const node = world.nodes[shown];
  if (node === undefined) throw new Error(`scenario ${scenario.id} plays on ${shown}, which its world lacks`);
  const replies = repliesOf(run);
  const now = judge(scenario, world, home, replies, () => sentIn(run));
  const judgement = stays ? everMet(now, run, home) : now;
  const solved = allowed.checks && isSolved(judgement);
  const hints = allowed.hints ? hintsOf(scenario) : [];
  const requests = requestViews(run, home);
  return unadvised({
    scenario: { id: scenario.id, title: scenario.title, story: scenario.story, goal: scenario.goal },
    tasks: taskViews(judgement.tasks, replies, allowed.checks),
    mustWork: allowed.checks ? workViews(judgement.mustWork) : [],
    solved,
    debrief: solved && allowed.solutions ? scenario.debrief : [],
    reference: solved && allowed.solutions ? referenceView(run) : null,
    allowed,
    hints: {
      opened: hints.slice(0, run.hintsOpened),
      left: Math.max(0, hints.length - run.hintsOpened),
    },
    node: {
      name: node.name,
      ready: isReady(world, shown),
      clock: clockText(world.now),
      version: node.kubelet.version,
      running: node.kubelet.process?.version ?? null,
    },
    nodes: nodeChoices(world, shown),
    files: fileViews(tabsOf(run, { node: shown, home: shown === home }, opened), node, start, previewReload(node)),
    strip: stripView(node, world, start),
    ports: portViews(node),
    requests,
    readyRequests: scenario.requests,
    predictions: predictionScore(requests),
    settings: settingViews(node),
    journal: journalViews(node.host.journal),
    undo: stepName(run.played.at(-1)?.step),
    redo: stepName(run.undone.at(-1)),
    saved,
  });
}
