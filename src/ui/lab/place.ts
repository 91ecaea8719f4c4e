/** What the address of the labs' page asks for. */
export type Place =
  | { readonly kind: 'none' }
  /** A lab in the link itself, packed. */
  | { readonly kind: 'packed'; readonly packed: string }
  /** One that this browser knows; `item` from 1, null for its first page. */
  | { readonly kind: 'kept'; readonly digest: string; readonly item: number | null };

/** Reads a hash such as `#/lab?lab=…`, `#/lab/…` or `#/lab?kept=…&item=2`. Never throws. */
export function placeOf(hash: string): Place {
  const query = hash.slice(hash.search(/[?&]/) + 1);
  const packed = /(?:^|&)lab=([A-Za-z0-9_-]+)/.exec(hash.search(/[?&]/) < 0 ? '' : query)?.[1];
  if (packed !== undefined) return { kind: 'packed', packed };
  const digest = /(?:^|&)kept=([a-z0-9.-]{12,100})/.exec(query)?.[1];
  if (digest === undefined) return { kind: 'none' };
  const item = /(?:^|&)item=([1-9]\d?)(?:&|$)/.exec(query)?.[1];
  return { kind: 'kept', digest, item: item === undefined ? null : Number(item) };
}

/** The hash of a lab that this browser knows, or of one of its items. */
export function hashOfLab(digest: string, item: number | null = null): string {
  return `#/lab?kept=${digest}${item === null ? '' : `&item=${item}`}`;
}

/** The hash that carries a whole lab. */
export function hashOfPacked(packed: string): string {
  return `#/lab?lab=${packed}`;
}
