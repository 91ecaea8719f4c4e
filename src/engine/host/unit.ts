import type { Place } from './place.ts';

/** An assignment of a unit file or drop-in, as systemd read it at the last `daemon-reload`. */
export interface Directive {
  readonly section: string;
  readonly key: string;
  readonly value: string;
  readonly at: Place;
}

/** A unit as systemd holds it in memory: what `daemon-reload` saw, not what the files say now. */
export interface LoadedUnit {
  readonly name: string;
  /** The fragment that won among `/etc`, `/run`, `/usr/lib`; null when no fragment was found. */
  readonly fragment: string | null;
  /** Drop-ins in the order they apply. */
  readonly dropIns: readonly string[];
  /** Every assignment, fragment first; list resets (`ExecStart=`) are kept and applied by the reader. */
  readonly directives: readonly Directive[];
  readonly loadedAt: number;
  /** Text of each source file at load time: what "changed on disk" is judged by. */
  readonly sources: Readonly<Record<string, string>>;
}

/** The kubelet's unit name. */
export const KUBELET_UNIT = 'kubelet.service';
