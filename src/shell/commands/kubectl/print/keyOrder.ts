/**
 * Orders the keys of a map as YAML is written: letter by letter, runs of digits by their number, letters behind anything
 * else. Models keyList.Less in go.yaml.in/yaml/v2/sorter.go.
 */
export function keyOrder(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const [x = '', y = ''] = [a[at], b[at]];
    if (x === y) continue;
    const [xIsLetter, yIsLetter] = [isLetter(x), isLetter(y)];
    if (xIsLetter && yIsLetter) return x < y ? -1 : 1;
    if (xIsLetter || yIsLetter) return yIsLetter ? -1 : 1;
    // A zero counts when it continues a number.
    const continues = (x === '0' || y === '0') && /[1-9]\d*$/.test(a.slice(0, at).join(''));
    const [m, n] = [digitsFrom(a, at), digitsFrom(b, at)];
    const [one, other] = [BigInt(`${continues ? 1 : 0}${m}`), BigInt(`${continues ? 1 : 0}${n}`)];
    if (one !== other) return one < other ? -1 : 1;
    if (m.length !== n.length) return m.length - n.length;
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

function digitsFrom(text: readonly string[], at: number): string {
  return /^\d*/.exec(text.slice(at).join(''))?.[0] ?? '';
}

function isLetter(letter: string): boolean {
  return /^\p{L}/u.test(letter);
}
