import { type ReactNode, useId, useMemo } from 'react';
import type { AboutView } from '#session/view/about.ts';
import { useArrival } from '../app/arrival.ts';
import { ABOUT } from '../words/about.ts';
import { Document } from './Document.tsx';
import { type Block, blocksOf, sectionOf } from './document.ts';
import { FiguresTable } from './FiguresTable.tsx';
import { figureTable } from './figures.ts';

/** What this page is and is not, the figures, what is let pass and what is missing, and what leaves the browser. */
export function About({ about }: { readonly about: AboutView }) {
  const heading = useArrival(false);
  const table = useMemo(() => figureTable(about.figures), [about]);
  const [fidelity, missing, threats] = useMemo(
    () => [blocksOf(about.fidelity), blocksOf(about.notModelled), blocksOf(about.threatModel)],
    [about],
  );
  const { equal, total, listed } = table.all;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {ABOUT.heading}
      </h1>
      <Paragraphs texts={ABOUT.is} />
      <Part title={ABOUT.fidelity}>
        <p>{ABOUT.fidelityWords(equal, total, listed)}</p>
        <p>{ABOUT.built}</p>
        <FiguresTable table={table} />
      </Part>
      <Section title={ABOUT.notModelled.title} blocks={sectionOf(missing, ABOUT.notModelled.from)} />
      <Section title={ABOUT.passes.title} blocks={sectionOf(fidelity, ABOUT.passes.from)} />
      <Section title={ABOUT.recorded.title} blocks={sectionOf(fidelity, ABOUT.recorded.from)} />
      <Part title={ABOUT.privacy}>
        <Paragraphs texts={ABOUT.privacyWords} />
      </Part>
      <Section title={ABOUT.hidden.title} blocks={sectionOf(threats, ABOUT.hidden.from)} />
      <Section title={ABOUT.proved.title} blocks={sectionOf(threats, ABOUT.proved.from)} />
      <Part title={ABOUT.licence}>
        <Paragraphs texts={ABOUT.licenceWords} />
      </Part>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="about-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** A section of a document; without one there is nothing to show. */
function Section({ title, blocks }: { readonly title: string; readonly blocks: readonly Block[] }) {
  if (blocks.length === 0) return null;
  return (
    <Part title={title}>
      <Document blocks={blocks} />
    </Part>
  );
}

function Paragraphs({ texts }: { readonly texts: readonly string[] }) {
  return texts.map((text) => <p key={text}>{text}</p>);
}
