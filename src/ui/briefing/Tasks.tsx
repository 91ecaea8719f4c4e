import { useId } from 'react';
import { Inline } from '../kit/Inline.tsx';
import { Sign } from '../kit/Sign.tsx';
import { useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';
import { Question } from './Question.tsx';

/** Each task with its state as shape and word, and what is missing. */
export function Tasks() {
  const tasks = useView((view) => view.tasks);
  const owed = useView((view) => view.strip.owed);
  const id = useId();
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="sr-only">
        {WORDS.tasks}
      </h2>
      {owed.length > 0 && <p className="tasks-owed">{WORDS.owedNote(owed.map((what) => WORDS.owedNames[what]))}</p>}
      <ul className="tasks" aria-labelledby={id}>
        {tasks.map((task) => (
          <li key={task.id} className="task">
            <Sign kind={task.state} word={`${WORDS.taskStates[task.state]}: `} />
            <div>
              <h3 className="task-title">
                <Inline text={task.title} />
              </h3>
              {task.question !== null && <Question task={task} question={task.question} />}
              <p className="task-detail">
                <Inline text={task.detail} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
