import { Fragment } from 'react';
import { pieces } from './pieces.ts';
import './CommandLine.css';

/** A command line that breaks between its words, within a word that is too long at its joints, and never at a hyphen. */
export function CommandLine({ line }: { readonly line: string }) {
  return line.split(' ').map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: words of a line have no other identity.
    <Fragment key={index}>
      {index > 0 && ' '}
      <Word word={word} />
    </Fragment>
  ));
}

/** A word of code: a flag, a path, a name. One that is too long for a line goes on in the next with its next piece. */
export function Word({ word }: { readonly word: string }) {
  return pieces(word).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a word have no other identity.
    <span key={index} className="command-word">
      {piece}
    </span>
  ));
}
