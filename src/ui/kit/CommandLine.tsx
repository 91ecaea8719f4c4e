import { Fragment } from 'react';
import './CommandLine.css';

/** A command line that breaks between its words and not at the hyphens of a flag. */
export function CommandLine({ line }: { readonly line: string }) {
  return line.split(' ').map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: words of a line have no other identity.
    <Fragment key={index}>
      {index > 0 && ' '}
      <span className="command-word">{word}</span>
    </Fragment>
  ));
}
