import type { Exam } from '#packs/exam.ts';
import type { Lab } from '#packs/lab.ts';

/** What results are results of: a lab, or an exam taken by itself. */
export interface Assignment {
  /** What a result carries as `lab`. */
  readonly id: string;
  readonly title: string;
  readonly seed: number | null;
  /** In their order; `part` as `playOf` takes it. Weights are shares of the whole. */
  readonly parts: readonly AssignedPart[];
}

export interface AssignedPart {
  readonly scenario: string;
  readonly part: number;
  readonly weight: number;
}

/** A lab's parts: its scenarios, each worth the same, or the tasks of its exam. `examOf` gives null for an exam that is not there. */
export function assignmentOf(lab: Lab, id: string, examOf: (id: string) => Exam | null): Assignment {
  const parts = lab.items.flatMap(({ kind, id: name }): readonly Omit<AssignedPart, 'part'>[] =>
    kind === 'exam' ? (examOf(name)?.tasks ?? []) : [{ scenario: name, weight: 1 }],
  );
  return {
    id,
    title: lab.title,
    seed: lab.seed,
    parts: parts.map(({ scenario, weight }, part) => ({ scenario, part, weight })),
  };
}

/** An exam that was taken by itself, with the seed that the learner had. */
export function examAssignment(exam: Exam, seed: number | null): Assignment {
  return {
    id: exam.id,
    title: exam.title,
    seed,
    parts: exam.tasks.map(({ scenario, weight }, part) => ({ scenario, part, weight })),
  };
}

/** Of 100, rounded down, from thousandths of each part. */
export function weighted(parts: readonly { readonly weight: number; readonly thousandths: number }[]): number {
  const of = parts.reduce((sum, { weight }) => sum + weight, 0);
  const sum = parts.reduce((total, { weight, thousandths }) => total + weight * thousandths, 0);
  return of === 0 ? 0 : Math.floor(sum / of / 10);
}
