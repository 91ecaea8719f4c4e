import { objectAt, objectsAt, textAt, valueAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { clockText, monthName, parseTime, utcParts } from '#engine/time.ts';
import { ageOf } from '../tables/age.ts';
import { numberAt } from '../tables/podCells.ts';
import type { Sheet } from './sheet.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `Tue, 24 Nov 2026 09:10:54 +0000`: Go's RFC 1123 with a numeric zone; its zero time when there is none. */
export function longTime(timestamp: string): string {
  const at = parseTime(timestamp);
  if (timestamp === '' || Number.isNaN(at)) return 'Mon, 01 Jan 0001 00:00:00 +0000';
  const { year, day, weekday } = utcParts(at);
  return `${WEEKDAYS[weekday] ?? ''}, ${String(day).padStart(2, '0')} ${monthName(at)} ${year} ${clockText(at)} +0000`;
}

/** Name, namespace, labels and annotations of an object. */
export function writeHead(sheet: Sheet, object: JsonObject, withNamespace: boolean): void {
  const metadata = objectAt(object, 'metadata');
  sheet.field(0, 'Name', textAt(metadata, 'name'));
  if (withNamespace) sheet.field(0, 'Namespace', textAt(metadata, 'namespace'));
  writeLabels(sheet, 'Labels', objectAt(metadata, 'labels'));
  writeAnnotations(sheet, objectAt(metadata, 'annotations'));
}

/** `TITLE: a=1`, each further label on its own line; `<none>` without any. */
export function writeLabels(sheet: Sheet, title: string, labels: JsonObject): void {
  const pairs = Object.keys(labels)
    .sort()
    .map((key) => `${key}=${String(labels[key])}`);
  writeLines(sheet, title, pairs);
}

/** A title and its lines, the further ones below the first; `<none>` without any. */
export function writeLines(sheet: Sheet, title: string, lines: readonly string[]): void {
  sheet.write(0, `${title}:\t${lines.length === 0 ? '<none>' : lines.join('\n\t')}\n`);
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const LONGEST = 140;

/** Annotations; long ones and those of several lines stand below their key, cut. Models printAnnotationsMultiline, v0.36. */
export function writeAnnotations(sheet: Sheet, annotations: JsonObject): void {
  const keys = Object.keys(annotations)
    .filter((key) => key !== LAST_APPLIED)
    .sort();
  const lines = keys.flatMap((key) => {
    const value = String(annotations[key]).replace(/\n$/, '');
    if (value.length + key.length + 2 <= LONGEST && !value.includes('\n')) return [`${key}: ${value}`];
    return [`${key}:`, ...value.split('\n').map((line) => `  ${shortened(line, LONGEST - 2)}`)];
  });
  writeLines(sheet, 'Annotations', lines);
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}...` : text;
}

/** Events of an object, `null` when they cannot be had: then nothing is written. Models DescribeEvents, v0.36. */
export function writeEvents(sheet: Sheet, events: readonly JsonObject[] | null, now: number): void {
  if (events === null) return;
  if (events.length === 0) {
    sheet.field(0, 'Events', '<none>');
    return;
  }
  sheet.flush();
  sheet.write(0, 'Events:\n  Type\tReason\tAge\tFrom\tMessage\n  ----\t------\t----\t----\t-------\n');
  for (const event of [...events].sort((left, right) => lastSeen(left) - lastSeen(right))) {
    const first = ageOf(textAt(event, 'eventTime') || textAt(event, 'firstTimestamp'), now);
    const count = numberAt(event, 'count');
    const age = count > 1 ? `${ageOf(textAt(event, 'lastTimestamp'), now)} (x${count} over ${first})` : first;
    const from = textAt(objectAt(event, 'source'), 'component') || textAt(event, 'reportingComponent');
    const path = textAt(objectAt(event, 'involvedObject'), 'fieldPath');
    const message = textAt(event, 'message').trim();
    const words = [
      textAt(event, 'type'),
      textAt(event, 'reason'),
      age,
      from,
      path === '' ? message : `${path}: ${message}`,
    ];
    sheet.write(1, `${words.join('\t')}\n`);
  }
}

function lastSeen(event: JsonObject): number {
  return parseTime(textAt(event, 'lastTimestamp') || textAt(event, 'eventTime')) || 0;
}

/** `True`, `False`. */
export function boolText(object: JsonObject, key: string): string {
  return valueAt(object, key) === true ? 'True' : 'False';
}

/** A node's taints, ordered by effect and key. */
export function writeTaints(sheet: Sheet, spec: JsonObject): void {
  const taints = objectsAt(spec, 'taints')
    .map((taint) => ({ taint, order: `${textAt(taint, 'effect')},${textAt(taint, 'key')}` }))
    .sort((left, right) => (left.order < right.order ? -1 : left.order > right.order ? 1 : 0))
    .map(({ taint }) => taintText(taint));
  writeLines(sheet, 'Taints', taints);
}

function taintText(taint: JsonObject): string {
  const [key, value, effect] = [textAt(taint, 'key'), textAt(taint, 'value'), textAt(taint, 'effect')];
  if (effect === '') return value === '' ? key : `${key}=${value}:`;
  return value === '' ? `${key}:${effect}` : `${key}=${value}:${effect}`;
}
