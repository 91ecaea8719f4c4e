import { objectAt, textAt, valueAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { ageOf } from './age.ts';
import { numberAt } from './podCells.ts';

/** The cells of an event's line. Models printEvent in pkg/printers/internalversion/printers.go, v1.36. */
export function eventCells(event: JsonObject, now: number): readonly string[] {
  const about = objectAt(event, 'involvedObject');
  const source = objectAt(event, 'source');
  const first = ageOf(textAt(event, 'firstTimestamp') || textAt(event, 'eventTime'), now);
  const last = textAt(event, 'lastTimestamp');
  const series = valueAt(event, 'series') === null ? null : objectAt(event, 'series');
  const kind = textAt(about, 'kind').toLowerCase();
  const name = textAt(about, 'name');
  const component = textAt(source, 'component') || textAt(event, 'reportingComponent');
  const instance = textAt(source, 'host') || textAt(event, 'reportingInstance');
  const lastSeen = last === '' ? first : ageOf(last, now);
  return [
    series === null ? lastSeen : ageOf(textAt(series, 'lastObservedTime'), now),
    textAt(event, 'type'),
    textAt(event, 'reason'),
    name === '' ? kind : `${kind}/${name}`,
    textAt(about, 'fieldPath'),
    instance === '' ? component : `${component}, ${instance}`,
    textAt(event, 'message').trim(),
    first,
    String(numberAt(series ?? event, 'count') || 1),
    textAt(objectAt(event, 'metadata'), 'name'),
  ];
}
