import type { Json } from '../../json.ts';
import type { Release } from '../../versions/release.ts';
import { gateEnabled, type Wishes } from '../gates/gates.ts';
import { parseDuration } from '../go/duration.ts';

/** A complaint of the kubelet, and the fields it is about, the most telling first. */
export interface Finding {
  readonly message: string;
  readonly fields: readonly string[];
}

/** Makes a complaint. */
export function finding(message: string, ...fields: readonly string[]): Finding {
  return { message, fields };
}

/** The configuration as the rules ask about it. */
export class View {
  readonly release: Release;
  readonly cgroup: 1 | 2;
  private readonly values: ReadonlyMap<string, { readonly value: Json }>;
  private readonly gates: Wishes;

  constructor(values: ReadonlyMap<string, { readonly value: Json }>, gates: Wishes, release: Release, cgroup: 1 | 2) {
    this.values = values;
    this.gates = gates;
    this.release = release;
    this.cgroup = cgroup;
  }

  get minor(): number {
    return this.release.minor;
  }

  /** The value at a path; null when absent. */
  json(path: string): Json {
    return this.values.get(path)?.value ?? null;
  }

  number(path: string): number {
    const value = this.json(path);
    return typeof value === 'number' ? value : 0;
  }

  text(path: string): string {
    const value = this.json(path);
    return typeof value === 'string' ? value : '';
  }

  on(path: string): boolean {
    return this.json(path) === true;
  }

  list(path: string): readonly Json[] {
    const value = this.json(path);
    return Array.isArray(value) ? value : [];
  }

  /** Nanoseconds of a duration. */
  duration(path: string): bigint {
    const value = this.json(path);
    if (typeof value === 'number') return BigInt(Math.trunc(value));
    const parsed = parseDuration(this.text(path));
    return parsed.ok ? parsed.nanoseconds : 0n;
  }

  gate(name: string): boolean {
    return gateEnabled(name, this.gates, this.release);
  }

  /** Whether this version has the field at all. */
  has(path: string): boolean {
    return this.values.has(path);
  }
}

/** Errors as Kubernetes joins them: one alone as it is, several in brackets, each only once. Models utilerrors.NewAggregate. */
export function aggregate(messages: readonly string[]): string {
  const unique = [...new Set(messages)];
  return unique.length === 1 ? (unique[0] ?? '') : `[${unique.join(', ')}]`;
}
