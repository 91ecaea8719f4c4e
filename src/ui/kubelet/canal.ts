import type { StageView } from '#session/view.ts';

/** A gate of the canal as it is drawn. */
export interface Gate {
  readonly stage: StageView;
  /** Whether the water reaches this gate from above, and whether it flows on below. */
  readonly waterAbove: boolean;
  readonly waterBelow: boolean;
  /** How many gates the request passes before it comes here: its delay, in gates. */
  readonly order: number;
  /** The gate where the answer was decided. */
  readonly decides: boolean;
}

/** Lays the stages of a request out as gates. Water stops where the request was refused or answered. */
export function canal(stages: readonly StageView[]): readonly Gate[] {
  const reached = stages.filter((stage) => stage.state !== 'not-reached').length;
  const deciding = decidingStage(stages);
  return stages.map((stage, index) => ({
    stage,
    waterAbove: stage.state !== 'not-reached',
    waterBelow: index < reached - 1 && (stage.state === 'passed' || stage.state === 'skipped'),
    order: Math.min(index, reached),
    decides: stage === deciding,
  }));
}

/** The stage that made the answer: the one that refused or answered, else the last that was passed. */
export function decidingStage(stages: readonly StageView[]): StageView | undefined {
  return (
    stages.find((stage) => stage.state === 'refused') ??
    stages.find((stage) => stage.state === 'answered') ??
    stages.findLast((stage) => stage.state === 'passed')
  );
}
