import { objectAt, textAt } from '#engine/apiserver/json.ts';
import type { Invocation } from '../invocation.ts';
import { pathOf, type Resource } from '../kinds/mapper.ts';

/** An object that is on its way out. */
export interface Leaving {
  readonly resource: Resource;
  readonly namespace: string;
  readonly name: string;
}

/** Longer than any usual grace period, in seconds. */
const PATIENCE = 60;

/** kubectl holds the line until an object is gone; while it does, time passes. */
export function waitUntilGone(invocation: Invocation, { resource, namespace, name }: Leaving): void {
  const path = pathOf(resource, namespace, name);
  for (let waited = 0; waited < PATIENCE; waited += 1) {
    const answer = invocation.call({ method: 'GET', path, resource: resource.name, name });
    if (!answer.ok) return;
    if (textAt(objectAt(answer.value.object, 'metadata'), 'deletionTimestamp') === '') return;
    invocation.send({ type: 'advance', milliseconds: 1000 });
  }
}
