import { goQuote } from '../../../../config/go/quote.ts';
import type { JsonObject } from '../../../../json.ts';
import { valueAt } from '../../../json.ts';

const PREFIX = 'pod-security.kubernetes.io/';

/** From the loosest to the strictest. */
export const LEVELS = ['privileged', 'baseline', 'restricted'] as const;
export type Level = (typeof LEVELS)[number];

/** A level as it was in a minor version 1.x; null is the latest. */
export interface LevelVersion {
  readonly level: Level;
  readonly minor: number | null;
}

/** What a namespace holds its pods to, and what it warns of. Audit is left out: nobody sees it without an audit log. */
export interface Policy {
  readonly enforce: LevelVersion;
  readonly warn: LevelVersion;
  /** What is wrong with the labels, as the server words it. */
  readonly errors: readonly string[];
}

/** Reads the labels of a namespace. Models PolicyToEvaluate in pod-security-admission/api/helpers.go, v0.36. */
export function policyFor(labels: JsonObject): Policy {
  const errors: string[] = [];
  const label = (key: string): string | null => {
    const value = valueAt(labels, PREFIX + key);
    return typeof value === 'string' ? value : null;
  };
  const level = (key: string, failing: Level): Level => {
    const text = label(key);
    const known = LEVELS.find((one) => one === text);
    if (text === null || known !== undefined) return known ?? 'privileged';
    errors.push(problem(key, text, `must be one of ${LEVELS.join(', ')}`));
    return failing;
  };
  const minor = (key: string): number | null => {
    const text = label(key);
    const number = /^v1\.(\d|[1-9]\d*)$/.exec(text ?? '')?.[1];
    if (text !== null && text !== 'latest' && number === undefined) {
      errors.push(problem(key, text, 'must be "latest" or "v1.x"'));
    }
    return number === undefined ? null : Number(number);
  };
  const enforce = { level: level('enforce', 'restricted'), minor: minor('enforce-version') };
  const held = errors.every((error) => !error.startsWith(`metadata.labels[${PREFIX}enforce]`));
  level('audit', 'privileged');
  minor('audit-version');
  const warn = { level: level('warn', 'privileged'), minor: minor('warn-version') };
  // Who enforces a level without a word about warnings is warned of it too.
  const follows = label('warn') === null && label('enforce') !== null && held && isStricter(enforce.level, warn.level);
  if (!follows) return { enforce, warn, errors };
  const version = label('warn-version') === null ? enforce.minor : warn.minor;
  return { enforce, warn: { level: enforce.level, minor: version }, errors };
}

export function isStricter(level: Level, other: Level): boolean {
  return LEVELS.indexOf(level) > LEVELS.indexOf(other);
}

/** `restricted:latest`, `baseline:v1.30`. */
export function levelText({ level, minor }: LevelVersion): string {
  return `${level}:${minor === null ? 'latest' : `v1.${minor}`}`;
}

function problem(key: string, value: string, why: string): string {
  return `metadata.labels[${PREFIX}${key}]: Invalid value: ${goQuote(value)}: ${why}`;
}
