import type { ReactNode } from 'react';
import { Sign, type SignKind } from '../kit/Sign.tsx';

interface Props {
  /** The id of its heading. */
  readonly id: string;
  readonly sign: SignKind;
  /** For those who do not see the sign. */
  readonly word: string;
  readonly title: string;
  /** What stands behind the title in a word. */
  readonly aside?: ReactNode;
  /** Null where it may not be opened yet. */
  onOpen: (() => void) | null;
}

/** A part of a lesson that is a line: done and folded up, or still ahead. */
export function Folded({ id, sign, word, title, aside, onOpen }: Props) {
  return (
    <li className={onOpen === null ? 'lesson-part lesson-ahead' : 'lesson-part'}>
      <Sign kind={sign} word={`${word}: `} />
      <h3 id={id} tabIndex={-1} className="lesson-title">
        {onOpen === null ? (
          title
        ) : (
          <button type="button" className="lesson-unfold" aria-expanded={false} onClick={onOpen}>
            {title}
          </button>
        )}
        {aside}
      </h3>
    </li>
  );
}
