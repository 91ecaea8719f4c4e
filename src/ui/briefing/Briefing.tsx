import { useContext, useEffect, useId, useRef } from 'react';
import { hashOf } from '../app/route.ts';
import { Inline } from '../kit/Inline.tsx';
import { useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';
import { Diagnosis } from './Diagnosis.tsx';
import { Hints } from './Hints.tsx';
import { MustWork } from './MustWork.tsx';
import { NextScenario } from './next.ts';
import { Tasks } from './Tasks.tsx';
import './Briefing.css';

/** What the learner is asked: the story, the tasks with their live state, the hints. */
export function Briefing() {
  const scenario = useView((view) => view.scenario);
  const solved = useView((view) => view.solved);
  const id = useId();
  const debrief = useView((view) => view.debrief);
  const reference = useView((view) => view.reference);
  const next = useContext(NextScenario);
  const told = useRef<HTMLElement>(null);
  // It is told at the top, while the learner may be looking at the tasks or the hints below.
  useEffect(() => {
    if (solved) told.current?.scrollIntoView({ block: 'start' });
  }, [solved]);
  return (
    <div className="briefing">
      {solved && (
        <section ref={told} className="solved" aria-labelledby={`${id}-solved`}>
          <h2 id={`${id}-solved`}>{WORDS.solved}</h2>
          {debrief.length > 0 && <h3 className="eyebrow">{WORDS.debrief}</h3>}
          {debrief.map((paragraph) => (
            <p key={paragraph}>
              <Inline text={paragraph} />
            </p>
          ))}
          {reference !== null && (
            <>
              <h3 className="eyebrow">{WORDS.reference}</h3>
              <p>
                <Inline text={reference.comparison} />
              </p>
              <details>
                <summary>{WORDS.referenceShow}</summary>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard. */}
                <pre className="reference" tabIndex={0}>
                  {reference.lines.join('\n')}
                </pre>
              </details>
            </>
          )}
          <p className="solved-on">
            {next !== null && (
              <a className="button button-owed" href={hashOf({ kind: 'scenario', id: next.id })}>
                {WORDS.nextScenario(next.title)}
              </a>
            )}
            <a className="link" href={hashOf({ kind: 'home' })}>
              {WORDS.allScenarios}
            </a>
          </p>
        </section>
      )}
      <section className="briefing-story" aria-labelledby={id}>
        <h2 id={id} className="eyebrow">
          {WORDS.briefing}
        </h2>
        {scenario.story.map((paragraph) => (
          <p key={paragraph}>
            <Inline text={paragraph} />
          </p>
        ))}
        {scenario.goal !== '' && (
          <p className="briefing-goal">
            <Inline text={scenario.goal} />
          </p>
        )}
      </section>
      <Tasks />
      <Diagnosis />
      <MustWork />
      <Hints />
    </div>
  );
}
