import { readText } from '#engine/host/files.ts';
import { step } from '#engine/world/step.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import { ask } from '../asked.ts';
import { typeLines } from '../terminal/typedLines.ts';
import type { CounterfactualResult, EditPart, WantedAnswer } from '../view/counterfactual.ts';
import { type Outcome, search } from './search.ts';
import { type SentRequest, sentOf } from './situation.ts';

/** A line that was asked on a node: the world after it, and the request as it can be sent again. */
export function sentLine(
  before: World,
  node: string,
  line: string,
): { readonly world: World; readonly sent: SentRequest } {
  const asked = ask(line, before, node);
  const world = asked.events.reduce((now, event) => step(now, event).world, before);
  const played = { step: { kind: 'ask', line, node, guess: null, events: asked.events }, traces: [], world } as const;
  const sent = asked.trace === null ? null : sentOf(played, asked.trace, node);
  if (sent === null) throw new Error(`no kubelet was asked by ${line}`);
  return { world, sent };
}

/** A whole search, with the number of copies that it tried. */
export function searched(world: World, sent: SentRequest, wanted: WantedAnswer): Outcome & { readonly tried: number } {
  const steps = search(world, sent, wanted);
  let tried = 0;
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done === true) return { ...next.value, tried };
    tried = next.value.tried;
  }
}

/** Does what a result shows as a learner would, reading nothing but what is shown: the world after it, and the line to ask. */
export async function doShown(
  result: CounterfactualResult,
  before: World,
  sent: SentRequest,
): Promise<{ readonly world: World; readonly line: string | null }> {
  let world = before;
  let { line } = sent;
  for (const part of result.parts) {
    if (part.kind === 'line') line = part.text;
    else world = await doPart(part, world, sent.from);
  }
  return { world, line };
}

async function doPart(part: Exclude<EditPart, { readonly kind: 'line' }>, world: World, from: string): Promise<World> {
  switch (part.kind) {
    case 'wait':
      return step(world, { type: 'advance', milliseconds: part.seconds * 1000 }).world;
    case 'yaml':
      return typed(`kubectl apply -f - <<'EOF'\n${part.text}EOF`, world, from);
    case 'command':
      return typed(part.text, world, part.on);
    case 'diff':
      return patched(part, world);
  }
}

async function typed(line: string, world: World, node: string): Promise<World> {
  const last = (await typeLines([line], world, node)).at(-1);
  if (last === undefined || last.exitCode !== 0) throw new Error(`${line} failed: ${last?.output ?? ''}`);
  return last.world;
}

/** The file with the lines exchanged; those that go must stand where it is said. */
function patched({ node, place, lines }: EditPart & { readonly kind: 'diff' }, world: World): World {
  const old = (readText(nodeNamed(world, node)?.host.files ?? {}, place.file) ?? '').split('\n');
  const texts = (sign: string) => lines.filter((line) => line.sign === sign).map(({ text }) => text);
  const [gone, come] = [texts('-'), texts('+')];
  const from = place.line - 1;
  if (JSON.stringify(old.slice(from, from + gone.length)) !== JSON.stringify(gone)) {
    throw new Error(`${place.file} has other lines at ${place.line}`);
  }
  const text = old.toSpliced(from, gone.length, ...come).join('\n');
  return step(world, { type: 'write', node, path: place.file, text }).world;
}
