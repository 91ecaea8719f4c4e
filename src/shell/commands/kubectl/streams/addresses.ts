/** The addresses that `--address` lists, sorted; `localhost` is both loopbacks. The error's text when one is none. */
export function addressesOf(given: readonly string[]): readonly string[] | string {
  const addresses = new Set<string>();
  for (const address of given) {
    if (address === 'localhost') {
      addresses.add('127.0.0.1');
      addresses.add('::1');
    } else if (isAddress(address)) addresses.add(address);
    else return `${address} is not a valid IP`;
  }
  return [...addresses].sort();
}

function isAddress(text: string): boolean {
  const bytes = text.split('.');
  if (bytes.length === 4) return bytes.every((byte) => /^\d{1,3}$/.test(byte) && Number(byte) <= 255);
  return /^[0-9a-fA-F:]*::?[0-9a-fA-F:.]*$/.test(text) && text.includes(':');
}
