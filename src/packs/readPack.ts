import { type Path, readDocument } from './document.ts';
import type { Exam } from './exam.ts';
import type { Lesson } from './lesson.ts';
import { adviceFor, nearest } from './nearest.ts';
import { baseProblems, lessonBase, scenarioBase } from './onBase.ts';
import { parseScenario } from './parse.ts';
import { parseExam } from './parseExam.ts';
import { parseLesson } from './parseLesson.ts';
import type { PackProblem } from './problem.ts';
import type { Scenario } from './schema.ts';

/** An entry of a folder of packs: a folder with the texts of its files, or a file. */
export type Entry =
  | { readonly kind: 'folder'; readonly name: string; readonly files: Readonly<Record<string, string>> }
  | { readonly kind: 'file'; readonly name: string };

export type Pack =
  | { readonly kind: 'scenario'; readonly file: string; readonly scenario: Scenario }
  | { readonly kind: 'lesson'; readonly file: string; readonly lesson: Lesson }
  | { readonly kind: 'exam'; readonly file: string; readonly exam: Exam };

export type ReadPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** What a pack may be, by the file that says so. */
export const PACK_FILES = ['scenario.yaml', 'lesson.yaml', 'exam.yaml'] as const;

/**
 * Reads the pack of one folder: its name, and its files' texts by name. Exactly one pack file may lie there and nothing
 * else. `within` stands before the folder's name in problems. Any names and texts whatever give a pack or problems.
 */
export function readPack(folder: string, files: Readonly<Record<string, string>>, within = 'scenarios'): ReadPack {
  const at = `${within}/${folder}`;
  const names = Object.keys(files);
  const found = PACK_FILES.filter((name) => Object.hasOwn(files, name));
  const stray = names.filter((name) => !found.some((known) => known === name)).map((name) => strayFile(at, name));
  const [name, second] = found;
  if (name === undefined) {
    const message = 'the folder has no scenario.yaml, lesson.yaml or exam.yaml';
    return {
      ok: false,
      problems: [{ file: at, line: 1, message, advice: 'Write one, or remove the folder.' }, ...stray],
    };
  }
  if (second !== undefined) {
    const message = `the folder already has a ${name}`;
    const two = { file: `${at}/${second}`, line: 1, message, advice: 'A folder holds one pack. Give each its own.' };
    return { ok: false, problems: [two, ...stray] };
  }
  const text = files[name] ?? '';
  const parsed = readAs(name, `${at}/${name}`, folder, text);
  const read = parsed.ok ? onItsBase(parsed.pack, text) : parsed;
  if (stray.length === 0) return read;
  return { ok: false, problems: read.ok ? stray : [...stray, ...read.problems] };
}

function strayFile(at: string, name: string): PackProblem {
  const meant = nearest(name, PACK_FILES);
  const advice =
    meant === null ? 'A pack is one file. Move it elsewhere, or remove it.' : `Did you mean ${meant}? Rename it.`;
  return { file: `${at}/${name}`, line: 1, message: 'stray file: no pack reads it', advice };
}

function readAs(name: (typeof PACK_FILES)[number], file: string, folder: string, text: string): ReadPack {
  if (name === 'scenario.yaml') {
    const parsed = parseScenario(file, folder, text);
    return parsed.ok ? { ok: true, pack: { kind: 'scenario', file, scenario: parsed.scenario } } : parsed;
  }
  if (name === 'lesson.yaml') {
    const parsed = parseLesson(file, folder, text);
    return parsed.ok ? { ok: true, pack: { kind: 'lesson', file, lesson: parsed.lesson } } : parsed;
  }
  const parsed = parseExam(file, folder, text);
  return parsed.ok ? { ok: true, pack: { kind: 'exam', file, exam: parsed.pack } } : parsed;
}

/** The pack, or what it names and its base does not have. */
function onItsBase(pack: Pack, text: string): ReadPack {
  if (pack.kind === 'exam') return { ok: true, pack };
  const based = pack.kind === 'scenario' ? scenarioBase(pack.scenario) : lessonBase(pack.lesson);
  const found = baseProblems(based);
  if (found.length === 0) return { ok: true, pack };
  const document = readDocument(pack.file, text);
  const lineOf = (path: Path): number => (document.ok ? document.lineOf(path) : 1);
  return {
    ok: false,
    problems: found.map(({ path, ...problem }) => ({ file: pack.file, line: lineOf(path), ...problem })),
  };
}

/** All packs of a folder, and all that is wrong with any of them or between them. */
export interface ReadPacks {
  readonly packs: readonly Pack[];
  readonly problems: readonly PackProblem[];
}

/** Reads a folder of packs: each entry, and then what only all together show, such as an exam that draws a scenario that is not there. */
export function readPacks(entries: readonly Entry[], within = 'scenarios'): ReadPacks {
  const scenarios = entries.flatMap((entry) =>
    entry.kind === 'folder' && Object.hasOwn(entry.files, 'scenario.yaml') ? [entry.name] : [],
  );
  const packs: Pack[] = [];
  const problems: PackProblem[] = [];
  for (const entry of entries) {
    if (entry.kind === 'file') {
      problems.push({
        file: `${within}/${entry.name}`,
        line: 1,
        message: 'stray file: packs stand in folders',
        advice: 'Give it a folder of its own, or remove it.',
      });
      continue;
    }
    const read = readPack(entry.name, entry.files, within);
    if (read.ok) {
      packs.push(read.pack);
      problems.push(...dangling(read.pack, entry.files, scenarios));
    } else problems.push(...read.problems);
  }
  return { packs, problems };
}
/** Scenarios that an exam draws and that are not there. */
function dangling(
  pack: Pack,
  files: Readonly<Record<string, string>>,
  scenarios: readonly string[],
): readonly PackProblem[] {
  if (pack.kind !== 'exam') return [];
  const document = readDocument(pack.file, files['exam.yaml'] ?? '');
  return pack.exam.tasks.flatMap(({ scenario }, index) => {
    if (scenarios.includes(scenario)) return [];
    const line = document.ok ? document.lineOf(['tasks', index, 'scenario']) : 1;
    const message = `tasks.${index}.scenario: there is no scenario "${scenario}"`;
    return [{ file: pack.file, line, message, advice: adviceFor(scenario, scenarios) }];
  });
}
