import type { CurlOptions } from './options.ts';
import type { Transfer } from './plan.ts';
import type { CurlUrl } from './url.ts';

/** Bytes that `-v` counts when the body does not go to a terminal: `} [512 bytes data]`. */
export interface DataLine {
  readonly bytes: number;
  readonly sent: boolean;
}

/** What `-v` tells: a line, or a count of bytes. */
export type Told = string | DataLine;

/** Bytes that the client sent, as `-v` counts them. */
export function sent(bytes: number): DataLine {
  return { bytes, sent: true };
}

/** Bytes that the client received, as `-v` counts them. */
export function received(bytes: number): DataLine {
  return { bytes, sent: false };
}

/** The text of what was told. Counts are left out on a terminal, and the second of two in a row always. */
export function tell(told: readonly Told[], counts: boolean): string {
  let text = '';
  let counted = false;
  for (const item of told) {
    if (typeof item === 'string') text += `${item}\n`;
    else if (counts && !counted) text += `${item.sent ? '}' : '{'} [${item.bytes} bytes data]\n`;
    counted = typeof item !== 'string';
  }
  return text;
}

type Dialling = Pick<Transfer, 'url' | 'addresses' | 'dialled' | 'cached'>;

/** From the lookup to the open connection, addresses that failed on the way included. */
export function connectionLines(dialling: Dialling, number: number): readonly string[] {
  const { url, addresses, dialled, cached } = dialling;
  const failed = addresses.slice(0, Math.max(addresses.indexOf(dialled), 0));
  return [
    ...cacheLine(url, cached),
    ...failed.flatMap((address) => failedAttempt(address, url.port)),
    trying(dialled, url.port),
    `* Connected to ${url.host} (${dialled}) port ${url.port} (#${number})`,
  ];
}

/** Every address of the host refused. */
export function refusalLines(dialling: Dialling): readonly string[] {
  const { url, addresses, cached } = dialling;
  return [...cacheLine(url, cached), ...addresses.flatMap((address) => failedAttempt(address, url.port))];
}

/** Entries of `--resolve`, said before the first look-up. */
export function resolveLines(options: CurlOptions): readonly string[] {
  return options.resolve
    .filter((entry) => /^\+?[^:]+:\d+:.+/.test(entry))
    .map((entry) => `* Added ${entry} to DNS cache`);
}

function cacheLine(url: CurlUrl, cached: boolean): readonly string[] {
  return cached ? [`* Hostname ${url.host} was found in DNS cache`] : [];
}

function trying(address: string, port: number): string {
  return `*   Trying ${address.includes(':') ? `[${address}]` : address}:${port}...`;
}

function failedAttempt(address: string, port: number): readonly string[] {
  return [trying(address, port), `* connect to ${address} port ${port} failed: Connection refused`];
}

/** The connection of the transfer before, used again. */
export function reuseLines(url: CurlUrl, number: number, http2: boolean): readonly string[] {
  const bundle = `* Found bundle for host: 0x5570c73fd200 [${http2 ? 'can multiplex' : 'serially'}]`;
  const reuse = `* Re-using existing connection #${number} with host ${url.host}`;
  return http2 ? [bundle, reuse] : [bundle, '* Can not multiplex, even if we wanted to', reuse];
}

/** The protocols that the client offers in its hello; none without ALPN. */
export function offered(options: CurlOptions): readonly string[] {
  if (!options.alpn) return [];
  if (options.http === '1.0') return ['http/1.0'];
  return options.http === '1.1' ? ['http/1.1'] : ['h2', 'http/1.1'];
}

/** The line about what ALPN offers. */
export function alpnOffer(options: CurlOptions): readonly string[] {
  const protocols = offered(options);
  return protocols.length === 0 ? [] : [`* ALPN: offers ${protocols.join(',')}`];
}
