import type { Misconception } from './misconception.ts';

const GREP = /\bgrep\b[^|]*?(?:\s|['"])\[?(4\.[12]\.\d)\]?['"]?(?:\s|$|\|)/;

/** W27: a benchmark's report is counted by a pattern that matches more than was meant. */
export const looseGrep: Misconception = {
  id: 'W27',
  name: '4.2.1 is also 4.2.10',
  rank: 3,
  detect({ typed }) {
    const line = typed.findLast(
      (one) => /kube-bench|report/.test(one) && GREP.test(one) && !/-w\b|\\b|\\\]|\s4\.\d\.\d\\?\s/.test(one),
    );
    const id = GREP.exec(line ?? '')?.[1];
    if (line === undefined || id === undefined) return null;
    return {
      done: `You looked for ${id} in the report.`,
      happens: `The pattern ${id} also matches ${id}0 to ${id}4, and a dot matches anything. A WARN is no PASS either: checks that are manual never FAIL.`,
      causes: [{ kind: 'text', label: line.trim() }],
      levels: [
        'How many lines of the report does that pattern match?',
        `Look at the whole id, and at the word before it.`,
        `grep -w '${id.replaceAll('.', '\\.')}'`,
      ],
    };
  },
};
