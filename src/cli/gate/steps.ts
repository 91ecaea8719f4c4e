import { type CountReader, own, playwright, silent, vitest, whole } from './counts.ts';

/** A step of the gate: what it is called, what is run, and how its output is counted. */
export interface GateStep {
  readonly name: string;
  /** A script of package.json. */
  readonly script: string;
  readonly count: CountReader;
  /** The name of a step without whose success this one means nothing. */
  readonly after?: string;
}

/** The whole gate, cheap refusals first. */
export const GATE: readonly GateStep[] = [
  { name: 'format and lint', script: 'lint', count: whole(/Checked (\d+) files/) },
  { name: 'types', script: 'types', count: silent },
  { name: 'walls, units, properties', script: 'unit', count: vitest },
  { name: 'conformance', script: 'conformance', count: own },
  { name: 'scenario proofs', script: 'validate', count: own },
  { name: 'build', script: 'build', count: silent },
  { name: 'bundle', script: 'bundle', count: own, after: 'build' },
  { name: 'end to end', script: 'e2e', count: playwright, after: 'build' },
  { name: 'killed tabs', script: 'kill', count: own, after: 'build' },
];
