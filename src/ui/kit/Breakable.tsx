import { Fragment } from 'react';

/** A dotted or slashed path that breaks after its dots and slashes before it breaks anywhere else. */
export function Breakable({ path }: { readonly path: string }) {
  return path.split(/(?<=[./])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a path have no other identity.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
