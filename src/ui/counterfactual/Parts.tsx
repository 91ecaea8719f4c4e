import type { EditPart } from '#session/view/counterfactual.ts';
import { PlaceLink } from '../files/PlaceLink.tsx';
import { CommandLine } from '../kit/CommandLine.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { COUNTERFACTUAL as WORDS } from '../words/counterfactual.ts';

/** What to do, in order and exactly: lines of files, YAML, commands, the line to ask. Shown, not done. */
export function Parts({ parts }: { readonly parts: readonly EditPart[] }) {
  return (
    <ol className="parts">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a change never move.
        <li key={index}>
          <Part part={part} />
        </li>
      ))}
    </ol>
  );
}

function Part({ part }: { readonly part: EditPart }) {
  switch (part.kind) {
    case 'diff':
      return <Difference part={part} />;
    case 'yaml':
      return (
        <>
          <Head words={WORDS.apply} text={part.text} label={WORDS.copyYaml} />
          <pre>{part.text}</pre>
        </>
      );
    case 'command':
      return (
        <>
          <Head words={WORDS.on(part.on)} text={part.text} label={WORDS.copyCommand} />
          <p className="part-line">
            <CommandLine line={part.text} />
          </p>
        </>
      );
    case 'line':
      return (
        <p className="part-line">
          <CommandLine line={part.text} />
        </p>
      );
    case 'wait':
      return <p>{WORDS.wait(part.seconds)}</p>;
  }
}

function Head({ words, text, label }: { readonly words: string; readonly text: string; readonly label: string }) {
  return (
    <p className="part-head">
      <span>{words}</span>
      <CopyButton text={text} label={label} />
    </p>
  );
}

function Difference({ part: { place, lines } }: { readonly part: EditPart & { readonly kind: 'diff' } }) {
  return (
    <>
      <p className="part-head">
        <PlaceLink place={place}>
          {place.file}:{place.line}
        </PlaceLink>
      </p>
      <ol className="part-diff">
        {lines.map(({ sign, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a diff is drawn as a whole.
          <li key={index} className={sign === '+' ? 'part-added' : 'part-removed'}>
            <span className="sr-only">{sign === '+' ? WORDS.added : WORDS.removed}</span>
            <span aria-hidden="true">{sign === '+' ? '+ ' : '− '}</span>
            {text}
          </li>
        ))}
      </ol>
    </>
  );
}
