import type { KeyboardEvent } from 'react';
import { PICTURE_KEYS } from '../keys/shortcuts.table.ts';
import type { Journey } from './useJourney.ts';

/** The keys of a picture, wherever in it the focus is but in a list to choose from. */
export function onJourneyKey(event: KeyboardEvent<HTMLElement>, journey: Journey): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const action = Object.entries(PICTURE_KEYS).find(([one]) => one === key)?.[1];
  if (action === undefined) return;
  event.preventDefault();
  journey[action]();
}
