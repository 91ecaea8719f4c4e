/** What is wrong with a pack, told to its author: where, what, and what to do about it. */
export interface PackProblem {
  readonly file: string;
  /** Starts at 1. */
  readonly line: number;
  readonly message: string;
  readonly advice: string;
}
