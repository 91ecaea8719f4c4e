import type { PlaceView, SettingView } from '../view.ts';

/** Which part of the table a value belongs to, in the table's order. */
export type SettingGroup = 'authentication' | 'authorization' | 'ports' | 'tls' | 'rest';

/** One value of the effective configuration beside what file, `/configz` and `/flagz` make of it. */
export interface ConfigurationRow extends SettingView {
  readonly group: SettingGroup;
  /** What the field does, in one sentence. */
  readonly says: string;
  /** Bears on security. */
  readonly security: boolean;
  /** `risky`: lets in or shows what it should not; `note`: harmless here, and still not as on a hardened node. */
  readonly verdict: 'fine' | 'risky' | 'note';
  /** What a hardened node has; '' where there is no opinion. */
  readonly hardened: string;
  /** Why the value is risky or noted; '' when fine. */
  readonly why: string;
  /** What the configuration file or its strongest drop-in says, as it is on disk; null when it says nothing. */
  readonly file: { readonly text: string; readonly place: PlaceView | null } | null;
  /** As `/configz` prints it; null when it leaves the field out. */
  readonly configz: string | null;
  /** As `/flagz` prints it; null when no flag sets this field. */
  readonly flagz: { readonly flag: string; readonly text: string; readonly given: boolean } | null;
  /** Who does not agree with what is in force, and why, in a sentence each; empty when all do. */
  readonly disagreements: readonly { readonly about: 'file' | 'flagz'; readonly text: string }[];
}

/** The whole effective configuration. */
export interface ConfigurationView {
  /** Whose values these are: the running kubelet's, those of the next start, or nobody's, for that start would fail. */
  readonly of: 'running' | 'next' | 'none';
  /** What to know before reading; '' when the values are the running kubelet's. */
  readonly words: string;
  /** Why the running kubelet does not answer at `/configz` or `/flagz`; '' when it does. */
  readonly unserved: { readonly configz: string; readonly flagz: string };
  readonly rows: readonly ConfigurationRow[];
}
