import { answerInWords } from '#engine/explain/answer.ts';
import { KUBELET_UNIT } from '#engine/host/unit.ts';
import type { RequestTrace } from '#engine/world/trace.ts';
import type { CounterfactualResult, EditPart } from '../view/counterfactual.ts';
import type { Edit, Tried } from './edit.ts';
import { WORDS } from './words.ts';

/** No list is longer than this. */
const MOST_RESULTS = 8;

/** What was found, the least privilege first: who may already, then one rule, then a setting; what is broad comes last. */
export function resultsOf(found: readonly Tried[], node: string): readonly CounterfactualResult[] {
  return found
    .map((tried) => ({ tried, dangers: dangersOf(tried), costs: tried.applied.flatMap(({ costs }) => costs) }))
    .map((one) => ({ ...one, weight: weightOf(one.tried.edits, one.dangers.length, one.costs.length) }))
    .toSorted((left, right) => left.weight - right.weight)
    .slice(0, MOST_RESULTS)
    .map(({ tried, dangers, costs }) => ({
      id: tried.edits.map(({ id }) => id).join(' + '),
      sentences: tried.applied.map(({ sentence }) => sentence),
      outcome: tried.trace === null ? '' : answerInWords(tried.trace).sentence,
      parts: partsOf(tried, node),
      dangers,
      costs,
      ask: lineAlone(tried),
    }));
}

const WEIGHTS: Readonly<Record<Edit['kind'], number>> = { nothing: 0, credential: 1, rule: 2, setting: 3, service: 4 };

function weightOf(edits: readonly Edit[], dangers: number, costs: number): number {
  const own = edits.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0);
  return own + (costs > 0 ? 10 : 0) + (dangers > 0 ? 20 : 0);
}

/** Why one should hesitate: what the edits themselves open, and what the credential shown may do beside this. */
export function dangersOf({ applied, edits, trace }: Tried): readonly string[] {
  const own = applied.flatMap(({ dangers }) => dangers);
  return edits.some(({ kind }) => kind === 'credential') ? [...own, ...powerOf(trace)] : own;
}

function powerOf(trace: RequestTrace | null): readonly string[] {
  const allowing = (trace?.stages ?? [])
    .flatMap(({ reviews }) => reviews ?? [])
    .flatMap(({ outcome }) => ('error' in outcome || !outcome.allowed ? [] : [outcome]));
  if (allowing.some(({ by }) => by === 'system:masters')) return [WORDS.masters];
  if (allowing.some(({ rule }) => rule?.role.name === 'cluster-admin')) return [WORDS.clusterAdmin];
  return allowedByProxy(trace) ? [WORDS.proxy] : [];
}

/** Whether what let a request in was asked of nodes/proxy. */
function allowedByProxy(trace: RequestTrace | null): boolean {
  return (trace?.stages ?? [])
    .flatMap(({ reviews }) => reviews ?? [])
    .some(({ question, outcome }) => !('error' in outcome) && outcome.allowed && question.subresource === 'proxy');
}

/** Files first, then one restart for all of them, then what comes after. */
function partsOf({ applied, waited }: Tried, node: string): readonly EditPart[] {
  const parts = applied.flatMap((one) => one.parts);
  const isFile = ({ kind }: EditPart): boolean => kind === 'diff';
  const restart: EditPart = { kind: 'command', on: node, text: RESTART };
  return [
    ...parts.filter(isFile),
    ...(applied.some((one) => one.restart) ? [restart] : []),
    ...parts.filter((part) => !isFile(part) && part.kind !== 'line'),
    ...(waited > 0 ? [{ kind: 'wait', seconds: waited } as const] : []),
    ...parts.filter(({ kind }) => kind === 'line'),
  ];
}

const RESTART = `systemctl daemon-reload && systemctl restart ${KUBELET_UNIT.replace('.service', '')}`;

/** The line to ask where nothing but the line is other. */
function lineAlone({ edits, situation }: Tried): string | null {
  return edits.every(({ kind }) => kind === 'credential') ? situation.line : null;
}
