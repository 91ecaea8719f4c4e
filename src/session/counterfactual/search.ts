import { step } from '#engine/world/step.ts';
import type { RequestTrace } from '#engine/world/trace.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import type { WantedAnswer } from '../view/counterfactual.ts';
import { credentialEdits } from './credentialEdits.ts';
import type { Edit, Tried } from './edit.ts';
import { dangersOf } from './results.ts';
import { ruleEdits } from './ruleEdits.ts';
import { serviceEdits } from './serviceEdits.ts';
import { settingEdits } from './settingEdits.ts';
import { resend, type SentRequest, type Situation } from './situation.ts';
import { isWanted } from './wanted.ts';
import { WORDS } from './words.ts';

/** No search tries more copies of the world than these. */
export const MOST_SINGLES = 60;
export const MOST_PAIRS = 200;

/** How a search stands after one more copy of the world. */
export interface Progress {
  readonly tried: number;
  readonly pairs: boolean;
}

/** What a search came to: everything that was run and gave the answer wanted, unsorted. */
export type Outcome = { readonly kind: 'already' } | { readonly kind: 'searched'; readonly found: readonly Tried[] };

/** What a kubelet remembers of the API server's answers by default, in seconds: a no, a token, a yes; one more, for it forgets after the moment. */
const FORGETTING = [31, 121, 301];

/**
 * Looks for the smallest changes that turn a request's answer into another one, running each on a copy of the world: single
 * edits, and pairs where no single edit does, or only a dangerous one. Yields every few milliseconds of work. The world
 * stays as it is.
 */
export function* search(world: World, sent: SentRequest, wanted: WantedAnswer): Generator<Progress, Outcome> {
  const start: Situation = { world, line: sent.line };
  const before = resend(sent, start);
  const progress = { tried: 0, pairs: false };
  if (isWanted(before?.answer ?? null, wanted)) return { kind: 'already' };
  yield { ...progress };

  const untouched: Tried = { edits: [], applied: [], situation: start, trace: before, waited: 0 };
  const settings = settingEdits(sent.node, sent.request);
  const credentials = credentialEdits(sent, nodeNamed(world, sent.from), wanted);
  const singles: Tried[] = [];
  const found: Tried[] = [];
  const nothing = [waitEdit(before), ...serviceEdits(sent.node, wanted)].filter((edit) => edit !== null);
  for (const edit of [...nothing, ...credentials, ...ruleEdits(before, sent.from, wanted), ...settings].slice(
    0,
    MOST_SINGLES,
  )) {
    // What restarts anyway is no smaller than the restart.
    if (edit.kind === 'setting' && found.some(({ edits }) => edits[0]?.id === 'restart')) continue;
    progress.tried += 1;
    const tried = yield* attempt(sent, untouched, edit, wanted, progress);
    yield { ...progress };
    if (tried === null) continue;
    if (!isWanted(tried.trace?.answer ?? null, wanted)) singles.push(tried);
    // Where waiting is enough, nothing that has to be waited for is smaller.
    else if (tried.waited === 0 || edit.id === WAIT || !found.some(({ edits }) => edits[0]?.id === WAIT))
      found.push(tried);
  }
  found.push(...(yield* pairsBeside({ sent, wanted, progress, credentials }, singles, found)));
  if (found.length > 0) return { kind: 'searched', found };

  progress.pairs = true;
  let pairs = 0;
  for (const [first, edit] of pairsOf(singles, [...credentials, ...settings], (tried) =>
    ruleEdits(tried.trace, sent.from, wanted),
  )) {
    if (pairs >= MOST_PAIRS) break;
    pairs += 1;
    progress.tried += 1;
    const tried = yield* attempt(sent, first, edit, wanted, progress);
    yield { ...progress };
    if (tried === null || !isWanted(tried.trace?.answer ?? null, wanted)) continue;
    // The first half alone was tried above; a rule was not, for it was found behind the first half only.
    const alone = edit.kind === 'rule' ? yield* attempt(sent, untouched, edit, wanted, progress) : null;
    if (alone === null || !isWanted(alone.trace?.answer ?? null, wanted)) found.push(tried);
  }
  return { kind: 'searched', found };
}

interface Context {
  readonly sent: SentRequest;
  readonly wanted: WantedAnswer;
  readonly progress: { tried: number; readonly pairs: boolean };
  readonly credentials: readonly Edit[];
}

