import type { Check } from '#packs/checks.ts';
import { type Case, type Finding, holding, lacking } from './case.ts';
import { apiServerFinding } from './checks/apiServer.ts';
import { askedFinding } from './checks/asked.ts';
import { benchmarkFinding } from './checks/benchmark.ts';
import {
  fileFinding,
  journalFinding,
  kubeletFinding,
  readyFinding,
  servingFinding,
  staticPodFinding,
} from './checks/host.ts';
import { answerFinding, streamFinding } from './checks/requests.ts';
import { approvedFinding, canFinding, objectFinding, unboundFinding } from './checks/rights.ts';
import { effectiveFinding, sourceFinding } from './checks/settings.ts';

/** Asks one check of a case, which stays as it is. */
export function findOut(check: Check, given: Case): Finding {
  switch (check.check) {
    case 'answer':
      return answerFinding(check, given);
    case 'effective':
      return effectiveFinding(check, given);
    case 'source':
      return sourceFinding(check, given);
    case 'logs':
    case 'exec':
      return streamFinding(check, given);
    case 'node-ready':
      return readyFinding(check, given);
    case 'can':
      return canFinding(check, given);
    case 'unbound':
      return unboundFinding(check, given);
    case 'file':
      return fileFinding(check, given);
    case 'journal-without':
      return journalFinding(check, given);
    case 'serving':
      return servingFinding(check, given);
    case 'kubelet':
      return kubeletFinding(check, given);
    case 'object':
      return objectFinding(check, given);
    case 'approved-only':
      return approvedFinding(check, given);
    case 'api-server':
      return apiServerFinding(check, given);
    case 'static-pod':
      return staticPodFinding(check, given);
    case 'benchmark':
      return benchmarkFinding(check, given);
    case 'asked':
      return askedFinding(check, given);
    case 'reply':
      return replyFinding(check, given);
  }
}

/** What the learner answered, whatever its case and the spaces around it. The right answer is not told. */
function replyFinding({ is }: Check & { check: 'reply' }, { reply }: Case): Finding {
  const expected = 'an answer that the kubelet bears out';
  if (reply === null || reply.trim() === '') {
    return lacking({ expected, got: 'none', because: 'The question was not answered yet.' }, 'Not answered yet.');
  }
  const plain = (answer: string): string => answer.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  if (is.some((answer) => plain(answer) === plain(reply))) return holding(`Right: ${reply.trim()}.`);
  const because = `“${reply.trim()}” is not the answer.`;
  return lacking({ expected, got: `“${reply.trim()}”`, because }, because);
}
