import type { Finding } from './case.ts';

/** What findings say, one after the other; a reason that several of them have is said once. */
export function wordsOf(findings: readonly Finding[]): string {
  const said = new Set<string>();
  return findings
    .map(({ words, gap }) => {
      const because = gap?.because ?? '';
      if (because === '' || !said.has(because) || !words.endsWith(because) || words === because) {
        said.add(because);
        return words;
      }
      return words.slice(0, -because.length).trimEnd();
    })
    .join(' ');
}
