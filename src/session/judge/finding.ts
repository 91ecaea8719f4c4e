import { settingAt } from '#engine/config/effective.ts';
import { answerInWords } from '#engine/explain/answer.ts';
import { settingText, valueText } from '#engine/explain/cause.ts';
import type { StageRecord } from '#engine/kubelet/stage.ts';
import { askAsApiServer } from '#engine/world/apiServerCall.ts';
import { isReady } from '#engine/world/ready.ts';
import { step } from '#engine/world/step.ts';
import type { RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import type { Check } from '#packs/schema.ts';
import { prepareCurl } from '#shell/commands/curl/prepare.ts';

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
      return logsFinding(check.of, world, node);
    case 'node-ready':
      return isReady(world, node)
        ? { holds: true, words: `${node} is Ready.` }
        : { holds: false, words: `${node} is not Ready: no kubelet reports to the API server.` };
  }
}

function answerFinding(check: Check & { check: 'answer' }, world: World, node: string): Finding {
  const prepared = prepareCurl(check.line, { world, node, workingDirectory: '/root' });
  if (prepared.kind !== 'request') {
    return { holds: false, words: `${check.who} could not even ask: ${prepared.stderr.trim()}` };
  }
  const { trace } = step(world, prepared.event);
  if (trace.kind !== 'request') return { holds: false, words: 'The request was not sent.' };
  const { headline } = answerInWords(trace);
  if (headline === check.is) return { holds: true, words: `${capital(check.who)} gets ${headline}.` };
  return { holds: false, words: `Expected ${check.is} for ${check.who}, got ${headline}. ${obstacle(trace)}`.trim() };
}

function effectiveFinding(check: Check & { check: 'effective' }, world: World, node: string): Finding {
  const process = world.nodes[node]?.kubelet.process;
  const setting = process ? settingAt(process.config, check.path) : null;
  if (setting === null) return { holds: false, words: `Expected ${check.path} to be ${check.is}; no kubelet runs.` };
  if (setting.value === check.is) return { holds: true, words: `${settingText(setting)}.` };
  return { holds: false, words: `Expected ${check.path} to be ${valueText(check.is)}; ${settingText(setting)}.` };
}

function logsFinding(of: string, world: World, node: string): Finding {
  const trace = askAsApiServer(world, node, 'GET', `/containerLogs/${of}`);
  const { headline, outcome } = answerInWords(trace);
  if (outcome === 'allowed')
    return { holds: true, words: "The API server's certificate is accepted, and logs come back." };
  return {
    holds: false,
    words: `The API server asked for the logs of ${of} and got ${headline}. ${obstacle(trace)}`.trim(),
  };
}

/** The setting that stood in the way, or let somebody through, in words. */
function obstacle(trace: RequestTrace): string {
  const decisive = [...trace.stages]
    .reverse()
    .find((record: StageRecord) => record.causes.some((cause) => cause.kind === 'setting'));
  const cause = decisive?.causes.find((each) => each.kind === 'setting');
  if (cause?.kind !== 'setting') return '';
  const beaten = cause.setting.beaten.find((loser) => loser.source.from === 'file' || loser.source.from === 'drop-in');
  const although = beaten === undefined ? '' : `, although ${fileWords(beaten.source)} says ${valueText(beaten.value)}`;
  return `In the running kubelet ${settingText(cause.setting)}${although}.`;
}

function fileWords(source: { readonly from: string; readonly at?: unknown }): string {
  return source.from === 'drop-in' ? 'a drop-in' : 'config.yaml';
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
