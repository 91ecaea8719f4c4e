import { Fragment } from 'react';
import { CommandLine, Word } from './CommandLine.tsx';
import { turns } from './pieces.ts';
import { spans } from './spans.ts';

/** A sentence in which code stands between backticks. Neither that nor a flag or a path among its words breaks at a hyphen. */
export function Inline({ text }: { readonly text: string }) {
  return spans(text).map((span, index) =>
    span.kind === 'code' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence stay in their places
      <code key={index}>
        <CommandLine line={span.text} />
      </code>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence stay in their places
      <Words key={index} text={span.text} />
    ),
  );
}

function Words({ text }: { readonly text: string }) {
  return turns(text).map((turn, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a sentence stay in their places
    index % 2 === 1 ? <Word key={index} word={turn} /> : <Fragment key={index}>{turn}</Fragment>,
  );
}
