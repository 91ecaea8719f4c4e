import { type BaseNames, USUAL_NAMES } from '#engine/world/names.ts';
import type { World } from '#engine/world/world.ts';
import type { Scenario } from '#packs/schema.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import type { Finding, SentTrace } from './judge/case.ts';
import { isSolved, type Judgement, judge, type Replies } from './judge/judge.ts';
import { leavesUnsaid } from './judge/unsaid.ts';
import { startWorld, unfound } from './startWorld.ts';
import { sentBy, typeLines } from './terminal/typedLines.ts';

/** One claim about a scenario, and whether it holds. */
export interface Proof {
  readonly claim: string;
  readonly holds: boolean;
  /** Why it does not hold; empty when it does. */
  readonly reason: string;
}

/** What every seed of a scenario must show: its start is made of what is there and scores nothing, and its solution passes. */
export async function proveSolvable(
  scenario: Scenario,
  names: BaseNames = USUAL_NAMES,
): Promise<readonly [Proof, Proof, Proof]> {
  return await solvable(startOf(scenario, names), names);
}

/** Of another mistake than its own: that, the other ways that are right, and that no change of the solution is idle. */
export async function proveWays(scenario: Scenario): Promise<readonly Proof[]> {
  return await ways(startOf(scenario, USUAL_NAMES), USUAL_NAMES);
}

/**
 * Proves a scenario: untouched it scores nothing; its solution and at least one other way pass, the same each time; without
 * any one of its changes the solution fails, and so it does with the kubelet stopped; each wrong fix fails what it says it
 * fails, with its own diagnosis.
 */
export async function prove(scenario: Scenario, names: BaseNames = USUAL_NAMES): Promise<readonly Proof[]> {
  const start = startOf(scenario, names);
  const proofs = [...(await ways(start, names)), await repeats(start), await shutDown(start)];
  for (const wrong of scenario.wrong) proofs.push(await wrongFix(wrong, start));
  return proofs;
}

function startOf(scenario: Scenario, names: BaseNames): Start {
  return { scenario, ...startWorld(scenario, names) };
}

async function solvable(start: Start, names: BaseNames): Promise<[Proof, Proof, Proof]> {
  const { scenario } = start;
  return [started(scenario, names), untouched(start), await passes('the solution passes', scenario.solution, start)];
}

async function ways(start: Start, names: BaseNames): Promise<readonly Proof[]> {
  const { scenario } = start;
  const proofs: Proof[] = await solvable(start, names);
  for (const { title, lines } of scenario.alternatives)
    proofs.push(await passes(`so does another way: ${title}`, lines, start));
  return [...proofs, several(scenario), await needed(start)];
}

function started(scenario: Scenario, names: BaseNames): Proof {
  const reason = unfound(scenario, names).join('; ');
  return { claim: 'its start is made of what its base has', holds: reason === '', reason };
}

interface Start {
  readonly scenario: Scenario;
  readonly world: World;
  readonly node: string;
}

function untouched({ scenario, world, node }: Start): Proof {
  const judgement = judge(scenario, world, node);
  const met = judgement.tasks.filter(({ state }) => state === 'met');
  const reason = [
    ...(met.length === 0 ? [] : [`the start already meets ${met.map(({ task }) => task.id).join(', ')}`]),
    ...unsaid(judgement, world),
  ].join('; ');
  return { claim: 'untouched, it scores nothing', holds: reason === '', reason };
}

function several({ alternatives }: Scenario): Proof {
  const holds = alternatives.length > 0;
  return { claim: 'more than one way is right', holds, reason: holds ? '' : 'add at least one other way' };
}

async function passes(claim: string, lines: readonly string[], start: Start): Promise<Proof> {
  const played = await typedOn(start, lines, (code) => code !== 0);
  if (typeof played === 'string') return { claim, holds: false, reason: played };
  const judgement = judged(start, played);
  const reason = shortfalls(judgement)
    .map(({ id, words }) => `${id}: ${words}`)
    .join('; ');
  return { claim, holds: isSolved(judgement), reason };
}

/** Typed once more, the solution makes the very same world. */
async function repeats(start: Start): Promise<Proof> {
  const claim = 'typed twice, it makes the same world';
  const [first, second] = [
    await typedOn(start, start.scenario.solution),
    await typedOn(start, start.scenario.solution),
  ];
  if (typeof first === 'string' || typeof second === 'string') return { claim, holds: false, reason: 'it fails' };
  const holds = JSON.stringify(first.world) === JSON.stringify(second.world);
  return { claim, holds, reason: holds ? '' : 'something in it is chance' };
}

