/** FNV-1a with 32 bits over a text's code units, from a seed. */
function fnv(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  // A last mixing: texts that differ little must not look alike.
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Hex digits that stand for a text: the same for the same text, ever. For ids that a runtime would draw or hash. */
export function digest(text: string, digits: number): string {
  let hex = '';
  for (let seed = 0; hex.length < digits; seed += 1)
    hex += fnv(text, Math.imul(seed, 0x9e3779b1)).toString(16).padStart(8, '0');
  return hex.slice(0, digits);
}

/** A number from 0 to `below`, exclusive, that stands for a text. */
export function digestNumber(text: string, below: number): number {
  return fnv(text, 0x51ed270b) % below;
}
