import type { World } from '#engine/world/world.ts';
import type { Finding, Gap } from './case.ts';

/**
 * What an unmet finding leaves its reader to guess, in words for whoever mends it; '' when it says what was expected, what is
 * so, and what stands in the way by its name: a line, a setting, a file, an object, a log. `world` is what was judged.
 */
export function leavesUnsaid({ holds, gap }: Finding, world: World): string {
  if (holds) return '';
  return gap === null ? 'it says nothing' : unsaidIn(gap, world);
}

function unsaidIn({ expected, got, because }: Gap, world: World): string {
  const faults = [
    ...(expected.trim() === '' ? ['it does not say what was expected'] : []),
    ...(got.trim() === '' ? ['it does not say what is so'] : []),
    ...(/[.!?]$/.test(because) ? [] : ['it gives no reason in a sentence']),
    ...(namesEvidence(because, world) ? [] : ['its reason names no line, setting, file, object or log']),
    ...(because.length > MOST ? ['its reason is too long to be read'] : []),
    ...(/undefined|\bnull\b|\bNaN\b|\s{2}|\s,/.test(`${expected} ${got} ${because}`) ? ['it is garbled'] : []),
  ];
  return faults.join('; ');
}

/** A reason may have so many letters. */
const MOST = 420;

/** How a reason names what there is to see. */
const NAMED: readonly RegExp[] = [
  /\S+ line \d+\b/,
  /In force: \S+ .*\b(default|generated)/,
  /“[^”]{8,}”/,
  /does not name --[a-z-]+/,
  /No rule grants it/,
  /signing request \S+ of \S+ was approved/,
  /(answered|asked) yet|is not the answer/,
];

function namesEvidence(because: string, { nodes, cluster }: World): boolean {
  if (NAMED.some((pattern) => pattern.test(because))) return true;
  const words = new Set(because.split(/[\s,;:]+|\.(?:\s|$)/));
  if (Object.values(nodes).some(({ host }) => [...words].some((word) => Object.hasOwn(host.files, word)))) return true;
  return Object.keys(cluster.objects).some((key) => words.has(key.slice(key.lastIndexOf('/') + 1)));
}
