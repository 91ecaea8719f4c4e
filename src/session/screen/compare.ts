import type { ComparisonView, PartingSide } from '../view/compare.ts';
import type { CauseView, RequestView, StageView } from '../view.ts';
import { WORDS } from './words.ts';

/**
 * Lays two journeys side by side. They part where the one goes on and the other does not, or where both end and are not
 * answered alike. Reads what the screen shows of them, so that the comparison says nothing that cannot be seen.
 */
export function compareRequests(kept: RequestView, shown: RequestView): ComparisonView {
  const pairs = kept.stages.flatMap((left, index) => {
    const right = shown.stages[index];
    return right === undefined ? [] : [{ left, right }];
  });
  const at = pairs.findIndex(
    ({ left, right }) => goesOn(left) !== goesOn(right) || (!goesOn(left) && kept.headline !== shown.headline),
  );
  const pair = pairs[at];
  const differing = pairs
    .slice(0, at < 0 ? pairs.length : at)
    .filter(({ left, right }) => reached(left) && reached(right) && isOther(left, right))
    .map(({ left }) => left.name);
  if (pair === undefined) {
    return { parting: null, sentence: alike(kept, differing), sides: [], differing };
  }
  const { left, right } = pair;
  return {
    parting: left.name,
    sentence: WORDS.partAt(left.label),
    sides: [side(kept.number, left, right), side(shown.number, right, left)],
    differing,
  };
}

function side(number: number, own: StageView, other: StageView): PartingSide {
  return {
    number,
    words: goesOn(own) ? WORDS.goesOn : reached(own) ? WORDS.endsHere : WORDS.neverCame,
    sentence: own.sentence,
    causes: own.causes.filter((cause) => !other.causes.some((one) => sameCause(cause, one))),
  };
}

function alike(kept: RequestView, differing: readonly StageView['name'][]): string {
  const last = kept.stages.findLast(reached);
  const end = WORDS.endAlike(last?.label ?? '', kept.headline);
  return differing.length === 0 ? `${end} ${WORDS.sameAllTheWay}` : end;
}

function goesOn({ state }: StageView): boolean {
  return state === 'passed' || state === 'skipped';
}

function reached({ state }: StageView): boolean {
  return state !== 'not-reached';
}

function isOther(left: StageView, right: StageView): boolean {
  return left.state !== right.state || left.sentence !== right.sentence || !sameCauses(left.causes, right.causes);
}

function sameCauses(left: readonly CauseView[], right: readonly CauseView[]): boolean {
  return left.length === right.length && left.every((cause) => right.some((one) => sameCause(cause, one)));
}

function sameCause(left: CauseView, right: CauseView): boolean {
  return left.kind === right.kind && left.label === right.label;
}
