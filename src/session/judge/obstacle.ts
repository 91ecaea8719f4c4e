import type { Setting, Source } from '#engine/config/provenance.ts';
import { fileName, settingText, shortPath, valueText } from '#engine/explain/cause.ts';
import { capitalised, fact } from '#engine/explain/facts.ts';
import type { StageName } from '#engine/kubelet/stage.ts';
import type { RequestTrace } from '#engine/world/trace.ts';

/** The gate that an expected answer belongs to: 401 is the authenticators' word, 403 the authorizer's. */
export const GATE_OF: Readonly<Record<string, StageName>> = {
  '401': 'authenticate',
  '403': 'authorize',
  refused: 'connect',
};

/** The setting that stood in the way, or let somebody through, in words: at the gate that should have decided, else the last. */
export function obstacle(trace: RequestTrace, gate: StageName | undefined): string {
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
