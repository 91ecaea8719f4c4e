import { useState } from 'react';
import { Page } from '../app/Page.tsx';
import type { PageProps } from '../app/pages.table.ts';
import { hashOf } from '../app/route.ts';
import { Inline } from '../kit/Inline.tsx';
import { GLOSSARY_WORDS } from '../words/glossary.ts';
import { anchorOf, entriesWith, type GlossaryEntry } from './entry.ts';
import { GLOSSARY } from './glossary.data.ts';
import './Glossary.css';

/** Every term that a learner meets here, to be searched, each with what it belongs to. */
export function GlossaryPage({ host }: PageProps) {
  const [text, setText] = useState('');
  const shown = entriesWith(GLOSSARY, text);
  const lessonOf = ({ lesson }: GlossaryEntry) => host.lessons.find(({ id }) => id === lesson);
  return (
    <Page title={GLOSSARY_WORDS.pageTitle} heading={GLOSSARY_WORDS.heading} lead={GLOSSARY_WORDS.lead}>
      <search className="glossary-find">
        <label>
          {GLOSSARY_WORDS.find}
          <input type="search" value={text} autoComplete="off" onChange={(event) => setText(event.target.value)} />
        </label>
        <p aria-live="polite">
          {shown.length === 0 ? GLOSSARY_WORDS.none : GLOSSARY_WORDS.shown(shown.length, GLOSSARY.length)}
        </p>
      </search>
      <dl className="terms">
        {shown.map((entry) => (
          <div key={entry.term} className="term" id={anchorOf(entry.term)}>
            <dt>
              <dfn>{entry.term}</dfn>
            </dt>
            <dd>
              <p>
                <Inline text={entry.says} />
              </p>
              <More entry={entry} lesson={lessonOf(entry)} onSee={setText} />
            </dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}

interface MoreProps {
  readonly entry: GlossaryEntry;
  readonly lesson: { readonly id: string; readonly title: string } | undefined;
  onSee(term: string): void;
}

/** Where to go on from a term: other terms, its lesson, upstream's page. */
function More({ entry: { see = [], docs }, lesson, onSee }: MoreProps) {
  if (see.length === 0 && lesson === undefined && docs === undefined) return null;
  return (
    <p className="term-more">
      {see.length > 0 && (
        <span>
          {GLOSSARY_WORDS.see}{' '}
          {see.map((term) => (
            <button key={term} type="button" className="link" onClick={() => onSee(term)}>
              {term}
            </button>
          ))}
        </span>
      )}
      {lesson !== undefined && (
        <a className="link" href={hashOf({ kind: 'lesson', id: lesson.id })}>
          {GLOSSARY_WORDS.lesson(lesson.title)}
        </a>
      )}
      {docs !== undefined && (
        <a className="link" href={docs} rel="noreferrer">
          {GLOSSARY_WORDS.docs}
        </a>
      )}
    </p>
  );
}
