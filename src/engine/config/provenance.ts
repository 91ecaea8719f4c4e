import type { Place } from '../host/place.ts';
import type { Json } from '../json.ts';

/** Where a value of the effective configuration came from. */
export type Source =
  /** v1beta1's own default. */
  | { readonly from: 'default' }
  /** The default that only a start without `--config` has (`applyLegacyDefaults`). */
  | { readonly from: 'legacy-default' }
  /** The file that `--config` names. */
  | { readonly from: 'file'; readonly at: Place }
  /** A file of `--config-dir`. */
  | { readonly from: 'drop-in'; readonly at: Place }
  /** A flag; `at` is the unit, drop-in or environment file line that wrote it. */
  | {
      readonly from: 'flag';
      readonly flag: string;
      readonly text: string;
      readonly at: Place | null;
      readonly variable?: string;
    }
  /** Made by the kubelet itself while it started (the self-signed certificate's paths). */
  | { readonly from: 'generated'; readonly how: string };

/** A value that lost to another, with its source. */
export interface Beaten {
  readonly value: Json;
  readonly source: Source;
}

/** One value of the effective configuration: its field path (`authentication.anonymous.enabled`), its source, what it beat. */
export interface Setting {
  readonly path: string;
  readonly value: Json;
  readonly source: Source;
  /** From the strongest loser to the weakest. */
  readonly beaten: readonly Beaten[];
}

/** The place a source can lead to; null when it stands in no file. */
export function sourcePlace(source: Source): Place | null {
  return 'at' in source ? source.at : null;
}
