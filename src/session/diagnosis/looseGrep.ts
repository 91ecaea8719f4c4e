import { CIS_1_12 } from '#engine/benchmark/cis112.table.ts';
import type { Misconception } from './misconception.ts';

const IDS = CIS_1_12.groups.flatMap(({ checks }) => checks.map(({ id }) => id));

/** Options, then the pattern: quoted by either sign, or bare. */
const GREP = /\b[ef]?grep((?:\s+-{1,2}[A-Za-z][\w-]*)*)\s+(?:'([^']*)'|"([^"]*)"|([^\s|]+))/;

/** W27: a benchmark's report is counted by a pattern that matches more than was meant. */
export const looseGrep: Misconception = {
  id: 'W27',
  name: '4.2.1 is also 4.2.10',
  rank: 3,
  detect({ typed }) {
    const at = typed.findLastIndex((one) => READS.test(one) && begunBy(one) !== null);
    const line = typed[at];
    const id = begunBy(line ?? '');
    if (line === undefined || id === null) return null;
    // Whoever looked again by the whole id has found out.
    const again = typed.slice(at + 1).some((one) => READS.test(one) && one.replaceAll('\\', '').includes(id));
    if (again) return null;
    const more = IDS.filter((other) => other !== id && other.startsWith(id));
    return {
      done: `You looked for ${id} in the report.`,
      happens: `The pattern ${id} also matches ${more.join(', ')}${FIXED.test(line) ? '' : ', and a dot matches anything'}. A WARN is no PASS either: checks that are manual never FAIL.`,
      causes: [{ kind: 'text', label: line.trim() }],
      levels: [
        'How many lines of the report does that pattern match?',
        `Look at the whole id, and at the word before it.`,
        `kube-bench run --targets node --check ${id}, or grep -w '${id.replaceAll('.', '\\.')}'`,
      ],
    };
  },
};

/** Lines that read a benchmark's report. */
const READS = /kube-bench|report/;

/** A pattern in which a dot is a dot. */
const FIXED = /\bfgrep\b|\bgrep\s+(?:-\S+\s+)*-[A-Za-z]*F/;

/** The id that a grep of a line looks for, when ids of the report go on behind it; else null. */
function begunBy(line: string): string | null {
  const [, options = '', single, double, bare = ''] = GREP.exec(line) ?? [];
  // A run of that one check has no other lines.
  if (/\s-(?:[A-Za-z]*w|-word)/.test(options) || /\s--check[=\s]\s*["']?[\d.]+["']?(?:\s|$)/.test(line)) return null;
  const alternatives = (single ?? double ?? bare).split(/\\?\|/).map((pattern) => pattern.replace(/\\(?=[.[\]])/g, ''));
  const ids = alternatives.map((pattern) => /(?:^|[^\d.])(\d(?:\.\d+){2})$/.exec(pattern)?.[1]);
  return ids.find((id) => id !== undefined && IDS.some((other) => other !== id && other.startsWith(id))) ?? null;
}
