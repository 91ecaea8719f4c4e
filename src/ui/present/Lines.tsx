import { useEffect, useRef } from 'react';
import { PRESENT } from '../words/present.ts';
import type { PresentedLine } from './lines.ts';

interface Props {
  readonly label: string;
  readonly lines: readonly PresentedLine[];
  /** Whether they have numbers, as a file's lines have. */
  readonly numbered?: boolean;
  /** The line that is pointed at. */
  readonly pointer: number | null;
}

/** Lines of a file, of a list or of the journal; the one pointed at, else the first that changed, is brought into view. */
export function Lines({ label, lines, numbered = false, pointer }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const changed = lines.findIndex(({ kind }) => kind !== 'same');
  const seen = pointer ?? changed;
  useEffect(() => {
    list.current?.children[seen]?.scrollIntoView({ block: 'center' });
  }, [seen]);
  return (
    <ol ref={list} className={numbered ? 'present-lines present-numbered' : 'present-lines'} aria-label={label}>
      {lines.map(({ kind, text }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: equal lines are common, and the list is drawn as a whole.
          key={index}
          className={`present-line present-${kind}${index === pointer ? ' present-pointed' : ''}`}
          aria-current={index === pointer ? 'true' : undefined}
        >
          <span className="sr-only">{kind === 'same' ? '' : PRESENT[kind]}</span>
          {text === '' ? ' ' : text}
        </li>
      ))}
    </ol>
  );
}
