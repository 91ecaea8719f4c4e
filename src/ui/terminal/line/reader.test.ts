import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from './decode.ts';
import { type Effect, NEW_READER, press, type Reader, type Surroundings } from './reader.ts';
import { searchPrompt } from './search.ts';

const HISTORY = ['systemctl status kubelet', 'cat /etc/hosts', 'curl -sk https://localhost:10250/pods', 'ls -l'];

const around: Surroundings = {
  history: HISTORY,
  complete: (line, cursor) => {
    const from = line.lastIndexOf(' ', cursor - 1) + 1;
    const word = line.slice(from, cursor);
    const names = ['kubeadm', 'kubectl', 'kubelet', '/etc/', "'a b"].filter((name) => name.startsWith(word));
    const common = names.length > 1 ? 'kube' : (names[0] ?? word);
    return { from, candidates: names.map((name) => ({ insert: name, label: name })), common };
  },
  isUnfinished: (text) => text.endsWith('\\') || text.split("'").length % 2 === 0,
};

/** Types what a keyboard sends into a new line. */
function typed(
  data: string,
  start: Reader = NEW_READER,
): { readonly reader: Reader; readonly effects: readonly Effect[] } {
  let reader = start;
  const effects: Effect[] = [];
  for (const one of decode(data)) {
    const done = press(reader, one, around);
    reader = done.reader;
    effects.push(...done.effects);
  }
  return { reader, effects };
}

