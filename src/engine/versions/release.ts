import { type Build, TRAITS, type TraitRow } from './traits.table.ts';
import type { Traits } from './traits.ts';

/** A kubelet's release, and all that follows from it. */
export interface Release {
  /** `1.36.3`; a build that is not upstream's says so behind a plus: `1.36.3+downstream`. */
  readonly version: string;
  /** The 36 of 1.36. */
  readonly minor: number;
  readonly build: Build;
  readonly traits: Traits;
}

/** The minor of `1.36.3`: 36; 0 where there is none. */
export function minorOf(version: string): number {
  return Number.parseInt(version.split('.')[1] ?? '', 10) || 0;
}

/** Who built a version: what its text says behind the plus. */
export function buildOf(version: string): Build {
  return version.endsWith('+downstream') ? 'downstream' : 'upstream';
}

const known = new Map<string, Release>();

/** The release of a version. The tables never change, so each is worked out once. */
export function releaseOf(version: string): Release {
  const ready = known.get(version);
  if (ready !== undefined) return ready;
  const [minor, build] = [minorOf(version), buildOf(version)];
  const release: Release = { version, minor, build, traits: traitsOf(minor, build) };
  known.set(version, release);
  return release;
}

/** The row that says which value a trait has in a release. Throws for a trait without one: the table has a gap. */
export function traitRow(trait: keyof Traits, minor: number, build: Build): TraitRow {
  const rows = TRAITS.filter((row) => row.trait === trait && row.since <= minor);
  const row = rows.findLast((one) => one.build === build) ?? rows.findLast((one) => one.build === undefined);
  if (row === undefined) throw new Error(`no row of traits.table.ts says ${trait} for 1.${minor}`);
  return row;
}

function traitsOf(minor: number, build: Build): Traits {
  const names = [...new Set(TRAITS.map((row) => row.trait))];
  return Object.fromEntries(names.map((name) => [name, traitRow(name, minor, build).value])) as unknown as Traits;
}
