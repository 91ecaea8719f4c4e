import type { CauseView, RequestView, StageView } from '../view.ts';

/** A journey through a copy of the node, whose places are told and not led to: the learner's own files are others. */
export function unlinked(request: RequestView): RequestView {
  const { through } = request;
  return {
    ...request,
    stages: request.stages.map(unlinkedStage),
    questions: request.questions.map((question) => ({ ...question, causes: question.causes.map(unlinkedCause) })),
    through: through === null ? null : { ...through, stages: through.stages.map(unlinkedStage) },
  };
}

function unlinkedStage(stage: StageView): StageView {
  return { ...stage, causes: stage.causes.map(unlinkedCause) };
}

function unlinkedCause(cause: CauseView): CauseView {
  return cause.kind === 'place' ? { kind: 'text', label: cause.label } : cause;
}
