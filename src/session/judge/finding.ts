import { settingAt } from '#engine/config/effective.ts';
import type { Setting, Source } from '#engine/config/provenance.ts';
import { answerInWords } from '#engine/explain/answer.ts';
import { fileName, settingText, shortPath, valueText } from '#engine/explain/cause.ts';
import { capitalised, fact } from '#engine/explain/facts.ts';
import type { StageName } from '#engine/kubelet/stage.ts';
import { askAsApiServer } from '#engine/world/apiServerCall.ts';
import { isReady } from '#engine/world/ready.ts';
import type { RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import type { Check } from '#packs/schema.ts';
import { ask } from '../asked.ts';

/** What a check found: whether it holds, and a sentence that says what was expected and what is so. */
export interface Finding {
  readonly holds: boolean;
  readonly words: string;
}

/** Asks one check of a copy of the world. */
export function findOut(check: Check, world: World, node: string): Finding {
  switch (check.check) {
    case 'answer':
      return answerFinding(check, world, node);
    case 'effective':
      return effectiveFinding(check, world, node);
    case 'logs':
      return apiServerFinding('logs', check.of, world, node);
    case 'exec':
      return apiServerFinding('exec', check.of, world, node);
    case 'node-ready':
      return isReady(world, node)
        ? { holds: true, words: `${node} is Ready.` }
        : { holds: false, words: `${node} is not Ready: no kubelet reports to the API server.` };
  }
}

function answerFinding(check: Check & { check: 'answer' }, world: World, node: string): Finding {
  const { trace, stderr } = ask(check.line, world, node);
  if (trace === null || trace.answer.kind === 'left') {
    return {
      holds: false,
      words: `${capitalised(check.who)} could not even ask: ${trace === null ? stderr.trim() : answerInWords(trace).sentence}`,
    };
  }
  const { headline } = answerInWords(trace);
  const refused = headline === 'refused';
  if (refused && !isRunning(world, node)) {
    return { holds: false, words: `No kubelet runs, so no port answers, and nothing is proved for ${check.who}.` };
  }
  if (headline === check.is) {
    return { holds: true, words: `${capitalised(check.who)} ${refused ? 'finds nobody there' : `gets ${headline}`}.` };
  }
  const expected = check.is === 'refused' ? 'Expected nobody to answer' : `Expected ${check.is} for`;
  const words = `${expected} ${check.who}, got ${headline}. ${obstacle(trace, GATE_OF[check.is])}`;
  return { holds: false, words: words.trim() };
}

/** A port that is shut because nothing runs is damage, no achievement. */
function isRunning(world: World, node: string): boolean {
  return (world.nodes[node]?.kubelet.process ?? null) !== null;
}

function effectiveFinding(check: Check & { check: 'effective' }, world: World, node: string): Finding {
  const process = world.nodes[node]?.kubelet.process;
  const setting = process ? settingAt(process.config, check.path) : null;
  if (setting === null) return { holds: false, words: `Expected ${check.path} to be ${check.is}; no kubelet runs.` };
  if (setting.value === check.is) return { holds: true, words: `${settingText(setting)}.` };
  return { holds: false, words: `Expected ${check.path} to be ${valueText(check.is)}; ${settingText(setting)}.` };
}

/** What `kubectl logs` and `kubectl exec` need: the API server's own request to the kubelet, with its client certificate. */
function apiServerFinding(what: 'logs' | 'exec', of: string, world: World, node: string): Finding {
  if (!isRunning(world, node)) return { holds: false, words: 'No kubelet runs that could answer the API server.' };
  const trace =
    what === 'logs'
      ? askAsApiServer(world, node, 'GET', `/containerLogs/${of}`)
      : askAsApiServer(world, node, 'POST', `/exec/${of}?command=true&error=1&output=1`, UPGRADE);
  const { headline } = answerInWords(trace);
  if (headline === (what === 'logs' ? '200' : '101')) {
    return { holds: true, words: `The API server is let in as ${whoIn(trace)}, ${WORKS[what]}.` };
  }
  const asked = what === 'logs' ? `asked for the logs of ${of}` : `asked to run a command in ${of}`;
  return {
    holds: false,
    words: `The API server ${asked} and got ${headline}. ${obstacle(trace, GATE_OF[headline])}`.trim(),
  };
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

/** The gate that an expected answer belongs to: 401 is the authenticators' word, 403 the authorizer's. */
const GATE_OF: Readonly<Record<string, StageName>> = {
  '401': 'authenticate',
  '403': 'authorize',
  refused: 'connect',
};

/** The setting that stood in the way, or let somebody through, in words: at the gate that should have decided, else the last. */
function obstacle(trace: RequestTrace, gate: StageName | undefined): string {
  const unseen = ignoredCredential(trace);
  if (unseen !== null) return unseen;
  const records = trace.stages.filter((record) => record.causes.some((cause) => cause.kind === 'setting'));
  const decisive = records.find((record) => record.stage === gate) ?? records.at(-1);
  const cause = decisive?.causes.find((each) => each.kind === 'setting');
  if (cause?.kind !== 'setting') return '';
  return inForce(cause.setting);
}

/** Of somebody who showed a credential and was taken for a stranger: why nobody looked, and by which setting; else null. */
function ignoredCredential(trace: RequestTrace): string | null {
  const { certificate, headers } = trace.request;
  if (certificate === undefined && !headers.some(([name]) => name.toLowerCase() === 'authorization')) return null;
  const record = trace.stages.find(({ stage }) => stage === 'authenticate');
  if (record?.reason !== 'anonymous' && record?.reason !== 'no-credentials') return null;
  // The first cause is anonymous access; those that follow belong to what was not looked at.
  const cause = record.causes.slice(1).find((each) => each.kind === 'setting');
  if (cause?.kind !== 'setting') return null;
  return `${capitalised(fact(record.facts, 'why'))}. ${inForce(cause.setting)}`;
}

function inForce(setting: Setting): string {
  const beaten = setting.beaten.find((loser) => loser.source.from === 'file' || loser.source.from === 'drop-in');
  const although =
    beaten === undefined
      ? ''
      : `, although ${fileWords(beaten.source)} says ${shortPath(setting.path)} ${valueText(beaten.value)}`;
  return `In force: ${settingText(setting)}${although}.`;
}

function fileWords(source: Source): string {
  return 'at' in source && source.at !== null ? fileName(source.at.file) : 'the file';
}
