/** Where a text stops being JSON values, in jq's words, and the whole values before that. */
export interface JsonFault {
  readonly before: string;
  readonly message: string;
}

/** What is open: an array, or an object that waits for a key, a colon or a value. */
interface Open {
  readonly kind: '[' | '{';
  /** A key and its colon were read. */
  isKeyed: boolean;
  /** A comma was read last. */
  isGoingOn: boolean;
}

/** The first fault of a text that should be JSON values, one after the other; null when there is none. Models src/jv_parse.c of jq 1.6. */
export function jsonFault(text: string): JsonFault | null {
  const open: Open[] = [];
  let [line, column, whole, at] = [1, 0, 0, 0];
  let word = '';
  let string = false;
  /** A value that no separator has followed yet: a key, too. */
  let value: 'none' | 'string' | 'other' = 'none';
  const fault = (what: string, where = ''): JsonFault => ({
    before: text.slice(0, whole),
    message: `parse error: ${what} at ${where}line ${line}, column ${column}`,
  });
  const read = (kind: 'string' | 'other'): string | null => {
    if (value !== 'none' && open.length > 0) return 'Expected separator between values';
    value = kind;
    return null;
  };
  for (; at < text.length; at += 1) {
    const char = text[at] ?? '';
    [line, column] = char === '\n' ? [line + 1, 0] : [line, column + 1];
    if (string) {
      if (char === '\\') {
        at += 1;
        column += 1;
      } else if (char === '"') {
        string = false;
        const why = read('string');
        if (why !== null) return fault(why);
        if (open.length === 0) [value, whole] = ['none', at + 1];
      }
      continue;
    }
    if (!/[\s"[{:,\]}]/.test(char)) {
      word += char;
      continue;
    }
    if (word !== '') {
      const why = literalFault(word) ?? read('other');
      if (why !== null) return fault(why);
      word = '';
      if (open.length === 0) [value, whole] = ['none', at];
    }
    if (char === '"') string = true;
    const why = structure(char, open, value);
    if (why !== null) return fault(why);
    if (':,[{'.includes(char)) value = 'none';
    if (']}'.includes(char)) value = open.length > 0 ? 'other' : 'none';
    if (']}'.includes(char) && open.length === 0) whole = at + 1;
  }
  if (string) return fault('Unfinished string', 'EOF at ');
  const why = word === '' ? null : literalFault(word);
  if (why !== null) return fault(why, 'EOF at ');
  return open.length > 0 ? fault('Unfinished JSON term', 'EOF at ') : null;
}

function literalFault(word: string): string | null {
  const [first = ''] = word;
  const wanted = { t: 'true', f: 'false', n: 'null' }[first];
  if (word === 'nan') return null;
  if (wanted !== undefined) return word === wanted ? null : 'Invalid literal';
  return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(word) ? null : 'Invalid numeric literal';
}

function structure(char: string, open: Open[], value: string): string | null {
  const inner = open.at(-1);
  if (char === '[' || char === '{') {
    if (value !== 'none') return 'Expected separator between values';
    open.push({ kind: char, isKeyed: false, isGoingOn: false });
  } else if (char === ':') {
    if (inner?.kind !== '{' || inner.isKeyed) return "':' not as part of an object";
    if (value !== 'string') return value === 'none' ? "Expected string key before ':'" : 'Object keys must be strings';
    inner.isKeyed = true;
  } else if (char === ',') {
    if (value === 'none') return "Expected value before ','";
    if (inner === undefined) return "',' not as part of an array or object";
    if (inner.kind === '{' && !inner.isKeyed) return 'Objects must consist of key:value pairs';
    [inner.isKeyed, inner.isGoingOn] = [false, true];
  } else if (char === ']') {
    if (inner?.kind !== '[') return "Unmatched ']'";
    if (value === 'none' && inner.isGoingOn) return 'Expected another array element';
    open.pop();
  } else if (char === '}') {
    if (inner?.kind !== '{') return "Unmatched '}'";
    if (value === 'none' && (inner.isGoingOn || inner.isKeyed))
      return inner.isKeyed ? "Unmatched '}'" : 'Expected another key-value pair';
    if (value !== 'none' && !inner.isKeyed) return 'Objects must consist of key:value pairs';
    open.pop();
  } else return null;
  return null;
}
