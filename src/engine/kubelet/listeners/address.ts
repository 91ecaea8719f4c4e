/**
 * IP addresses as the kubelet writes and binds them. Only the textual forms that Go's `net.ParseIP` knows; anything
 * else is kept as it is.
 */

/** An address in Go's form: IPv4 without leading zeros, IPv6 lower-case with its longest run of zeros folded. */
export function canonicalAddress(text: string): string {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (/^\d+(\.\d+){3}$/.test(bare)) return bare.split('.').map(Number).join('.');
  const groups = ipv6Groups(bare);
  return groups === null ? bare : writeIpv6(groups);
}

/** `0.0.0.0` and `::`: every address of the node. Go binds both as one dual-stack socket. */
export function isWildcard(address: string): boolean {
  if (address === '0.0.0.0' || address === '::') return true;
  return canonicalAddress(address) === '::' || /^0+(\.0+){3}$/.test(address);
}

/** Whether `address` belongs to a host whose address on the network is `own`: that one, or loopback. */
export function isLocal(address: string, own: string): boolean {
  // The two that are asked for most need no rewriting.
  if (address === '127.0.0.1' || address === own) return true;
  const canonical = canonicalAddress(address);
  return canonical === canonicalAddress(own) || canonical === '::1' || /^127\.\d+\.\d+\.\d+$/.test(canonical);
}

/** Whether a socket bound to `bound` gets the connections made to `dialled` on that host. */
export function answersAt(bound: string, dialled: string, own: string): boolean {
  if (isWildcard(bound)) return isWildcard(dialled) || isLocal(dialled, own);
  // A client that dials 0.0.0.0 reaches loopback.
  const target = isWildcard(dialled) ? '127.0.0.1' : canonicalAddress(dialled);
  return target === canonicalAddress(bound);
}

/** `host:port`, IPv6 in brackets, as `net.JoinHostPort` has it. */
export function hostPort(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

function ipv6Groups(text: string): readonly number[] | null {
  if (!/^[0-9a-fA-F:]+$/.test(text) || !text.includes(':')) return null;
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const head = splitGroups(halves[0] ?? '');
  const tail = halves.length === 2 ? splitGroups(halves[1] ?? '') : [];
  const given = [...head, ...tail];
  if (given.some((group) => group.length === 0 || group.length > 4)) return null;
  if (halves.length === 2 ? given.length > 7 : given.length !== 8) return null;
  const middle = Array.from({ length: 8 - given.length }, () => 0);
  return [...head.map(hex), ...middle, ...tail.map(hex)];
}

function splitGroups(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}

function hex(group: string): number {
  return Number.parseInt(group, 16);
}

function writeIpv6(groups: readonly number[]): string {
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length += 1;
    if (length > best.length) best = { start, length };
  }
  const words = groups.map((group) => group.toString(16));
  if (best.start < 0) return words.join(':');
  return `${words.slice(0, best.start).join(':')}::${words.slice(best.start + best.length).join(':')}`;
}
