/** A scenario as the home page tells of it. Made when the page is built, so that home needs no engine. */
export interface ScenarioSummary {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly minutes: number;
  /** 1: one edit; 2: find and mend; 3: several parts that depend on each other. */
  readonly difficulty: 1 | 2 | 3;
  readonly teaches: readonly string[];
  readonly goal: string;
  readonly tasks: number;
  readonly tags: {
    readonly cis: { readonly profile: string; readonly ids: readonly string[] };
    readonly cks: string;
  };
}

/** How far a learner came in a scenario. */
export interface ProgressNote {
  readonly met: number;
  readonly tasks: number;
  readonly solved: boolean;
  /** When it was last worked on, in milliseconds since the epoch. */
  readonly at: number;
}

/** How much of what real kubelets answered is answered alike here. */
export interface FidelitySum {
  /** Of the recorded kubelet: `1.36.3`. */
  readonly version: string;
  readonly equal: number;
  readonly total: number;
}
