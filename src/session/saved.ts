import * as v from 'valibot';
import type { World } from '#engine/world/world.ts';
import type { Scenario } from '#packs/schema.ts';
import { MOST_EVENTS, newRun, play, type Run } from './run.ts';
import type { LearnerStep } from './step.ts';

const path = v.pipe(v.string(), v.startsWith('/'), v.maxLength(4096));
const text = v.pipe(v.string(), v.maxLength(1_000_000));
const node = v.pipe(v.string(), v.maxLength(253));

/** The events that a session stores. Cluster objects are changed by scenarios only, so they are not among them. */
const eventSchema = v.variant('type', [
  v.strictObject({ type: v.literal('write'), node, path, text }),
  v.strictObject({ type: v.literal('daemon-reload'), node }),
  v.strictObject({ type: v.picklist(['start', 'stop', 'restart']), node, unit: v.literal('kubelet.service') }),
  v.strictObject({
    type: v.literal('advance'),
    milliseconds: v.pipe(v.number(), v.minValue(0), v.maxValue(1e12)),
  }),
  v.strictObject({
    type: v.literal('request'),
    node,
    request: v.strictObject({
      address: text,
      port: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)),
      scheme: v.picklist(['http', 'https']),
      method: text,
      path: text,
      headers: v.array(v.tuple([text, text])),
      body: v.exactOptional(text),
      certificate: v.exactOptional(v.strictObject({ certificate: text, name: text })),
      tls: v.exactOptional(
        v.strictObject({
          max: v.exactOptional(v.picklist(['1.0', '1.1', '1.2', '1.3'])),
          min: v.exactOptional(v.picklist(['1.0', '1.1', '1.2', '1.3'])),
          ciphers: v.exactOptional(v.array(text)),
          leaves: v.exactOptional(text),
        }),
      ),
    }),
  }),
]);

const guess = v.nullable(v.picklist(['200', '401', '403', '404', 'refused']));
const events = v.pipe(v.array(eventSchema), v.maxLength(MOST_EVENTS));

const stepSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('edit'), path, events }),
  v.strictObject({ kind: v.picklist(['daemon-reload', 'restart', 'start', 'stop', 'wait']), events }),
  v.strictObject({ kind: v.literal('ask'), line: text, guess, events }),
]);

const steps = v.pipe(v.array(stepSchema), v.maxLength(5000));

const savedSchema = v.strictObject({
  format: v.literal(1),
  scenario: text,
  played: steps,
  undone: steps,
  hintsOpened: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** The text that keeps a run: its scenario's id and its steps. */
export function saveText(run: Run): string {
  const played: readonly LearnerStep[] = run.played.map((entry) => entry.step);
  return JSON.stringify({
    format: 1,
    scenario: run.scenario.id,
    played,
    undone: run.undone,
    hintsOpened: run.hintsOpened,
  });
}

/** A run from its saved text by replaying it; null when the text is not one of this scenario's. */
export function restore(scenario: Scenario, start: World, saved: string): Run | null {
  const parsed = v.safeParse(savedSchema, parseJson(saved));
  if (!parsed.success || parsed.output.scenario !== scenario.id) return null;
  const { played, undone, hintsOpened } = parsed.output;
  const run = played.reduce<Run>((sofar, step) => play(sofar, step), newRun(scenario, start));
  return { ...run, undone, hintsOpened: Math.min(hintsOpened, scenario.hints.length) };
}

function parseJson(saved: string): unknown {
  try {
    return JSON.parse(saved);
  } catch {
    return null;
  }
}
