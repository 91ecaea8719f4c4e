import { answerInWords } from '#engine/explain/answer.ts';
import { apiAnswerInWords } from '#engine/explain/apiAnswer.ts';
import { askAsApiServer } from '#engine/world/apiServerCall.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import type { Check, Scenario, Task } from '#packs/schema.ts';
import { ask } from '../asked.ts';
import { inForce, settingCause } from '../diagnosis/evidence.ts';
import { afterRestart, afterUpgrade, nodesOf } from '../judge/fork.ts';
import { NOT_LASTING } from '../judge/judge.ts';
import type { Score, TaskScore } from '../score/score.ts';
import { apiStageViews, stageViews } from '../screen/stages.ts';
import type { LostPoint } from '../view/exam.ts';
import type { CauseView, StageView } from '../view.ts';
import { REPORT as WORDS } from './words.ts';

/** Why a check is as it is: what the kubelet answers, in a sentence, and what that rests on. */
type Why = Pick<LostPoint, 'trace' | 'causes'>;

const NOTHING: Why = { trace: '', causes: [] };

/** What a question was played on, and how it ended. */
export interface Ended {
  readonly scenario: Scenario;
  readonly node: string;
  readonly world: World;
}

/** Every point that a question's tasks did not bring. `worth` turns thousandths of the scenario into points of the exam. */
export function lostPoints(ended: Ended, score: Score, worth: (thousandths: number) => number): readonly LostPoint[] {
  const titles = new Map(score.tasks.map(({ id, title }) => [id, title]));
  return score.tasks.flatMap((task, index) => {
    const own = ended.scenario.tasks[index];
    if (own === undefined || task.points === task.of) return [];
    if (task.state === 'waiting') {
      const waits = own.after.map((id) => titles.get(id) ?? id);
      return [{ title: task.title, points: worth(task.of), words: WORDS.waited(waits), ...NOTHING }];
    }
    return lostOf(ended, own, task, worth);
  });
}

function lostOf(
  ended: Ended,
  own: Task,
  task: TaskScore,
  worth: (thousandths: number) => number,
): readonly LostPoint[] {
  const lasts = !task.checks.some(({ words }) => words.startsWith(NOT_LASTING));
  const world = lasts ? forkOf(ended, own) : afterRestart(ended.world, ended.node);
  return task.checks.flatMap((check): readonly LostPoint[] => {
    if (check.points === check.of) return [];
    const points = worth(check.of);
    if (check.holds) return [{ title: task.title, points, words: `${check.words} ${WORDS.held}`, ...NOTHING }];
    const { trace, causes } = whyOf(check.check, world, ended.node);
    // Without an answer to explain, what the words name already is no news.
    const news = trace === '' ? causes.filter(({ label }) => !check.words.includes(label)) : causes;
    return [{ title: task.title, points, words: check.words, trace, causes: news }];
  });
}

/** What must work and does not, with what it cost; what never worked and cost nothing is no news. */
export function damageOf(ended: Ended, score: Score, worth: (thousandths: number) => number): readonly LostPoint[] {
  return score.damage.flatMap(({ id, title, points, worked, words }): readonly LostPoint[] => {
    if (!worked && points === 0) return [];
    const checks = ended.scenario.mustWork.find((work) => work.id === id)?.checks ?? [];
    const why =
      checks.map((check) => whyOf(check, ended.world, ended.node)).find(({ trace }) => trace !== '') ?? NOTHING;
    const more = worked ? (points === 0 ? ` ${WORDS.nothingLeft}` : '') : ` ${WORDS.neverWorked}`;
    return [{ title, points: worth(points), words: `${words}${more}`, ...why }];
  });
}

/** The world that a task was judged on. */
function forkOf({ world, node }: Ended, task: Task): World {
  if (task.afterUpgrade) return afterUpgrade(world, ...nodesOf(task, node));
  return task.afterRestart ? afterRestart(world, node) : world;
}

function whyOf(check: Check, world: World, home: string): Why {
  const node = 'node' in check ? (check.node ?? home) : home;
  switch (check.check) {
    case 'answer': {
      const { trace } = ask(check.line, world, node);
      if (trace === null) return NOTHING;
      if (trace.kind === 'api')
        return { trace: apiAnswerInWords(trace).sentence, causes: decisive(apiStageViews(trace, world)) };
      return { trace: answerInWords(trace).sentence, causes: decisive(stageViews(trace, world)) };
    }
    case 'logs':
    case 'exec': {
      const path = `/${check.check === 'logs' ? 'containerLogs' : 'exec'}/${check.of}`;
      const trace = askAsApiServer(world, node, check.check === 'logs' ? 'GET' : 'POST', path);
      return { trace: answerInWords(trace).sentence, causes: decisive(stageViews(trace, world)) };
    }
    case 'effective':
    case 'source': {
      const setting = inForce(nodeNamed(world, node)?.kubelet.process, check.path);
      return setting === null ? NOTHING : { trace: '', causes: [settingCause(setting, node)] };
    }
    default:
      return NOTHING;
  }
}

/** What decided: the gate that refused, else those that asked somebody and let the request through. */
function decisive(stages: readonly StageView[]): readonly CauseView[] {
  const refused = stages.find(({ state }) => state === 'refused');
  const gates = refused === undefined ? stages.filter(({ name }) => GATES.has(name)) : [refused];
  const causes = gates.flatMap((stage) => stage.causes);
  return causes.filter(({ label }, index) => causes.findIndex((other) => other.label === label) === index);
}

const GATES: ReadonlySet<StageView['name']> = new Set(['authenticate', 'authorize']);
