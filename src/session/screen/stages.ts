import { API_STAGES } from '#engine/apiserver/serve/stage.ts';
import { sourcePlace } from '#engine/config/provenance.ts';
import { API_SENTENCES } from '#engine/explain/apiSentences.table.ts';
import { fileName, settingText, sourceText, valueText } from '#engine/explain/cause.ts';
import { ruleText } from '#engine/explain/ruleText.ts';
import { SENTENCES } from '#engine/explain/sentences.table.ts';
import type { Answer } from '#engine/kubelet/exchange.ts';
import { type Cause, STAGES, type Verdict } from '#engine/kubelet/stage.ts';
import type { ApiTrace, RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import type { CauseView, StageView } from '../view.ts';
import { WORDS } from './words.ts';

/** Every gate of the API server that a request passed, or did not come to. */
export function apiStageViews(trace: ApiTrace, world: World): readonly StageView[] {
  return API_STAGES.map((name) => {
    const record = trace.stages.find((each) => each.stage === name);
    if (record === undefined) {
      return { name, label: WORDS.stages[name], state: 'not-reached', sentence: WORDS.notReached, causes: [] };
    }
    return {
      name,
      label: WORDS.stages[name],
      state: stateOf(record.verdict, trace.answer),
      sentence: API_SENTENCES[record.reason](record.facts),
      causes: record.causes.flatMap((cause) => causeViews(cause, world, controlPlaneOf(world))),
    };
  });
}

/** The node whose files decide about the API server; undefined when the world has none. */
function controlPlaneOf(world: World): string | undefined {
  const [host = ''] = world.cluster.endpoint.split(':');
  return Object.values(world.nodes).find((node) => node.host.address === host)?.name;
}

/** Every gate of a request: what it decided and why, or that the request never came so far. */
export function stageViews(trace: RequestTrace, world: World): readonly StageView[] {
  return STAGES.map((name) => {
    const record = trace.stages.find((each) => each.stage === name);
    if (record === undefined) {
      return { name, label: WORDS.stages[name], state: 'not-reached', sentence: WORDS.notReached, causes: [] };
    }
    return {
      name,
      label: WORDS.stages[name],
      state: stateOf(record.verdict, trace.answer),
      sentence: SENTENCES[record.reason](record.facts),
      // Of an open port its number's setting is enough; its address is the same for most.
      causes: (record.reason === 'connected' ? record.causes.slice(0, 1) : record.causes).flatMap((cause) =>
        causeViews(cause, world, trace.node),
      ),
    };
  });
}

function stateOf(verdict: Verdict, answer: Answer): StageView['state'] {
  if (verdict !== 'answered') return verdict;
  const welcome = answer.kind === 'http' && answer.status < 400;
  return welcome ? 'answered' : 'refused';
}

/** What a cause leads to: the line of the value in force, and the lines that it beat, on the node whose files they are. */
export function causeViews(cause: Cause, world: World, node?: string): readonly CauseView[] {
  const on = node === undefined ? {} : { node };
  switch (cause.kind) {
    case 'rule':
      return [{ kind: 'rule', ...ruleText(world.cluster, cause.rule) }];
    case 'file':
      return [
        {
          kind: 'place',
          label: cause.line === undefined ? fileName(cause.path) : `${fileName(cause.path)} line ${cause.line}`,
          place: { file: cause.path, line: cause.line ?? 1, ...on },
        },
      ];
    case 'setting': {
      const { setting } = cause;
      const place = sourcePlace(setting.source);
      const winner: CauseView =
        place === null
          ? { kind: 'text', label: settingText(setting) }
          : { kind: 'place', label: settingText(setting), place: { file: place.file, line: place.line, ...on } };
      const losers = setting.beaten.flatMap((loser): readonly CauseView[] => {
        const at = sourcePlace(loser.source);
        if (at === null) return [];
        const label = `beats ${valueText(loser.value)}, ${sourceText(loser.source)}`;
        return [{ kind: 'place', label, place: { file: at.file, line: at.line, ...on } }];
      });
      return [winner, ...losers];
    }
  }
}
