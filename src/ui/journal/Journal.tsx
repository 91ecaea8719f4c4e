import { useCallback, useEffect, useRef } from 'react';
import { PlaceLink } from '../files/PlaceLink.tsx';
import { useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';
import './Journal.css';

const SIGNS = { info: ' ', warning: '▲', error: '✕' } as const;

/** What systemd and the kubelet logged, oldest first; the end stays in sight unless the learner scrolled away from it. */
export function Journal() {
  const lines = useView((view) => view.journal);
  const waits = useView((view) => view.strip.restartInSeconds);
  const log = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  // Where the end was last gone to.
  const end = useRef(0);
  const toEnd = useCallback((element: HTMLElement): void => {
    element.scrollTop = element.scrollHeight;
    end.current = element.scrollTop;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end moves with each line.
  useEffect(() => {
    const element = log.current;
    if (element !== null && atEnd.current) toEnd(element);
  }, [lines.length, waits]);
  useEffect(() => {
    const element = log.current;
    if (element === null) return;
    // The pane gets lower where another panel had more room, and lines wrap anew where it gets narrower.
    const observer = new ResizeObserver(() => {
      if (atEnd.current) toEnd(element);
    });
    for (const one of [element, ...element.children]) observer.observe(one);
    return () => observer.disconnect();
  }, [toEnd]);
  return (
    <section
      className="journal"
      aria-label={WORDS.journal}
      ref={log}
      // A region that scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
      tabIndex={0}
      onScroll={(event) => {
        const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
        // The pane may have got lower since the end was gone to: nobody scrolled away by that.
        atEnd.current = scrollTop === end.current || scrollHeight - scrollTop - clientHeight < 24;
      }}
    >
      {lines.length === 0 && <p className="journal-none">{WORDS.journalEmpty}</p>}
      <ol>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a journal only grows at its end, and equal lines are common.
          <li key={index} className={`journal-line journal-${line.level}`}>
            <span className="journal-sign">
              <span aria-hidden="true">{SIGNS[line.level]}</span>
              <span className="sr-only">{WORDS.levels[line.level]}</span>
            </span>
            <time>{line.time}</time> <span className="journal-who">{line.who}</span>{' '}
            <span className="journal-text">
              {line.text}{' '}
              {line.place !== null && (
                <PlaceLink place={line.place}>
                  {WORDS.fileLine(line.place.file.slice(line.place.file.lastIndexOf('/') + 1), line.place.line)}
                </PlaceLink>
              )}
            </span>
          </li>
        ))}
      </ol>
      {waits !== null && <p className="journal-waits">{WORDS.startsAgain(waits)}</p>}
    </section>
  );
}
