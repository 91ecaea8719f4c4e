import { Fragment } from 'react';
import { fills, pieces } from './pieces.ts';
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

/**
 * A word of code: a flag, a path, a name. It stays whole while a line can hold it. Its pieces are inline, since a box in the
 * midst of a word would be a space to whoever hears it.
 */
export function Word({ word }: { readonly word: string }) {
  const pieced = pieces(word).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a word have no other identity.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {fills(piece) ? piece : <span className="command-piece">{piece}</span>}
    </Fragment>
  ));
  return fills(word) ? pieced : <span className="command-word">{pieced}</span>;
}