/** The line after that, with a bar where the cursor stands. */
function seen(data: string): string {
  const { text, cursor } = typed(data).reader.line;
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

const [LEFT, UP, DOWN, ALT] = ['\u001b[D', '\u001b[A', '\u001b[B', '\u001b'];

test('moves and edits as bash does', () => {
  expect(seen(`ab${LEFT}X`)).toBe('aX|b');
  expect(seen('one two\u0001>\u0005<')).toBe('>one two<|');
  expect(seen('one two\u001b[H\u001b[C\u001b[3~')).toBe('o|e two');
  expect(seen(`ls /etc/kubernetes${ALT}b${ALT}b`)).toBe('ls /|etc/kubernetes');
  expect(seen(`ls /etc\u0001${ALT}f${ALT}f!`)).toBe('ls /etc!|');
  expect(seen('cat /etc/hosts\u0017')).toBe('cat |');
  expect(seen(`cat /etc/hosts${ALT}\u007f`)).toBe('cat /etc/|');
  expect(seen('abc def\u0001\u000b')).toBe('|');
  expect(seen(`abc def${ALT}b\u0015`)).toBe('|def');
  expect(seen(`abc def\u0001${ALT}d`)).toBe('| def');
  expect(seen('ab\u0014')).toBe('ba|');
  expect(seen('sl\u0001\u0014')).toBe('|sl');
  expect(seen(`${ALT}.`)).toBe('-l|');
  expect(seen('e\u0301x\u007f\u007f')).toBe('|');
});

test('what is killed in a row is yanked together', () => {
  expect(seen('one two three\u0017\u0017\u0019')).toBe('one two three|');
  expect(seen('one two\u0017x\u0017\u0019\u0019')).toBe('one xx|');
  expect(seen('one two\u0001\u000b\u0019 \u0019')).toBe('one two one two|');
});

test('a lone Escape makes the next key Alt', () => {
  const { reader } = typed('b', typed('one two', NEW_READER).reader);
  expect(reader.line.text).toBe('one twob');
  const waiting = typed('\u001b', typed('one two').reader).reader;
  expect(waiting.meta).toBe(true);
  expect(typed('b', waiting).reader.line.cursor).toBe(4);
});

test('walks through what was entered and comes back to what was begun', () => {
  expect(seen(UP)).toBe('ls -l|');
  expect(seen(`ku${UP}${UP}${DOWN}${DOWN}`)).toBe('ku|');
  expect(seen(UP.repeat(9))).toBe(`${HISTORY[0]}|`);
  expect(seen(`x${ALT}<`)).toBe(`${HISTORY[0]}|`);
  expect(seen(`x${ALT}<${ALT}>`)).toBe('x|');
  expect(typed(UP).effects).toContainEqual({ kind: 'tell', text: 'ls -l' });
});

test('Ctrl-R searches, goes on, fails, and gives back', () => {
  const { reader } = typed('\u0012s');
  expect(
    searchPrompt(reader.search ?? { query: '', failed: true, line: reader.line, at: 0, before: reader.line }),
  ).toBe("(reverse-i-search)`s': ");
  expect(seen('\u0012s')).toBe('l|s -l');
  expect(seen('\u0012s\u0012')).toBe('curl -sk https://localhost:10250/pod|s');
  expect(seen('\u0012sta')).toBe('systemctl |status kubelet');
  expect(typed('\u0012nowhere').reader.search?.failed).toBe(true);
  expect(seen('begun\u0012sta\u0007')).toBe('begun|');
  expect(seen('\u0012sta\u0005!')).toBe('systemctl status kubelet!|');
  expect(typed('\u0012hosts\r').effects.at(-1)).toEqual({ kind: 'submit', text: 'cat /etc/hosts' });
  expect(seen('\u0012sta\u001b')).toBe('systemctl |status kubelet');
  expect(typed('x\u0012sta\u0003').effects.at(-1)).toEqual({ kind: 'interrupt' });
});

test('Tab writes what is certain, and lists on the second press', () => {
  expect(seen('k\t')).toBe('kube|');
  expect(typed('kube\t').effects).toEqual([{ kind: 'redraw' }]);
  expect(typed('kube\t\t').effects.at(-1)).toEqual({ kind: 'list', listing: ['kubeadm', 'kubectl', 'kubelet'] });
  expect(seen('kubel\t')).toBe('kubelet |');
  expect(seen('ls /e\t')).toBe('ls /etc/|');
  expect(seen("ls 'a\t")).toBe("ls 'a b' |");
  expect(seen('kubel now\u001bb\u001b[D\t')).toBe('kubelet| now');
  expect(seen('nothing\t\t')).toBe('nothing|');
});

test('many candidates are asked about first', () => {
  const many = Array.from({ length: 120 }, (_, index) => ({ insert: `f${index}`, label: `f${index}` }));
  const crowd: Surroundings = { ...around, complete: () => ({ from: 0, candidates: many, common: 'f' }) };
  let reader = NEW_READER;
  const effects: Effect[] = [];
  for (const one of ['f', '\t', '\t', '?', 'y'].flatMap(decode)) {
    const done = press(reader, one, crowd);
    reader = done.reader;
    effects.push(...done.effects);
  }
  expect(effects.at(-2)).toEqual({ kind: 'ask', count: 120 });
  expect(effects.at(-1)).toMatchObject({ kind: 'list' });
  expect(reader.line.text).toBe('f');
});

test('a command that is not whole goes on below, and is run as one', () => {
  const { reader, effects } = typed("echo 'a\rb'\r");
  expect(effects.filter(({ kind }) => kind !== 'redraw')).toEqual([
    { kind: 'continue' },
    { kind: 'submit', text: "echo 'a\nb'" },
  ]);
  expect(reader).toEqual(NEW_READER);
  expect(typed("echo 'a\r\u0003").reader).toEqual(NEW_READER);
});

test('what is pasted waits for Enter, whatever its line ends', () => {
  const { reader, effects } = typed('\u001b[200~one\r\ntwo\rthree\u001b[31m\n\u001b[201~');
  expect(reader.line.text).toBe('one\ntwo\nthree[31m');
  expect(effects.some(({ kind }) => kind === 'submit')).toBe(false);
});

test('Ctrl-D leaves an empty line and rubs out in another', () => {
  expect(typed('\u0004').effects).toEqual([{ kind: 'leave' }]);
  expect(seen('ab\u0001\u0004')).toBe('|b');
});

test('nothing that is typed throws or moves the cursor out of the line', () => {
  const keys = fc.constantFrom(
    '\u001b',
    '\u001b[',
    '\u001b[200~',
    '\u001b[201~',
    '\t',
    '\r',
    '\u0012',
    '\u0017',
    UP,
    LEFT,
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          keys,
          fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
        ),
        { maxLength: 12 },
      ),
      (parts) => {
        const { line } = typed(parts.join('')).reader;
        expect(line.cursor).toBeGreaterThanOrEqual(0);
        expect(line.cursor).toBeLessThanOrEqual(line.text.length);
      },
    ),
    { numRuns: 25 },
  );
});
