import { useEffect, useRef, useState } from 'react';
import type { PublishedLab } from '#session/view/lab.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { download } from '../timeline/download.ts';
import { LONGEST_MADE, packText } from '../timeline/link.ts';
import { LAB } from '../words/lab.ts';
import { hashOfPacked } from './place.ts';

/** The lab that the form made: a link while it is short enough, files, or why there is none. */
export function Made({ published }: { readonly published: PublishedLab }) {
  const [link, setLink] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  // It comes below the form, where nobody may look.
  useEffect(() => {
    if (published.ok) heading.current?.focus();
  }, [published]);
  const text = published.ok ? published.learners.text : null;
  useEffect(() => {
    let wanted = true;
    setLink(null);
    setWords('');
    if (text === null) return;
    packText(text).then(
      (packed) => {
        if (!wanted) return;
        const hash = hashOfPacked(packed);
        if (hash.length > LONGEST_MADE) setWords(LAB.noLink);
        else setLink(`${location.href.split('#', 1)[0] ?? ''}${hash}`);
      },
      () => wanted && setWords(LAB.noPacking),
    );
    return () => {
      wanted = false;
    };
  }, [text]);
  if (!published.ok) {
    return (
      <p className="lab-trouble" role="alert">
        {published.words}
      </p>
    );
  }
  const { learners, instructor } = published;
  return (
    <section className="lab-made" aria-labelledby="lab-made">
      <h2 id="lab-made" ref={heading} tabIndex={-1}>
        {LAB.made}
      </h2>
      {words !== '' && <p role="status">{words}</p>}
      {link !== null && (
        <div className="lab-link">
          <label>
            {LAB.madeLink}
            <input readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <CopyButton text={link} label={LAB.copyLink} />
          <a className="link" href={link} target="_blank" rel="noreferrer">
            {LAB.tryIt}
          </a>
        </div>
      )}
      <p className="lab-actions">
        <button type="button" className="button" onClick={() => download(learners)}>
          {LAB.learnersFile}
        </button>
        {instructor !== null && (
          <button type="button" className="button" onClick={() => download(instructor)}>
            {LAB.instructorsFile}
          </button>
        )}
      </p>
      {instructor !== null && <p className="lab-dim">{LAB.instructorsNote}</p>}
    </section>
  );
}
