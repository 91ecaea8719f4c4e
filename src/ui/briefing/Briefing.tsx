import { useId } from 'react';
import { hashOf } from '../app/route.ts';
import { useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';
import { Diagnosis } from './Diagnosis.tsx';
import { Hints } from './Hints.tsx';
import { MustWork } from './MustWork.tsx';
import { Tasks } from './Tasks.tsx';
import './Briefing.css';

/** What the learner is asked: the story, the tasks with their live state, the hints. */
export function Briefing() {
  const scenario = useView((view) => view.scenario);
  const solved = useView((view) => view.solved);
  const id = useId();
  const debrief = useView((view) => view.debrief);
  return (
    <div className="briefing">
      {solved && (
        <section className="solved" aria-labelledby={`${id}-solved`}>
          <h2 id={`${id}-solved`}>{WORDS.solved}</h2>
          <h3 className="eyebrow">{WORDS.debrief}</h3>
          {debrief.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p>
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
          <p key={paragraph}>{paragraph}</p>
        ))}
        {scenario.goal !== '' && <p className="briefing-goal">{scenario.goal}</p>}
      </section>
      <Tasks />
      <Diagnosis />
      <MustWork />
      <Hints />
    </div>
  );
}
