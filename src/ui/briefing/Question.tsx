import { type FormEvent, useId, useState } from 'react';
import type { TaskView } from '#session/view.ts';
import { useCommands } from '../store/bench.tsx';
import { QUESTION } from '../words/question.ts';
import './Question.css';

interface Props {
  readonly task: TaskView;
  readonly question: NonNullable<TaskView['question']>;
}

/** What a task asks the learner: to choose from, or to write. An answer is a step like any other. */
export function Question({ task, question: { text, options, reply } }: Props) {
  const commands = useCommands();
  const id = useId();
  const [written, setWritten] = useState(reply ?? '');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (written.trim() !== '') commands.reply(task.id, written.trim());
  };
  if (options.length > 0) {
    return (
      <fieldset className="question-choice">
        <legend>{text}</legend>
        {options.map((option) => (
          <label key={option}>
            <input type="radio" name={id} checked={reply === option} onChange={() => commands.reply(task.id, option)} />
            {option}
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <form className="question-text" onSubmit={send}>
      <label htmlFor={id}>{text}</label>
      <div className="question-line">
        <input
          id={id}
          value={written}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setWritten(event.target.value)}
        />
        <button type="submit" className="button" aria-label={QUESTION.answerTo(task.title)}>
          {QUESTION.answer}
        </button>
      </div>
    </form>
  );
}
