import { useState } from 'react';
import { COPY } from '../words/picture.ts';
import './CopyButton.css';

interface Props {
  readonly text: string;
  /** What is copied, for those who hear the button alone. */
  readonly label: string;
}

/** Puts a text into the clipboard and says whether that worked. */
export function CopyButton({ text, label }: Props) {
  const [said, setSaid] = useState('');
  const copy = (): void => {
    setSaid('');
    // Without a secure context there is no clipboard at all.
    const written = 'clipboard' in navigator ? navigator.clipboard.writeText(text) : Promise.reject(new Error());
    written.then(
      () => setSaid(COPY.copied),
      () => setSaid(COPY.failed),
    );
  };
  return (
    <span className="copy">
      <button type="button" className="button" aria-label={label} onClick={copy}>
        {COPY.copy}
      </button>
      <span role="status" className="copy-said">
        {said}
      </span>
    </span>
  );
}
