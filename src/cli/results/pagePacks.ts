import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Exam } from '#packs/exam.ts';
import { parseScenario } from '#packs/parse.ts';
import { parseExam } from '#packs/parseExam.ts';
import type { Scenario } from '#packs/schema.ts';
import type { MarkerInput } from '#session/result/marker.ts';

const FOLDER = fileURLToPath(new URL('../../../scenarios', import.meta.url));
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The scenarios and exams that the page is built with, each read when it is first asked for. */
export function pagePacks(): Pick<MarkerInput, 'scenarioOf' | 'examOf'> {
  return {
    scenarioOf: remembered((id): Scenario | null => {
      const text = textOf(id, 'scenario.yaml');
      const parsed = text === null ? null : parseScenario(`${id}/scenario.yaml`, id, text);
      return parsed?.ok ? parsed.scenario : null;
    }),
    examOf: remembered((id): Exam | null => {
      const text = textOf(id, 'exam.yaml');
      const parsed = text === null ? null : parseExam(`${id}/exam.yaml`, id, text);
      return parsed?.ok ? parsed.pack : null;
    }),
  };
}

function remembered<Pack>(read: (id: string) => Pack | null): (id: string) => Pack | null {
  const known = new Map<string, Pack | null>();
  return (id) => {
    if (!NAME.test(id)) return null;
    const before = known.get(id);
    if (before !== undefined) return before;
    const pack = read(id);
    known.set(id, pack);
    return pack;
  };
}

function textOf(id: string, file: string): string | null {
  try {
    return readFileSync(`${FOLDER}/${id}/${file}`, 'utf8');
  } catch {
    return null;
  }
}
