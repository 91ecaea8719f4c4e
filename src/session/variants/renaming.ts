import type { Scenario } from '#packs/schema.ts';

/** Takes a text and gives it with other names in it. */
export type Rename = (text: string) => string;

/**
 * Renames whole words, all at once: `node01` in `web-node01`, `bob` in `/root/bob.crt`, neither in `node011` nor in `bobsled`.
 * What printf makes of `\n` or `\t` is no part of a word. A name that is given by another (bob → karl, karl → bob) is not
 * renamed twice.
 */
export function renaming(names: Readonly<Record<string, string>>): Rename {
  const known = new Map(Object.entries(names).filter(([from]) => from !== ''));
  if (known.size === 0) return (text) => text;
  // Longest first: where one name begins with another, the whole one is meant.
  const words = [...known.keys()].sort((left, right) => right.length - left.length).map(escaped);
  const pattern = new RegExp(`(^|[^\\p{L}\\p{N}_]|\\\\[nt])(${words.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  return (text) => text.replace(pattern, (_, before: string, name: string) => before + (known.get(name) ?? name));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** A JSON value with every text in it renamed, keys of objects included. */
export function renamedDeep<T>(value: T, rename: Rename): T {
  return deep(value, rename) as T;
}

function deep(value: unknown, rename: Rename): unknown {
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((item) => deep(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [rename(key), deep(item, rename)]));
}

/** A scenario by other names. Its id and those of its tasks stay: scores and results are kept by them. */
export function renamedScenario(scenario: Scenario, rename: Rename): Scenario {
  const { id, order, minutes, difficulty, tags, kubernetes, sinceMinor, base, tasks, mustWork, wrong, ...texts } =
    scenario;
  return {
    ...renamedDeep(texts, rename),
    ...{ id, order, minutes, difficulty, tags, kubernetes, sinceMinor, base },
    tasks: tasks.map((task) => ({ ...renamedDeep(task, rename), id: task.id, after: task.after })),
    mustWork: mustWork.map((work) => ({ ...renamedDeep(work, rename), id: work.id })),
    wrong: wrong.map(({ title, lines, ...rest }) => ({ title: rename(title), lines: lines.map(rename), ...rest })),
  };
}
