import { settingAt } from '#engine/config/effective.ts';
import { answerInWords } from '#engine/explain/answer.ts';
import { apiAnswerInWords } from '#engine/explain/apiAnswer.ts';
import { capitalised } from '#engine/explain/facts.ts';
import { askAsApiServer } from '#engine/world/apiServerCall.ts';
import { stepInBulk } from '#engine/world/step.ts';
import type { RequestTrace } from '#engine/world/trace.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import type { Check } from '#packs/checks.ts';
import { ask } from '../../asked.ts';
import { manifestSays, silence } from '../because/apiServerManifest.ts';
import { oneLine, stillness } from '../because/stillness.ts';
import { type Case, type Finding, holding, isRunning, lacking } from '../case.ts';
import { GATE_OF, inForce, obstacle } from '../obstacle.ts';
import { SERVED } from './host.ts';

/** A request as a learner would type it. */
export function answerFinding(check: Check & { check: 'answer' }, { world, home }: Case): Finding {
  const node = check.node ?? home;
  const { trace } = ask(check.line, world, node, stepInBulk);
  const expected = check.is === 'refused' ? `nobody to answer ${whom(check)}` : `${check.is} for ${whom(check)}`;
  if (trace === null) return lacking({ expected, got: 'no request', because: whyUnasked(check.line, world, node) });
  const { headline, sentence } = trace.kind === 'api' ? apiAnswerInWords(trace) : answerInWords(trace);
  const refused = headline === 'refused';
  if (refused && trace.kind === 'request' && !isRunning(world, trace.node)) {
    const because = stillness(world, trace.node);
    return lacking({ expected, got: 'no answer at all, as no kubelet runs', because });
  }
  if (headline === check.is) {
    return holding(`${capitalised(check.who)} ${refused ? 'finds nobody there' : `gets ${headline}`}.`);
  }
  if (trace.kind === 'api') return lacking({ expected, got: headline, because: sentence });
  const decider = DECIDED_BY[check.is];
  const process = nodeNamed(world, trace.node)?.kubelet.process ?? null;
  const setting = decider === undefined || process === null ? null : settingAt(process.config, decider);
  const because = setting === null ? obstacle(trace, GATE_OF[check.is]) : inForce(setting);
  return lacking({ expected, got: headline, because: because === '' ? sentence : because });
}

/** Settings that make answers which no gate would name that let the request pass. */
const DECIDED_BY: Readonly<Record<string, string>> = {
  'TLS alert': 'tlsMinVersion',
  '405': 'enableDebuggingHandlers',
};

/** Who asks, as the end of a part of a sentence. */
function whom({ who }: Check & { check: 'answer' }): string {
  return who.replace(/,$/, '');
}

/** What curl says when it is not told to be silent, in place of a request. */
function whyUnasked(line: string, world: World, node: string): string {
  const { stderr } = ask(line.replace(/^curl\s/, 'curl -S '), world, node);
  const said = oneLine(stderr);
  return said === '' ? `curl sends nothing for: ${line}` : `curl says: “${said}”.`;
}

/** What `kubectl logs` and `kubectl exec` need: the API server's own request to the kubelet, with its client certificate. */
export function streamFinding(check: Check & { check: 'logs' | 'exec' }, { world, home }: Case): Finding {
  const node = check.node ?? home;
  const what = check.check;
  const thing = what === 'logs' ? `the logs of ${check.of}` : `a command in ${check.of}`;
  const expected = check.works ? `${thing} for the API server` : `the API server to be refused ${thing}`;
  if (!world.cluster.reachable) {
    return lacking({ expected, got: 'nothing, as no API server answers', because: silence(world) });
  }
  if (!isRunning(world, node)) {
    return lacking({ expected, got: 'no answer at all, as no kubelet runs', because: stillness(world, node) });
  }
  const trace =
    what === 'logs'
      ? askAsApiServer(world, node, 'GET', `/containerLogs/${check.of}`)
      : askAsApiServer(world, node, 'POST', `/exec/${check.of}?command=true&error=1&output=1`, UPGRADE);
  const { headline, sentence } = answerInWords(trace);
  if (headline !== (what === 'logs' ? '200' : '101')) {
    if (!check.works) return holding(`The API server asked for ${thing} and got ${headline}.`);
    const because = obstacleOfApiServer(trace, world) || sentence;
    const process = nodeNamed(world, node)?.kubelet.process ?? null;
    const folder = headline !== '404' || process === null ? null : settingAt(process.config, 'staticPodPath');
    const from = folder === null ? '' : ` Static pods come from staticPodPath. ${inForce(folder)}`;
    return lacking({ expected, got: headline, because: `${because}${from}` });
  }
  if (check.works) return holding(`The API server is let in as ${whoIn(trace)}, ${WORKS[what]}.`);
  const handlers = settingAt(nodeNamed(world, node)?.kubelet.process?.config ?? NOTHING, 'enableDebuggingHandlers');
  const because = handlers === null ? sentence : inForce(handlers);
  return lacking({ expected, got: `${headline}: that still works`, because });
}

const NOTHING = { fromFile: false, settings: {}, flags: {}, gates: {}, configz: {} } as const;

/** As for anybody; but a 401 without a certificate is the API server's own doing. */
function obstacleOfApiServer(trace: RequestTrace, world: World): string {
  if (trace.answer.kind === 'left') {
    return `The API server does not trust what the kubelet serves: ${servedBy(world, trace.node)}. ${manifestSays(world, AUTHORITY)}`;
  }
  const bare = trace.request.certificate === undefined && trace.stages.at(-1)?.stage === 'authenticate';
  if (bare) return `The API server showed no certificate. ${manifestSays(world, 'kubelet-client-certificate')}`;
  const why = obstacle(trace, GATE_OF[answerInWords(trace).headline]);
  const refused = trace.stages.at(-1)?.reason === 'certificate-rejected';
  return refused ? `${why} ${manifestSays(world, 'kubelet-client-certificate')}` : why;
}

/** Whose the certificate is that a kubelet serves. */
function servedBy(world: World, node: string): string {
  const process = nodeNamed(world, node)?.kubelet.process;
  return process ? SERVED[process.serving.kind].words : 'no certificate';
}

const AUTHORITY = 'kubelet-certificate-authority';

/** As it sends it when it passes on a learner's `kubectl exec`. */
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
