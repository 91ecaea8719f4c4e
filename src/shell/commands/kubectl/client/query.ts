import { encodeQuery } from '#engine/apiserver/serve/query.ts';

/** Parameters of a URL, each with its value. */
export type Query = readonly (readonly [name: string, value: string])[];

/** A query with its `?` as Go's url.Values.Encode writes it; '' when there is none. */
export function queryText(query: Query): string {
  return query.length === 0
    ? ''
    : `?${encodeQuery(query.map(([name, value]) => [wellFormed(name), wellFormed(value)]))}`;
}

/** Go's url.PathEscape of one segment. */
export function pathSegment(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(/%(24|26|2B|3A|3D|40)/g, (code) => decodeURIComponent(code));
}

/** A text in which halves of characters have become U+FFFD. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
