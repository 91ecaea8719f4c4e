import { answerInWords } from '#engine/explain/answer.ts';
import { apiAnswerInWords } from '#engine/explain/apiAnswer.ts';
import { capitalised } from '#engine/explain/facts.ts';
import { askAsApiServer } from '#engine/world/apiServerCall.ts';
import type { RequestTrace } from '#engine/world/trace.ts';
import type { Check } from '#packs/checks.ts';
import { ask } from '../../asked.ts';
import { type Case, type Finding, found, isRunning } from '../case.ts';
import { GATE_OF, obstacle } from '../obstacle.ts';

/** A request as a learner would type it. */
export function answerFinding(check: Check & { check: 'answer' }, { world, home }: Case): Finding {
  const node = check.node ?? home;
  const { trace, stderr } = ask(check.line, world, node);
  const who = capitalised(check.who);
  if (trace === null) return { holds: false, words: `${who} could not even ask: ${stderr.trim()}` };
  const { headline, sentence } = trace.kind === 'api' ? apiAnswerInWords(trace) : answerInWords(trace);
  const refused = headline === 'refused';
  if (trace.answer.kind === 'left' && check.is !== 'client left') {
    return { holds: false, words: `${who} could not even ask: ${sentence}` };
  }
  if (refused && trace.kind === 'request' && !isRunning(world, trace.node)) {
    return { holds: false, words: `No kubelet runs, so no port answers, and nothing is proved for ${check.who}.` };
  }
  if (headline === check.is) {
    return { holds: true, words: `${who} ${refused ? 'finds nobody there' : `gets ${headline}`}.` };
  }
  const expected = check.is === 'refused' ? 'Expected nobody to answer' : `Expected ${check.is} for`;
  const because = trace.kind === 'api' ? sentence : obstacle(trace, GATE_OF[check.is]);
  return { holds: false, words: `${expected} ${check.who}, got ${headline}. ${because}`.trim() };
}

/** What `kubectl logs` and `kubectl exec` need: the API server's own request to the kubelet, with its client certificate. */
export function streamFinding(check: Check & { check: 'logs' | 'exec' }, { world, home }: Case): Finding {
  const node = check.node ?? home;
  const what = check.check;
  if (!world.cluster.reachable) {
    return found(!check.works && what === 'exec', '', 'No API server answers, so nobody can ask it for anything.');
  }
  if (!isRunning(world, node)) return { holds: false, words: 'No kubelet runs that could answer the API server.' };
  const trace =
    what === 'logs'
      ? askAsApiServer(world, node, 'GET', `/containerLogs/${check.of}`)
      : askAsApiServer(world, node, 'POST', `/exec/${check.of}?command=true&error=1&output=1`, UPGRADE);
  const { headline } = answerInWords(trace);
  const works = headline === (what === 'logs' ? '200' : '101');
  const asked = what === 'logs' ? `asked for the logs of ${check.of}` : `asked to run a command in ${check.of}`;
  if (works)
    return found(
      check.works,
      `The API server is let in as ${whoIn(trace)}, ${WORKS[what]}.`,
      `The API server ${asked}, and that still works.`,
    );
  const failed = `The API server ${asked} and got ${headline}.`;
  return check.works
    ? { holds: false, words: `${failed} ${obstacle(trace, GATE_OF[headline])}`.trim() }
    : { holds: true, words: failed };
}

/** As the API server sends it when it passes on a learner's `kubectl exec`. */
const UPGRADE: RequestTrace['request']['headers'] = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'SPDY/3.1'],
  ['X-Stream-Protocol-Version', 'v5.channel.k8s.io'],
];

const WORKS: Readonly<Record<'logs' | 'exec', string>> = {
  logs: 'and logs come back',
  exec: 'and the command runs',
};

/** For whom the kubelet took the API server. */
function whoIn({ subject }: RequestTrace): string {
  const user = subject?.user ?? '';
  return user === 'system:anonymous' ? 'a stranger, like anybody' : user;
}
