import { type ReadyLab, readLab } from '#session/lab/readLab.ts';
import { boardView, type Marked } from '#session/result/board.ts';
import { codesIn, packedIn } from '#session/result/code.ts';
import { boardCsv } from '#session/result/csv.ts';
import { MOST_RESULT_CHARACTERS } from '#session/result/readResult.ts';
import { RESULT_WORDS } from '#session/result/words.ts';
import type { Board, BoardState } from '#session/view/board.ts';
import { unpackRun } from '#ui/timeline/link.ts';
import { examText, scenarioText } from '../packs.ts';
import { crew, type Knowledge } from './crew.ts';
import type { TextFile } from './messages.ts';

type Given = Parameters<Board['add']>[0][number];

/** Progress is told no more often than this, in milliseconds: drawing takes time from the workers. */
const PACE = 100;

/** A class board in this browser: it reads files, has its crew mark them, and makes a table of what they say. */
export function classBoard(): Board {
  const listeners = new Set<() => void>();
  const hands = crew();
  /** By the name on the board. */
  const texts = new Map<string, string>();
  const verdicts = new Map<string, Marked['verdict']>();
  let lab: { readonly text: string; readonly ready: ReadyLab } | null = null;
  let state: BoardState = {
    board: boardView([], null),
    done: 0,
    of: 0,
    running: false,
    cancelled: false,
    lab: null,
    trouble: null,
    took: null,
  };
  let told = 0;
  /** Readings follow each other. */
  let reading: Promise<void> = Promise.resolve();

  function settle(change: Partial<BoardState>): void {
    state = { ...state, ...change };
    told = performance.now();
    for (const listener of listeners) listener();
  }

  function table(): BoardState['board'] {
    const marked = [...verdicts].map(([file, verdict]) => ({ file, verdict }));
    const expected = lab === null ? null : { lab: lab.ready.digest, seed: lab.ready.lab.seed };
    return boardView(marked, expected);
  }

  /** Marks all that is not marked yet. */
  async function mark(began: number): Promise<void> {
    const files = [...texts].flatMap(([file, text]): TextFile[] => (verdicts.has(file) ? [] : [{ file, text }]));
    let done = 0;
    if (files.length === 0) return settle({ board: table(), running: false });
    settle({ done, of: files.length, running: true, cancelled: false });
    await hands.mark(files, await knowledge(files), (marked) => {
      for (const { file, verdict } of marked) verdicts.set(file, verdict);
      done += marked.length;
      if (performance.now() - told > PACE) settle({ done });
    });
    settle({
      board: table(),
      done,
      running: false,
      cancelled: done < files.length,
      took: performance.now() - began,
    });
  }

  /** The packs that files speak of. They are looked for in the text: reading it is the workers' part. */
  async function knowledge(files: readonly TextFile[]): Promise<Knowledge> {
    const exams: Record<string, string> = {};
    const scenarios: Record<string, string> = {};
    const names = new Set<string>();
    for (const { text } of files) {
      for (const [, id = ''] of text.matchAll(/"scenario":\s*"([a-z0-9-]{1,100})"/g)) names.add(id);
      const of = /"lab":\s*"(?:[0-9a-f]{12}\.)?([a-z0-9-]{1,100})"/.exec(text)?.[1];
      const exam = of === undefined || Object.hasOwn(exams, of) ? null : await examText(of);
      if (of !== undefined && exam !== null) exams[of] = exam;
    }
    for (const { kind, id } of lab?.ready.lab.items ?? []) {
      if (kind === 'scenario') names.add(id);
      else exams[id] = (await examText(id)) ?? '';
    }
    for (const text of Object.values(exams)) {
      for (const [, id = ''] of text.matchAll(/scenario:\s*["']?([a-z0-9-]+)/g)) names.add(id);
    }
    for (const id of names) {
      const text = await scenarioText(id);
      if (text !== null) scenarios[id] = text;
    }
    return { scenarios, exams, lab: lab?.text ?? null };
  }

  /** A name for the board: files of two folders may be called alike. The very same file is taken once. */
  function put(name: string, text: string): void {
    let file = name;
    for (let count = 2; texts.has(file) && texts.get(file) !== text; count += 1) file = `${name} (${count})`;
    texts.set(file, text);
  }

  function refuse(name: string, reason: string): void {
    put(name, '');
    verdicts.set(name, { kind: 'broken', reason });
  }

  async function take({ name, size, text }: Given): Promise<void> {
    // A character takes up to four bytes.
    if (size > 4 * MOST_RESULT_CHARACTERS) return refuse(name, RESULT_WORDS.tooLarge);
    const read = await text().catch(() => null);
    if (read === null) return refuse(name, RESULT_WORDS.unreadable);
    if (/^\s*\{\s*"kind":\s*"portside-lab"/.test(read)) return takeLab(read);
    if (packedIn(read) === null) return put(name, read);
    await takeCode(name, read);
  }

  async function takeCode(name: string, code: string): Promise<void> {
    const packed = packedIn(code);
    const unpacked = packed === null ? null : await unpackRun(packed);
    if (unpacked?.ok) put(name, unpacked.text);
    else refuse(name, RESULT_WORDS.brokenCode);
  }

  function takeLab(text: string): void {
    const read = readLab(text);
    if (!read.ok) settle({ trouble: read.words });
    else if (!read.ready.judgeable) settle({ trouble: RESULT_WORDS.learnersLab });
    else {
      lab = { text, ready: read.ready };
      // Everything may be judged otherwise now.
      for (const [file, one] of texts) if (one !== '') verdicts.delete(file);
      settle({ lab: read.ready.lab.title, trouble: null });
    }
  }

  function queue(work: (began: number) => Promise<void>): void {
    reading = reading.then(async () => {
      const began = performance.now();
      settle({ running: true, trouble: null });
      await work(began);
      await mark(began);
    });
  }

  return {
    view: () => state,
    add(files) {
      queue(async () => {
        for (const file of files) await take(file);
      });
    },
    paste(text) {
      queue(async () => {
        const codes = codesIn(text);
        if (codes.length === 0) settle({ trouble: RESULT_WORDS.noCode });
        for (const code of codes) await takeCode(`code ${texts.size + 1}`, code);
      });
    },
    cancel: () => hands.stop(),
    clear() {
      hands.stop();
      reading = reading.then(() => {
        texts.clear();
        verdicts.clear();
        lab = null;
        settle({
          board: table(),
          done: 0,
          of: 0,
          running: false,
          cancelled: false,
          lab: null,
          trouble: null,
          took: null,
        });
      });
    },
    async timeline(file) {
      const text = texts.get(file);
      if (text === undefined) return null;
      const one = { file, text };
      return await hands.timeline(one, await knowledge([one]));
    },
    csv: () => ({ name: 'portside-class.csv', text: boardCsv(state.board) }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
