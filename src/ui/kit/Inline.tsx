import { spans } from './spans.ts';

/** A sentence in which code stands between backticks. */
export function Inline({ text }: { readonly text: string }) {
  return spans(text).map((span, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence stay in their places
    return span.kind === 'code' ? <code key={index}>{span.text}</code> : <span key={index}>{span.text}</span>;
  });
}
