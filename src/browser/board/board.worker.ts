import type { Exam } from '#packs/exam.ts';
import { parseScenario } from '#packs/parse.ts';
import { parseExam } from '#packs/parseExam.ts';
import type { Scenario } from '#packs/schema.ts';
import { type ReadyLab, readLab } from '#session/lab/readLab.ts';
import { type Marker, marker } from '#session/result/marker.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** One result that takes longer than this is given up, in milliseconds. */
const LONGEST = 15_000;

const scenarios = new Map<string, string>();
const exams = new Map<string, string>();
const readScenarios = new Map<string, Scenario | null>();
const readExams = new Map<string, Exam | null>();
let lab: ReadyLab | null = null;
let marking = newMarker();

function newMarker(): Marker {
  return marker({ scenarioOf, examOf, lab, watch });
}

function scenarioOf(id: string): Scenario | null {
  const known = readScenarios.get(id);
  if (known !== undefined) return known;
  const text = scenarios.get(id);
  if (text === undefined) return null;
  const parsed = parseScenario(`${id}/scenario.yaml`, id, text);
  const scenario = parsed.ok ? parsed.scenario : null;
  readScenarios.set(id, scenario);
  return scenario;
}

function examOf(id: string): Exam | null {
  const known = readExams.get(id);
  if (known !== undefined) return known;
  const text = exams.get(id);
  if (text === undefined) return null;
  const parsed = parseExam(`${id}/exam.yaml`, id, text);
  const exam = parsed.ok ? parsed.pack : null;
  readExams.set(id, exam);
  return exam;
}

function watch(): () => boolean {
  const until = performance.now() + LONGEST;
  return () => performance.now() <= until;
}

function answer(message: FromWorker): void {
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'packs':
      for (const [id, text] of Object.entries(data.scenarios)) scenarios.set(id, text);
      for (const [id, text] of Object.entries(data.exams)) exams.set(id, text);
      break;
    case 'lab': {
      const read = data.text === null ? null : readLab(data.text);
      lab = read?.ok ? read.ready : null;
      marking = newMarker();
      break;
    }
    case 'mark':
      answer({
        kind: 'marked',
        marked: data.files.map(({ file, text }) => ({ file, verdict: marking.mark(text) })),
      });
      break;
    case 'timeline':
      answer({ kind: 'timeline', file: data.file.file, timeline: marking.timeline(data.file.file, data.file.text) });
  }
});
