import { useEffect, useRef } from 'react';
import { useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';
import { AskForm } from './AskForm.tsx';
import { Entry } from './Entry.tsx';
import './Requests.css';

/** What was asked and answered so far, and the line for the next. */
export function Requests() {
  const requests = useView((view) => view.requests);
  const log = useRef<HTMLDivElement>(null);
  const count = requests.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end is shown whenever an answer is added.
  useEffect(() => {
    const element = log.current;
    const last = element?.querySelector<HTMLElement>('.entries > li:last-child');
    if (element === null || last === null || last === undefined) return;
    // The line that was asked stays in sight, even above an answer that is longer than the pane, and when the pane gets smaller.
    const sized = new ResizeObserver(() => {
      element.scrollTop = last.offsetTop - element.offsetTop - 6;
    });
    sized.observe(element);
    return () => sized.disconnect();
  }, [count]);
  return (
    <section className="requests" aria-label={WORDS.requests}>
      <div className="requests-log" ref={log} tabIndex={-1}>
        {count === 0 ? (
          <p className="requests-none">{WORDS.noRequests}</p>
        ) : (
          <ol className="entries" aria-label={WORDS.asked}>
            {requests.map((request) => (
              <Entry key={request.number} request={request} />
            ))}
          </ol>
        )}
      </div>
      <AskForm />
    </section>
  );
}
