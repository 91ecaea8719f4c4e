const MASK = (1n << 64n) - 1n;

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false;
  return true;
}

const PRIMES = Array.from({ length: 410 }, (_, index) => index).filter((number) => number > 1 && isPrime(number));

/** The first 64 bits of a prime's root, behind the point. */
function rootBits(prime: number, power: bigint): bigint {
  const target = BigInt(prime) << (64n * power);
  let low = 0n;
  let high = 1n << 70n;
  while (low + 1n < high) {
    const middle = (low + high) >> 1n;
    if (middle ** power <= target) low = middle;
    else high = middle;
  }
  return low & MASK;
}

let constants: { readonly start: readonly bigint[]; readonly round: readonly bigint[] } | null = null;

/** SHA-512 of bytes, in lower-case hex. FIPS 180-4. */
export function sha512(bytes: Uint8Array): string {
  constants ??= {
    start: PRIMES.slice(0, 8).map((prime) => rootBits(prime, 2n)),
    round: PRIMES.slice(0, 80).map((prime) => rootBits(prime, 3n)),
  };
  const padded = new Uint8Array(Math.ceil((bytes.length + 17) / 128) * 128);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  for (let index = 0, bits = bytes.length * 8; index < 6; index += 1, bits = Math.floor(bits / 256))
    padded[padded.length - 1 - index] = bits % 256;
  const right = (word: bigint, by: bigint): bigint => (word >> by) | ((word << (64n - by)) & MASK);
  let state = [...constants.start];
  for (let block = 0; block < padded.length; block += 128) {
    const words: bigint[] = [];
    for (let index = 0; index < 16; index += 1) {
      let word = 0n;
      for (let byte = 0; byte < 8; byte += 1) word = (word << 8n) | BigInt(padded[block + index * 8 + byte] ?? 0);
      words.push(word);
    }
    const at = (index: number): bigint => words[index] ?? 0n;
    for (let index = 16; index < 80; index += 1) {
      const a = at(index - 15);
      const b = at(index - 2);
      const s0 = right(a, 1n) ^ right(a, 8n) ^ (a >> 7n);
      const s1 = right(b, 19n) ^ right(b, 61n) ^ (b >> 6n);
      words.push((at(index - 16) + s0 + at(index - 7) + s1) & MASK);
    }
    let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
    for (let index = 0; index < 80; index += 1) {
      const s1 = right(e, 14n) ^ right(e, 18n) ^ right(e, 41n);
      const first = (h + s1 + ((e & f) ^ (~e & MASK & g)) + (constants.round[index] ?? 0n) + at(index)) & MASK;
      const s0 = right(a, 28n) ^ right(a, 34n) ^ right(a, 39n);
      const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) & MASK;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & MASK, c, b, a, (first + second) & MASK];
    }
    state = state.map((word, index) => (word + ([a, b, c, d, e, f, g, h][index] ?? 0n)) & MASK);
  }
  return state.map((word) => word.toString(16).padStart(16, '0')).join('');
}