/** No line of the solution that changes the world may be left out. */
async function needed(start: Start): Promise<Proof> {
  const claim = 'each change of the solution is needed';
  const { solution } = start.scenario;
  const typed = await typeLines(solution, start.world, start.node);
  for (const [index, { line, changes }] of typed.entries()) {
    if (!changes) continue;
    const rest = await typedOn(start, [...solution.slice(0, index), ...solution.slice(index + 1)]);
    if (typeof rest !== 'string' && isSolved(judged(start, rest))) {
      return { claim, holds: false, reason: `it passes without "${line.split('\n', 1)[0] ?? ''}"` };
    }
  }
  return { claim, holds: true, reason: '' };
}

/** What nobody can reach is not hardened. */
async function shutDown(start: Start): Promise<Proof> {
  const claim = 'with the kubelet stopped nothing is solved';
  const played = await typedOn(start, [...start.scenario.solution, 'systemctl stop kubelet']);
  const holds = typeof played === 'string' || !isSolved(judged(start, played));
  return { claim, holds, reason: holds ? '' : 'add what must work' };
}

async function wrongFix(wrong: Scenario['wrong'][number], start: Start): Promise<Proof> {
  const { node } = start;
  const claim = `wrong fix: ${wrong.title}`;
  // A wrong fix may end in an error; what is no command is the author's.
  const played = await typedOn(start, wrong.lines, (code) => code === 127);
  if (typeof played === 'string') return { claim, holds: false, reason: played };
  const judgement = judged(start, played);
  const failed = shortfalls(judgement).map(({ id }) => id);
  const missing = [...wrong.unmet, ...wrong.broken].filter((id) => !failed.includes(id));
  const seen = diagnose({ start: start.world, world: played.world, home: node, played: [], typed: wrong.lines });
  const ids = seen.map(({ misconception }) => String(misconception.id));
  const unseen = wrong.diagnosis.filter((id) => !ids.includes(id));
  const reason = [
    ...(missing.length === 0
      ? []
      : [`it should fail ${missing.join(', ')}, but it fails ${failed.join(', ') || 'nothing'}`]),
    ...(unseen.length === 0
      ? []
      : [`the diagnosis should say ${unseen.join(', ')}, but it says ${ids.join(', ') || 'nothing'}`]),
    ...unsaid(judgement, played.world),
  ].join('; ');
  return { claim, holds: reason === '', reason };
}

/** “Not solved” never stands alone: what unmet checks leave their reader to guess, each with its words. */
function unsaid({ tasks, mustWork }: Judgement, world: World): readonly string[] {
  return [...tasks, ...mustWork].flatMap(({ findings }) =>
    findings.flatMap((finding) => {
      const fault = leavesUnsaid(finding, world);
      return fault === '' ? [] : [`${fault}: ${finding.words}`];
    }),
  );
}

/** What lines made of the start. */
interface Played {
  readonly world: World;
  readonly replies: Replies;
  sent(): readonly SentTrace[];
}

function judged({ scenario, node }: Start, { world, replies, sent }: Played): Judgement {
  return judge(scenario, world, node, replies, sent);
}

/** The world after the lines, and what was answered in them; what is wrong with the first that fails. */
async function typedOn(
  { world, node }: Start,
  lines: readonly string[],
  fails: (exitCode: number) => boolean = () => false,
): Promise<Played | string> {
  const typed = await typeLines(lines, world, node);
  const failed = typed.find(({ exitCode, output }) => fails(exitCode) || output.startsWith('bash: syntax error'));
  if (failed === undefined)
    return { world: typed.at(-1)?.world ?? world, replies: repliesIn(lines), sent: () => sentBy(typed, world) };
  return `"${failed.line.split('\n', 1)[0] ?? ''}" ends with ${failed.exitCode}: ${failed.output.trim()}`;
}

const ANSWER = /^#\s*answer\s+([a-z0-9-]+):\s*(.+)$/;

/** Answers to tasks' questions stand among the lines as comments: `# answer TASK: TEXT`. */
export function repliesIn(lines: readonly string[]): Replies {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, task, text] = ANSWER.exec(line.trim()) ?? [];
      return task === undefined || text === undefined ? [] : [[task, text]];
    }),
  );
}

/** What is not as it should be: tasks that are not met, and what must work and does not. */
function shortfalls({ tasks, mustWork }: Judgement): readonly { readonly id: string; readonly words: string }[] {
  const failed = (findings: readonly Finding[]) =>
    findings
      .filter(({ holds }) => !holds)
      .map(({ words }) => words)
      .join(' ');
  return [
    ...tasks
      .filter(({ state }) => state !== 'met')
      .map(({ task, state, findings }) => ({
        id: task.id,
        words: state === 'waiting' ? `waits for ${task.after.join(', ')}` : failed(findings),
      })),
    ...mustWork.filter(({ works }) => !works).map(({ work, findings }) => ({ id: work.id, words: failed(findings) })),
  ];
}
