import type { Setting, Source } from '#engine/config/provenance.ts';
import { fileName, settingText, shortPath, valueText } from '#engine/explain/cause.ts';
import { capitalised, fact, holds } from '#engine/explain/facts.ts';
import { SENTENCES } from '#engine/explain/sentences.table.ts';
import type { ReasonCode } from '#engine/kubelet/reason.ts';
import type { StageName, StageRecord } from '#engine/kubelet/stage.ts';
import type { RequestTrace } from '#engine/world/trace.ts';
import { lookedAt, ruleWords } from './because/grants.ts';

/** The gate that an expected answer belongs to: 401 is the authenticators' word, 403 the authorizer's. */
export const GATE_OF: Readonly<Record<string, StageName>> = {
  '401': 'authenticate',
  '403': 'authorize',
  refused: 'connect',
};

/** What stood in the way, or let somebody through, in words: at the gate that should have decided, else where it ended. */
export function obstacle(trace: RequestTrace, gate: StageName | undefined): string {
  const unseen = ignoredCredential(trace);
  if (unseen !== null) return unseen;
  const due = trace.stages.find(({ stage, causes }) => stage === gate && causes.length > 0);
  const decisive = due ?? trace.stages.findLast(({ verdict }) => verdict === 'answered');
  if (decisive === undefined) return '';
  const sentence = TELLING.has(decisive.reason) ? SENTENCES[decisive.reason](decisive.facts) : rejection(decisive);
  const causes = causesOf(decisive) || causesOf(trace.stages.findLast((record) => causesOf(record) !== ''));
  return [sentence, bindingsLookedAt(decisive), sentence === '' ? causes : causesOf(decisive)]
    .filter((part) => part !== '')
    .join(' ');
}

/** Reasons whose sentence says more than the setting behind them. */
const TELLING: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'no-process',
  'port-unknown',
  'address-closed',
  'tls-version',
  'tls-cipher',
  'no-serving-certificate',
  'client-left',
  'client-closed',
  'not-found',
  'redirected',
  'access-denied',
  'access-unknown',
  'served',
  'method-not-allowed',
  'not-acceptable',
  'handler-refused',
]);

/** Why a credential was refused, from where the error begins to say it. */
function rejection({ reason, facts }: StageRecord): string {
  if (!/-rejected$/.test(reason)) return '';
  const error = fact(facts, 'error');
  return `What was shown is refused: ${error.slice(Math.max(0, error.lastIndexOf('x509:')))}.`;
}

/** What is remembered is no longer a matter of RBAC. */
const FORGETS = 'As a rule it forgets a no after half a minute and a yes after five; a restart forgets both.';

/** The rule that allowed; else the setting that decided, and at the port, where two say who is let near, all of them. */
function causesOf(record: StageRecord | undefined): string {
  const rule = record?.causes.find((cause) => cause.kind === 'rule');
  if (rule?.kind === 'rule' && record !== undefined && holds(record.facts, 'cached')) {
    return `The kubelet remembers a yes, by what held when it asked: ${ruleWords(rule.rule)} ${FORGETS}`;
  }
  if (rule?.kind === 'rule') return ruleWords(rule.rule);
  const settings = record?.causes.flatMap((cause) => (cause.kind === 'setting' ? [cause.setting] : [])) ?? [];
  const bound = record?.stage === 'connect' ? settings.filter(({ path }) => path === 'healthzBindAddress') : [];
  const [first] = settings;
  return first === undefined ? '' : [first, ...bound.filter((one) => one !== first)].map(inForce).join(' ');
}

/** Which bindings were looked at in vain. */
function bindingsLookedAt({ reason, facts, reviews = [] }: StageRecord): string {
  if (reason !== 'access-denied') return '';
  if (holds(facts, 'cached')) return `So it was when it was asked. ${FORGETS}`;
  return lookedAt(reviews.flatMap(({ outcome }) => ('considered' in outcome ? outcome.considered : [])));
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

/** A setting as a sentence, with what it beat. */
export function inForce(setting: Setting): string {
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
