import { Sign } from '../kit/Sign.tsx';
import { useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';

/** What was asked, and how the tasks stand at this step. */
export function PresentedStory({ pointer }: { readonly pointer: number | null }) {
  const scenario = useView((view) => view.scenario);
  const tasks = useView((view) => view.tasks);
  return (
    <div className="present-story">
      {scenario.story.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <ul className="present-tasks" aria-label={WORDS.tasks}>
        {tasks.map(({ id, title, state, detail }, index) => (
          <li
            key={id}
            className={index === pointer ? 'present-pointed' : undefined}
            aria-current={index === pointer ? 'true' : undefined}
          >
            <Sign kind={state} word={`${WORDS.taskStates[state]}: `} />
            <span>
              {title}
              {index === pointer && <span className="present-detail">{detail}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
