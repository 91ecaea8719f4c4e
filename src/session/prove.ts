import type { World } from '#engine/world/world.ts';
import type { Scenario } from '#packs/schema.ts';
import type { Finding } from './judge/case.ts';
import { isSolved, type Judgement, judge } from './judge/judge.ts';
import { startWorld } from './startWorld.ts';
import { typeLines } from './terminal/typedLines.ts';

/** One claim about a scenario, and whether it holds. */
export interface Proof {
  readonly claim: string;
  readonly holds: boolean;
  /** Why it does not hold; empty when it does. */
  readonly reason: string;
}

/**
 * Proves a scenario: untouched it scores nothing, its solution and every alternative pass, each wrong fix fails what it
 * says it fails.
 */
export async function prove(scenario: Scenario): Promise<readonly Proof[]> {
  const { world, node } = startWorld(scenario);
  const start = { scenario, world, node };
  const proofs = [untouched(start), await passes('the solution passes', scenario.solution, start)];
  for (const { title, lines } of scenario.alternatives)
    proofs.push(await passes(`so does another way: ${title}`, lines, start));
  for (const wrong of scenario.wrong) proofs.push(await wrongFix(wrong, start));
  return proofs;
}

interface Start {
  readonly scenario: Scenario;
  readonly world: World;
  readonly node: string;
}

function untouched({ scenario, world, node }: Start): Proof {
  const met = judge(scenario, world, node).tasks.filter(({ state }) => state === 'met');
  const reason = met.length === 0 ? '' : `the start already meets ${met.map(({ task }) => task.id).join(', ')}`;
  return { claim: 'untouched, it scores nothing', holds: met.length === 0, reason };
}

async function passes(claim: string, lines: readonly string[], start: Start): Promise<Proof> {
  const { scenario, node } = start;
  const played = await typedOn(start, lines, (code) => code !== 0);
  if (typeof played === 'string') return { claim, holds: false, reason: played };
  const judgement = judge(scenario, played, node);
  const reason = shortfalls(judgement)
    .map(({ id, words }) => `${id}: ${words}`)
    .join('; ');
  return { claim, holds: isSolved(judgement), reason };
}

async function wrongFix(wrong: Scenario['wrong'][number], start: Start): Promise<Proof> {
  const { scenario, node } = start;
  const claim = `wrong fix: ${wrong.title}`;
  // A wrong fix may end in an error; what is no command is the author's.
  const played = await typedOn(start, wrong.lines, (code) => code === 127);
  if (typeof played === 'string') return { claim, holds: false, reason: played };
  const failed = shortfalls(judge(scenario, played, node)).map(({ id }) => id);
  const missing = [...wrong.unmet, ...wrong.broken].filter((id) => !failed.includes(id));
  const reason =
    missing.length === 0 ? '' : `it should fail ${missing.join(', ')}, but it fails ${failed.join(', ') || 'nothing'}`;
  return { claim, holds: missing.length === 0, reason };
}

/** The world after the lines; what is wrong with the first that fails. */
async function typedOn(
  { world, node }: Start,
  lines: readonly string[],
  fails: (exitCode: number) => boolean,
): Promise<World | string> {
  const typed = await typeLines(lines, world, node);
  const failed = typed.find(({ exitCode, output }) => fails(exitCode) || output.startsWith('bash: syntax error'));
  if (failed === undefined) return typed.at(-1)?.world ?? world;
  return `"${failed.line.split('\n', 1)[0] ?? ''}" ends with ${failed.exitCode}: ${failed.output.trim()}`;
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
