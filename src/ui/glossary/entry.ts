/** A term that a learner meets here. */
export interface GlossaryEntry {
  readonly term: string;
  /** One or two plain sentences. */
  readonly says: string;
  /** Other terms of the glossary. */
  readonly see?: readonly string[];
  /** The lesson that tries it, by id. */
  readonly lesson?: string;
  /** Upstream's page. */
  readonly docs?: string;
}

/** Where a term stands on the page: `term-client-ca`. */
export function anchorOf(term: string): string {
  return `term-${term
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')}`;
}

/** The entries in which all words of a text stand, those with them in the term itself first. */
export function entriesWith(entries: readonly GlossaryEntry[], text: string): readonly GlossaryEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (where: string): boolean => words.every((word) => where.toLowerCase().includes(word));
  const found = entries
    .filter(({ term, says }) => has(`${term} ${says}`))
    .toSorted((left, right) => left.term.localeCompare(right.term, 'en', { sensitivity: 'base' }));
  return words.length === 0
    ? found
    : [...found.filter(({ term }) => has(term)), ...found.filter(({ term }) => !has(term))];
}
