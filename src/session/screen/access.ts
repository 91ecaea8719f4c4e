import { grantText } from '#engine/explain/grantText.ts';
import { outcomeText, questionText, reviewJson } from '#engine/explain/reviewText.ts';
import type { AskedReview } from '#engine/kubelet/stage.ts';
import type { ApiTrace, RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import type { AccessView, ReviewView } from '../view/access.ts';
import { WORDS } from './words.ts';

/** What a request's rights were asked, and the smallest grant that would be enough; null when nobody asked. */
export function accessView(trace: RequestTrace | ApiTrace, world: World): AccessView | null {
  const reviews = trace.kind === 'api' ? ownReviews(trace) : trace.stages.flatMap((record) => record.reviews ?? []);
  // The first question is the finest: whatever later ones cover, it covers less.
  const question = reviews[0]?.question;
  if (question === undefined) return null;
  const { subject, name } = question;
  return {
    reviews: reviews.map(reviewView),
    grant: {
      sentence: WORDS.grantAllows(subject.user, questionText(question), name),
      ...grantText(world.cluster, question),
    },
  };
}

/** What the API server asked itself. */
function ownReviews({ stages }: ApiTrace): readonly AskedReview[] {
  return stages.flatMap(({ review }) =>
    review === undefined ? [] : [{ question: review.question, outcome: review.decision, cached: false }],
  );
}

function reviewView({ question, outcome, cached }: AskedReview): ReviewView {
  return {
    title: questionText(question),
    json: reviewJson(question),
    answer: outcomeText(outcome),
    outcome: 'error' in outcome ? 'failed' : outcome.allowed ? 'allowed' : 'refused',
    cached,
  };
}
