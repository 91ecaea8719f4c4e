import * as v from 'valibot';

/** How much a text that claims to be a run may hold. A learner's own run is bounded by their storage alone. */
export interface Bounds {
  /** Steps in a run. */
  readonly steps: number;
  /** Events in a step. */
  readonly events: number;
  /** Characters in one file, line, header or body. */
  readonly text: number;
}

/** The learner's own: whatever they did must open again. */
export const OWN: Bounds = { steps: Infinity, events: Infinity, text: Infinity };

/** A stranger's. A kubelet's files are a few kilobytes, an hour's run some hundred steps. */
export const FOREIGN: Bounds = { steps: 5000, events: 1000, text: 128 * 1024 };

/** Objects are strict and not nested any deeper than is written here, so a file cannot be deeper than a run is. */
function savedSchema(bounds: Bounds) {
  const text = v.pipe(v.string(), v.maxLength(bounds.text, 'too long'));
  const path = v.pipe(text, v.startsWith('/'));
  const node = text;
  /** Not of a list: a version that is not offered any more is refused by the engine, and the run opens all the same. */
  const release = v.pipe(text, v.regex(/^\d{1,3}(\.\d{1,3}){2}$/));
  const version = v.picklist(['1.0', '1.1', '1.2', '1.3']);
  const count = v.pipe(v.number(), v.integer(), v.minValue(0));

  /** The events that a session stores. Cluster objects are changed by requests, and by scenarios, which store nothing. */
  const event = v.variant('type', [
    v.strictObject({ type: v.literal('write'), node, path, text }),
    v.strictObject({ type: v.picklist(['remove', 'mkdir']), node, path }),
    v.strictObject({ type: v.literal('chmod'), node, path, mode: v.pipe(count, v.maxValue(0o7777)) }),
    v.strictObject({ type: v.literal('chown'), node, path, owner: text, group: text }),
    v.strictObject({ type: v.literal('daemon-reload'), node }),
    v.strictObject({ type: v.picklist(['start', 'stop', 'restart']), node, unit: text }),
    v.strictObject({ type: v.picklist(['enable', 'disable', 'reset-failed']), node, unit: text }),
    v.strictObject({ type: v.literal('signal'), node, pid: count, signal: text }),
    v.strictObject({ type: v.literal('sysctl'), node, name: text, value: text }),
    v.strictObject({ type: v.literal('upgrade'), node, version: release }),
    v.strictObject({
      type: v.literal('advance'),
      milliseconds: v.pipe(v.number(), v.minValue(0), v.maxValue(1e12)),
    }),
    v.strictObject({
      type: v.picklist(['request', 'api-request']),
      node,
      request: v.strictObject({
        address: text,
        port: v.pipe(count, v.maxValue(65_535)),
        scheme: v.picklist(['http', 'https']),
        method: text,
        path: text,
        headers: v.pipe(v.array(v.tuple([text, text])), v.maxLength(bounds.events)),
        body: v.exactOptional(text),
        certificate: v.exactOptional(v.strictObject({ certificate: text, name: text })),
        tls: v.exactOptional(
          v.strictObject({
            max: v.exactOptional(version),
            min: v.exactOptional(version),
            ciphers: v.exactOptional(v.pipe(v.array(text), v.maxLength(bounds.events))),
            leaves: v.exactOptional(text),
          }),
        ),
      }),
    }),
  ]);

  const events = v.pipe(v.array(event), v.maxLength(bounds.events, 'too many events in one step'));
  const note = v.exactOptional(text);
  const guess = v.nullable(v.picklist(['200', '401', '403', '404', 'refused']));
  const step = v.variant('kind', [
    v.strictObject({ kind: v.literal('edit'), node: v.exactOptional(node), path, events, note }),
    v.strictObject({ kind: v.picklist(['daemon-reload', 'restart', 'start', 'stop', 'wait']), events, note }),
    v.strictObject({ kind: v.literal('switch'), version: release, events, note }),
    v.strictObject({ kind: v.literal('ask'), node: v.exactOptional(node), line: text, guess, events, note }),
    v.strictObject({ kind: v.literal('line'), node, line: text, events, note }),
    v.strictObject({ kind: v.literal('reply'), task: text, text, events, note }),
  ]);

  return v.strictObject({
    format: v.literal(3),
    scenario: text,
    steps: v.pipe(v.array(step), v.maxLength(bounds.steps, 'too many steps')),
    at: count,
    hintsOpened: count,
    note: text,
  });
}

export type SavedSchema = ReturnType<typeof savedSchema>;

export const ownSchema: SavedSchema = savedSchema(OWN);
export const foreignSchema: SavedSchema = savedSchema(FOREIGN);
