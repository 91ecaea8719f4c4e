import { useEffect, useState } from 'react';
import type { PredictionScore, TopicScore } from '#session/view/lesson.ts';
import { Page } from '../app/Page.tsx';
import type { PageProps } from '../app/pages.table.ts';
import { hashOf } from '../app/route.ts';
import { PREDICTIONS } from '../words/predictions.ts';
import './Predictions.css';

/** How good the learner's predictions are by topic, how well they know it, and what to repeat. */
export function PredictionsPage({ host }: PageProps) {
  const [score, setScore] = useState<PredictionScore | null>(null);
  useEffect(() => {
    let wanted = true;
    void host.predictions().then((read) => wanted && setScore(read));
    return () => {
      wanted = false;
    };
  }, [host]);
  return (
    <Page title={PREDICTIONS.pageTitle} heading={PREDICTIONS.heading} lead={PREDICTIONS.lead}>
      {score !== null && <Score score={score} />}
      <p className="predictions-path">
        <a className="link" href={hashOf({ kind: 'home' })}>
          {PREDICTIONS.toPath}
        </a>
      </p>
    </Page>
  );
}

function Score({ score: { topics, right, made, brier } }: { readonly score: PredictionScore }) {
  if (brier === null) return <p className="predictions-none">{PREDICTIONS.none}</p>;
  return (
    <>
      <p className="predictions-sum">{PREDICTIONS.sum(right, made)}</p>
      <p className="page-lead">{PREDICTIONS.brier(brier)}</p>
      <TopicTable topics={topics} />
    </>
  );
}

const COLUMNS = ['topic', 'right', 'stated', 'calibration', 'repeat'] as const;

function TopicTable({ topics }: { readonly topics: readonly TopicScore[] }) {
  return (
    <table className="topics">
      <caption className="sr-only">{PREDICTIONS.table}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {PREDICTIONS.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <TopicRow key={topic.topic} topic={topic} />
        ))}
      </tbody>
    </table>
  );
}

function TopicRow({ topic: { topic, right, made, stated, calibration, repeat } }: { readonly topic: TopicScore }) {
  const names: Readonly<Record<string, string>> = PREDICTIONS.topics;
  return (
    <tr>
      <th scope="row">{names[topic] ?? topic}</th>
      <td data-column={PREDICTIONS.columns.right}>
        <Measure percent={(100 * right) / Math.max(1, made)} kind="right" />
        {PREDICTIONS.rate(right, made)}
      </td>
      <td data-column={PREDICTIONS.columns.stated}>
        <Measure percent={stated} kind="stated" />
        {PREDICTIONS.percent(stated)}
      </td>
      <td data-column={PREDICTIONS.columns.calibration}>{PREDICTIONS.calibrations[calibration]}</td>
      <td data-column={PREDICTIONS.columns.repeat}>
        {repeat.length === 0
          ? PREDICTIONS.nothing
          : repeat.map(({ id, title }) => (
              <a key={id} className="link" href={hashOf({ kind: 'lesson', id })}>
                {title}
              </a>
            ))}
      </td>
    </tr>
  );
}

/** A length for the eye; the figure stands beside it. */
function Measure({ percent, kind }: { readonly percent: number; readonly kind: 'right' | 'stated' }) {
  return (
    <svg className={`measure measure-${kind}`} viewBox="0 0 100 8" width="100" height="8" aria-hidden="true">
      <rect className="measure-whole" width="100" height="8" rx="1" />
      <rect className="measure-part" width={percent} height="8" rx="1" />
    </svg>
  );
}
