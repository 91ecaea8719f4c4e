import type { Answer } from '#engine/kubelet/exchange.ts';
import type { WantedAnswer } from '../view/counterfactual.ts';

/** Whether an answer is the one wished for. A stream that was opened (101) is being served too. */
export function isWanted(answer: Answer | null, wanted: WantedAnswer): boolean {
  if (wanted === 'refused') return answer?.kind === 'refused';
  if (answer?.kind !== 'http') return false;
  return wanted === '200'
    ? answer.status === 101 || Math.floor(answer.status / 100) === 2
    : String(answer.status) === wanted;
}
