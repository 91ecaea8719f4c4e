import { loadRecord } from '#session/lesson/record.ts';
import { scoreOf } from '#session/lesson/score.ts';
import type { PredictionScore } from '#session/view/lesson.ts';
import { LESSONS } from '../catalogue.ts';
import { plainStorage } from '../storage/openKeeper.ts';

/** How good the predictions are that were made in this browser. */
export function predictions(): PredictionScore {
  return scoreOf(loadRecord(plainStorage), LESSONS);
}
