import { type FormEvent, useId, useState } from 'react';
import type { ExamReport, SessionExam } from '#session/view/exam.ts';
import { download } from '../../timeline/download.ts';
import { DEBRIEF as WORDS } from '../../words/exam.ts';
import { reportHtml } from './html.ts';

interface Props {
  readonly exam: SessionExam;
  readonly report: ExamReport;
  /** An earlier one is looked at, and not taken again. */
  readonly past: boolean;
}

/** Seeds are read aloud and typed: six digits are enough for any class. */
const SEEDS = 999_999;

/** What can be taken along, and the exam once more unless it is an earlier one. */
export function ReportActions({ exam, report, past }: Props) {
  const [name, setName] = useState('');
  const id = useId();
  const file = `portside-${report.exam}-${report.seed}`;
  const hand = (event: FormEvent): void => {
    event.preventDefault();
    void exam.result(name).then((text) => {
      if (text !== null) download({ name: `${file}-${plain(name)}.json`, text });
    });
  };
  const again = (seed: number): void => {
    exam.again(seed);
    window.scrollTo(0, 0);
  };
  return (
    <section className="debrief-actions no-print" aria-labelledby={id}>
      <h2 id={id}>{WORDS.actions}</h2>
      <p>
        <button
          type="button"
          className="button"
          onClick={() => download({ name: `${file}.html`, text: reportHtml(report) }, 'text/html')}
        >
          {WORDS.html}
        </button>{' '}
        <button type="button" className="button" onClick={() => window.print()}>
          {WORDS.print}
        </button>
      </p>
      <form className="debrief-hand" onSubmit={hand}>
        <label htmlFor={`${id}-name`}>{WORDS.name}</label>
        <input
          id={`${id}-name`}
          value={name}
          maxLength={120}
          autoComplete="name"
          aria-describedby={`${id}-note`}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button">
          {WORDS.result}
        </button>
        <p id={`${id}-note`} className="exam-note">
          {WORDS.resultNote}
        </p>
      </form>
      {!past && (
        <p>
          {WORDS.again}:{' '}
          <button type="button" className="button" onClick={() => again(report.seed)}>
            {WORDS.sameSeed}
          </button>{' '}
          <button type="button" className="button" onClick={() => again(1 + Math.floor(Math.random() * SEEDS))}>
            {WORDS.newSeed}
          </button>
        </p>
      )}
    </section>
  );
}

/** A name as a part of a file's name. */
function plain(name: string): string {
  const words = name
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return words === '' ? 'result' : words.slice(0, 40);
}