/**
 * The pairs that are worth having beside single edits: a restart that is owed, or a start, with a rule or a credential;
 * a second binding behind the first; and a rule for somebody known where each single edit is dangerous.
 */
function* pairsBeside(
  { sent, wanted, progress, credentials }: Context,
  singles: readonly Tried[],
  found: readonly Tried[],
): Generator<Progress, readonly Tried[]> {
  const beside: Tried[] = [];
  const alone = new Set(found.map(({ edits: [edit] }) => edit?.id));
  const isDangerous = found.length > 0 && found.every((one) => dangersOf(one).length > 0);
  for (const first of singles) {
    const [edit] = first.edits;
    const owed = edit?.id === 'restart' && first.applied[0]?.sentence !== WORDS.forget;
    // What restarts the kubelet brings nothing of its own where the restart alone does as much.
    const known = isDangerous && (edit?.kind === 'credential' || edit?.kind === 'setting');
    const rules = owed || known || edit?.kind === 'rule' ? ruleEdits(first.trace, sent.from, wanted) : [];
    for (const next of [...rules, ...(owed ? credentials : [])].filter(({ id }) => !alone.has(id))) {
      if (
        edit?.kind === 'setting' &&
        beside.some(({ edits }) => edits[0]?.id === 'restart' && edits[1]?.id === next.id)
      )
        continue;
      progress.tried += 1;
      // What was waited for the first half counts for nothing: both are done, then the kubelet forgets.
      const done = { ...first, situation: first.applied.at(-1)?.situation ?? first.situation, waited: 0 };
      const tried = yield* attempt(sent, done, next, wanted, progress);
      yield { ...progress };
      if (tried === null || !isWanted(tried.trace?.answer ?? null, wanted)) continue;
      if (!known || dangersOf(tried).length === 0) beside.push(tried);
    }
  }
  return beside;
}

const WAIT = 'wait';

/** Waiting, where the kubelet answered from memory. */
function waitEdit(trace: RequestTrace | null): Edit | null {
  const remembered = trace?.stages.some(
    ({ facts, reviews }) => facts.cached === true || reviews?.some(({ cached }) => cached),
  );
  if (remembered !== true) return null;
  return {
    id: WAIT,
    slot: WAIT,
    kind: 'nothing',
    apply: (situation) => ({ situation, parts: [], restart: false, sentence: WORDS.wait, dangers: [], costs: [] }),
  };
}

/**
 * One more edit, run; null where it cannot be done. What a kubelet remembers is waited for where that is what it takes.
 * Yields between doing and asking, so that no stretch of work is long.
 */
function* attempt(
  sent: SentRequest,
  before: Tried,
  edit: Edit,
  wanted: WantedAnswer,
  progress: Progress,
): Generator<Progress, Tried | null> {
  const applied = edit.apply(before.situation);
  if (applied === null) return null;
  yield { ...progress };
  const tried: Tried = {
    edits: [...before.edits, edit],
    applied: [...before.applied, applied],
    situation: applied.situation,
    trace: resend(sent, applied.situation),
    waited: 0,
  };
  if (edit.kind !== 'rule' && edit.id !== WAIT) return tried;
  let later = tried;
  for (const seconds of FORGETTING) {
    if (isWanted(later.trace?.answer ?? null, wanted)) return later;
    yield { ...progress };
    const milliseconds = (seconds - later.waited) * 1000;
    const world = step(later.situation.world, { type: 'advance', milliseconds }).world;
    const situation = { ...later.situation, world };
    later = { ...later, situation, trace: resend(sent, situation), waited: seconds };
  }
  return later;
}

/** Pairs of edits, those first that rest on what the first half brought to light. */
function* pairsOf(
  singles: readonly Tried[],
  edits: readonly Edit[],
  rules: (first: Tried) => readonly Edit[],
): Generator<readonly [Tried, Edit]> {
  const firsts = singles.filter(({ edits: [edit] }) => edit?.kind === 'credential' || edit?.kind === 'setting');
  for (const first of firsts) for (const rule of rules(first)) yield [first, rule];
  for (const [index, first] of firsts.entries()) {
    const later = new Set(firsts.slice(index + 1).map(({ edits: [edit] }) => edit?.id));
    for (const edit of edits) {
      if (later.has(edit.id) && edit.slot !== first.edits[0]?.slot) yield [first, edit];
    }
  }
}
