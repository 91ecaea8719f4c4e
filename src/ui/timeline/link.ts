import { routeOf } from '../app/route.ts';
import { UNREADABLE } from '../words/timeline.ts';

/** A longer fragment than this is offered as a file instead: mail and chat cut such links. In characters. */
export const LONGEST_MADE = 8 * 1024;

/** A longer fragment than this is not looked at. */
export const LONGEST_TAKEN = 64 * 1024;

/** What a link unpacks to is no longer than this, in bytes; unpacking stops there. */
export const MOST_UNPACKED = 2 * 1024 * 1024;

/** What a link holds: a run's text, or why it cannot be had, in a sentence. */
export type Unpacked = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly words: string };

/** `run=` and the packed text, for behind the `#`; null where the browser cannot pack, or the run is too long for a link. */
export async function packRun(text: string): Promise<string | null> {
  const fragment = `run=${await packText(text)}`;
  return fragment.length > LONGEST_MADE ? null : fragment;
}

/** Any text packed for a link: deflate, base64url. Rejects where the browser cannot pack. */
export async function packText(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  return base64url(await throughStream(bytes, new CompressionStream('deflate-raw'), Infinity));
}

/** The packed run in a location's fragment, still packed; null when it holds none. */
export function runInFragment(hash: string): string | null {
  return /(?:^#?|[?&])run=([^&]*)/.exec(hash)?.[1] ?? null;
}

/** The address of a page with a run behind its route, in place of whatever followed the route. */
export function linkTo(address: string, fragment: string): string {
  const [page = '', hash = ''] = address.split('#', 2);
  const route = routeIn(hash);
  return `${page}#${route}${route === '' ? '' : '?'}${fragment}`;
}

/** Whether a page reads the run behind its route: not those where a run is one of several, a lab's and an exam's. */
export function takesRuns(hash: string): boolean {
  const { kind } = routeOf(hash);
  return kind !== 'exam' && kind !== 'lab';
}

/** The part of a hash that says where in the page, without what follows it. */
export function routeIn(hash: string): string {
  return hash.split(/[?&]/, 1)[0] ?? '';
}

/** The hash without the run that it carried. */
export function withoutRun(hash: string): string {
  return hash.replace(/(^#?|[?&])run=[^&]*/, '').replace(/^#$/, '');
}

/** Unpacks a stranger's run, lab or result: bounded before and while it grows. Never rejects. */
export async function unpackRun(packed: string): Promise<Unpacked> {
  if (packed.length > LONGEST_TAKEN) return { ok: false, words: UNREADABLE.linkTooLong };
  try {
    const bytes = await throughStream(fromBase64url(packed), new DecompressionStream('deflate-raw'), MOST_UNPACKED);
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    return { ok: false, words: error instanceof TooLarge ? UNREADABLE.linkTooLarge : UNREADABLE.linkBroken };
  }
}

class TooLarge extends Error {}

/** Sends bytes through a stream and gathers what comes out, chunk by chunk, until there is too much of it. */
async function throughStream(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // Trouble while writing shows at the reading end as well, and is dealt with there.
  if (bytes.length > 0) writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.readable.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const chunk: Uint8Array = next.value;
    length += chunk.length;
    if (length > most) {
      reader.cancel().catch(() => {});
      throw new TooLarge();
    }
    chunks.push(chunk);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function base64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
