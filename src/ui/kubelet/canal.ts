import type { StageView } from '#session/view.ts';

/** A gate of the canal as it is drawn. */
export interface Gate {
  readonly stage: StageView;
  /** Whether the water reaches this gate from above, and whether it flows on below. */
  readonly waterAbove: boolean;
  readonly waterBelow: boolean;
  /** How many gates the request passes before it comes here: its delay, in gates. */
  readonly order: number;
}

/** Lays the stages of a request out as gates. Water stops where the request was refused or answered. */
export function canal(stages: readonly StageView[]): readonly Gate[] {
  const reached = stages.filter((stage) => stage.state !== 'not-reached').length;
  return stages.map((stage, index) => ({
    stage,
    waterAbove: stage.state !== 'not-reached',
    waterBelow: index < reached - 1 && (stage.state === 'passed' || stage.state === 'skipped'),
    order: Math.min(index, reached),
  }));
}

/**
 * The stages that explain the answer: the one that refused; else, when the request was let through to the handler, who it was
 * and why that was enough; else the one that answered.
 */
export function reasons(stages: readonly StageView[]): readonly StageView[] {
  const refused = stages.find((stage) => stage.state === 'refused');
  if (refused !== undefined) return [refused];
  const letIn = stages.filter(
    (stage) => (stage.name === 'authenticate' || stage.name === 'authorize') && stage.state === 'passed',
  );
  if (letIn.length > 0) return letIn;
  const last =
    stages.find((stage) => stage.state === 'answered') ?? stages.findLast((stage) => stage.state === 'passed');
  return last === undefined ? [] : [last];
}
