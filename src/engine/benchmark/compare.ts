import type { Operator } from './profile.ts';

/** Whether a comparison holds, and the words for what was expected. */
export interface Comparison {
  readonly holds: boolean;
  readonly expected: string;
}

/**
 * Compares two texts. There are no types: `0s` is not `0`, and `-1` is as present as `4096`. Models kube-bench
 * 0.15.6, check/test.go compareOp.
 */
export function compare(op: Operator, found: string, wanted: string, name: string): Comparison {
  const lower = found.toLowerCase();
  // Only `true` and `false` are compared whatever their case.
  const equal = (lower === 'true' || lower === 'false' ? lower : found) === wanted;
  switch (op) {
    case 'eq':
      return { holds: equal, expected: `'${name}' is equal to '${wanted}'` };
    case 'noteq':
      return { holds: !equal, expected: `'${name}' is not equal to '${wanted}'` };
    case 'gte': {
      const [left, right] = [whole(found), whole(wanted)];
      if (left === null || right === null) {
        return { holds: false, expected: `Invalid Number(s) used for comparison: '${found}' '${wanted}'` };
      }
      return { holds: left >= right, expected: `'${name}' is greater or equal to ${wanted}` };
    }
    case 'has':
      return { holds: found.includes(wanted), expected: `'${name}' has '${wanted}'` };
    case 'nothave':
      return { holds: !found.includes(wanted), expected: `'${name}' does not have '${wanted}'` };
    case 'valid_elements':
      return { holds: allOf(found, wanted), expected: `'${name}' contains valid elements from '${wanted}'` };
    case 'bitmask':
      return bitmask(found, wanted, name);
  }
}

/** Decimal digits with a sign, and spaces around them. */
function whole(text: string): number | null {
  return /^[-+]?\d+$/.test(text.trim()) ? Number(text) : null;
}

function bitmask(found: string, most: string, name: string): Comparison {
  if (!/^[0-7]+$/.test(found)) return { holds: false, expected: `Not numeric value - flag: ${found}` };
  const bits = Number.parseInt(found, 8);
  return {
    holds: (Number.parseInt(most, 8) & bits) === bits,
    expected: `${name} has permissions ${found}, expected ${most} or more restrictive`,
  };
}

function allOf(found: string, allowed: string): boolean {
  const [elements, known] = [elementsOf(found), elementsOf(allowed)];
  if (elements.length === 0 || known.length === 0) return elements.length === known.length;
  return elements.every((element) => known.includes(element));
}

function elementsOf(text: string): readonly string[] {
  const clean = text.trim().replace(/,+$/, '');
  return clean === '' ? [] : clean.split(',').map((element) => element.trim());
}
