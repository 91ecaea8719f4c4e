import type { CauseView } from '../view.ts';

/** A mistake that was recognised: what was done, what really happens, and help in three levels. */
export interface DiagnosisView {
  /** Of the catalogue: `W4`. */
  readonly id: string;
  readonly name: string;
  readonly done: string;
  readonly happens: string;
  readonly causes: readonly CauseView[];
  /** From a nudge over an explanation to the answer. */
  readonly levels: readonly string[];
}
