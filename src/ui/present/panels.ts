import type { TimelineStepView } from '#session/view/timeline.ts';
import type { FileView } from '#session/view.ts';

/** What can fill the screen, in the order of its keys, from 1. */
export const PANELS = ['story', 'file', 'picture', 'configuration', 'journal'] as const;
export type Panel = (typeof PANELS)[number];

/** What came of a step. */
export interface Came {
  readonly sentRequest: boolean;
  readonly changedFile: boolean;
}

/** The panel in which a step is best seen. */
export function panelFor(kind: TimelineStepView['kind'] | 'begin', { sentRequest, changedFile }: Came): Panel {
  switch (kind) {
    case 'begin':
    case 'reply':
      return 'story';
    case 'edit':
      return 'file';
    case 'ask':
      return 'picture';
    case 'line':
      if (sentRequest) return 'picture';
      return changedFile ? 'file' : 'journal';
    default:
      return 'journal';
  }
}

/** The file that a step changed, or made; null when it changed none that is open. */
export function changedPath(before: readonly FileView[], after: readonly FileView[]): string | null {
  const texts = new Map(before.map(({ node, path, text }) => [`${node} ${path}`, text]));
  return after.find(({ node, path, text }) => texts.get(`${node} ${path}`) !== text)?.path ?? null;
}

/** What a key does; null when it is no key of the presentation. Keys with modifiers are the browser's. */
export type Deed =
  | { readonly kind: 'walk'; readonly to: 'next' | 'previous' | 'first' | 'last' }
  | { readonly kind: 'point'; readonly by: 1 | -1 }
  | { readonly kind: 'panel'; readonly panel: Panel }
  | { readonly kind: 'file'; readonly by: 1 | -1 }
  | { readonly kind: 'leave' };

const KEYS: Readonly<Record<string, Deed>> = {
  ArrowRight: { kind: 'walk', to: 'next' },
  PageDown: { kind: 'walk', to: 'next' },
  ArrowLeft: { kind: 'walk', to: 'previous' },
  PageUp: { kind: 'walk', to: 'previous' },
  Home: { kind: 'walk', to: 'first' },
  End: { kind: 'walk', to: 'last' },
  ArrowDown: { kind: 'point', by: 1 },
  ArrowUp: { kind: 'point', by: -1 },
  '.': { kind: 'file', by: 1 },
  ',': { kind: 'file', by: -1 },
  Escape: { kind: 'leave' },
};

export function deedOf(key: string): Deed | null {
  const panel = PANELS[Number(key) - 1];
  if (panel !== undefined) return { kind: 'panel', panel };
  return Object.hasOwn(KEYS, key) ? (KEYS[key] ?? null) : null;
}

/** Where a pointer stands after a move: above the first and below the last it is put away. */
export function pointed(at: number | null, by: 1 | -1, count: number): number | null {
  const next = at === null ? (by === 1 ? 0 : count - 1) : at + by;
  return next < 0 || next >= count ? null : next;
}
