import { useEffect, useState } from 'react';
import { useStores } from '../store/bench.tsx';
import { TOUR } from '../words/keys.ts';
import { LESSON_SAY } from '../words/lesson.ts';
import { SAY } from '../words.ts';
import { arrival, news } from './news.ts';

interface Props {
  /** In a lesson the steps are spoken of, and what it tells stays in view when something was asked. */
  readonly lesson?: boolean;
}

/** The live region: says answers, restarts and met tasks as they come. */
export function Announcer({ lesson = false }: Props) {
  const { view, desk } = useStores();
  const [said, setSaid] = useState('');
  // Whether the tour has come is settled by then: its effects are those of an earlier part of the workbench.
  useEffect(() => {
    const tour = desk.getState().tour === 'first' ? ` ${TOUR.said}` : '';
    setSaid(arrival(view.getState(), lesson ? LESSON_SAY : SAY) + tour);
  }, [view, desk, lesson]);
  useEffect(
    () =>
      view.subscribe((next, before) => {
        const words = news(before, next, lesson ? LESSON_SAY : SAY);
        if (words !== '') setSaid(words);
        if (next.requests.length > before.requests.length) {
          desk.getState().showRequest(null);
          if (!lesson) desk.getState().showSide('kubelet');
        }
        if (next.solved && !before.solved) desk.getState().showSide('task');
      }),
    [view, desk, lesson],
  );
  useEffect(
    () =>
      desk.subscribe((next, before) => {
        if (next.said === before.said || next.said === '') return;
        // Equal words would not be said a second time.
        setSaid((last) => (last === next.said ? `${next.said}\u00a0` : next.said));
        desk.setState({ said: '' });
      }),
    [desk],
  );
  return (
    <div className="sr-only" role="status" aria-live="polite">
      {said}
    </div>
  );
}
