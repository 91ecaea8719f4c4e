import type { World } from '#engine/world/world.ts';
import type { Lesson } from '#packs/lesson.ts';
import { headlineOf } from '../headline.ts';
import { judge, type TaskJudgement } from '../judge/judge.ts';
import { type Proof, repliesIn } from '../prove.ts';
import { startWorld, unfound } from '../startWorld.ts';
import { sentBy, type TypedLine, typeLines } from '../terminal/typedLines.ts';
import { outcomeOf } from './outcome.ts';
import { scenarioOf } from './scenarioOf.ts';

/**
 * Proves a lesson: its start is there and meets no step; the walk meets every step, in their order, the same each time; each
 * line that a step offers can be typed; each prediction ends as the lesson says.
 */
export async function proveLesson(lesson: Lesson): Promise<readonly Proof[]> {
  const scenario = scenarioOf(lesson);
  const { world, node } = startWorld(scenario);
  const walk = { lesson, scenario, start: world, node, typed: await typeLines(lesson.walk, world, node) };
  const proofs = [
    proof('its start is made of what its base has', unfound(scenario).join('; ')),
    untouched(walk),
    failing(walk),
    inOrder(walk),
    await repeats(walk),
  ];
  for (const prediction of lesson.predictions) {
    const { asked, failed } = await outcomeOf(prediction, world, node);
    const is = asked.trace === null ? `nothing: ${asked.stderr.trim()}` : headlineOf(asked.trace);
    const reason =
      failed !== null
        ? `"${failed.line}" fails: ${failed.output.trim()}`
        : is === prediction.is
          ? ''
          : `the kubelet answers ${is}`;
    proofs.push(proof(`prediction ${prediction.id}: ${prediction.is}`, reason));
  }
  return proofs;
}

interface Walk {
  readonly lesson: Lesson;
  readonly scenario: ReturnType<typeof scenarioOf>;
  readonly start: World;
  readonly node: string;
  readonly typed: readonly TypedLine[];
}

function proof(claim: string, reason: string): Proof {
  return { claim, holds: reason === '', reason };
}

function untouched({ scenario, start, node }: Walk): Proof {
  const met = judge(scenario, start, node).tasks.filter(isMet);
  return proof(
    'untouched, no step is met',
    met.length === 0 ? '' : `the start already meets ${met.map(({ task }) => task.id).join(', ')}`,
  );
}

/** A line of the walk may fail, as a kubelet that is asked to start wrongly does; what is no command is the author's. */
function failing({ typed }: Walk): Proof {
  const failed = typed.find(({ exitCode, output }) => exitCode === 127 || output.startsWith('bash: syntax error'));
  return proof('its walk can be typed', failed === undefined ? '' : `"${failed.line}": ${failed.output.trim()}`);
}

/** Each step is met at some point of the walk, and no later one before it. What was tried stays tried. */
function inOrder({ lesson, scenario, start, node, typed }: Walk): Proof {
  const claim = 'its walk meets every step, in their order';
  const first = new Map<string, number>();
  let last: readonly TaskJudgement[] = [];
  for (const index of typed.keys()) {
    const sofar = typed.slice(0, index + 1);
    const replies = repliesIn(lesson.walk.slice(0, index + 1));
    const world = sofar.at(-1)?.world ?? start;
    last = judge(scenario, world, node, replies, () => sentBy(sofar, start)).tasks;
    for (const { task } of last.filter(isMet)) if (!first.has(task.id)) first.set(task.id, index);
  }
  const untried = last.filter(({ task }) => !first.has(task.id));
  if (untried.length > 0) {
    const words = untried.map(({ task, findings }) => {
      const open = findings.filter(({ holds }) => !holds).map((finding) => finding.words);
      return `${task.id}: ${open.join(' ')}`;
    });
    return proof(claim, words.join('; '));
  }
  const places = lesson.steps.map(({ id }) => first.get(id) ?? 0);
  const early = places.findIndex((place, index) => place < (places[index - 1] ?? 0));
  return proof(claim, early === -1 ? '' : `${lesson.steps[early]?.id ?? ''} is met before the step before it`);
}

async function repeats({ lesson, start, node, typed }: Walk): Promise<Proof> {
  const again = await typeLines(lesson.walk, start, node);
  const same = JSON.stringify(typed.at(-1)?.world) === JSON.stringify(again.at(-1)?.world);
  return proof('walked twice, it makes the same world', same ? '' : 'something in it is chance');
}

function isMet({ state }: TaskJudgement): boolean {
  return state === 'met';
}
