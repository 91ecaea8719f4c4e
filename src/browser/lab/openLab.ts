import type { Exam } from '#packs/exam.ts';
import { parseScenario } from '#packs/parse.ts';
import { parseExam } from '#packs/parseExam.ts';
import type { Scenario } from '#packs/schema.ts';
import type { Session } from '#session/commands.ts';
import { labRoom } from '#session/lab/labRoom.ts';
import { type ReadyLab, readLab } from '#session/lab/readLab.ts';
import { LAB_WORDS } from '#session/lab/words.ts';
import { playOf } from '#session/play.ts';
import { assignmentOf } from '#session/result/assignment.ts';
import { parseJson, readSaved, type SavedRun } from '#session/saved/saved.ts';
import { openSession } from '#session/session.ts';
import type { Allowed } from '#session/view/allowed.ts';
import type { SessionLab } from '#session/view/lab.ts';
import { examText, scenarioText } from '../packs.ts';
import { openKeeper, plainStorage } from '../storage/openKeeper.ts';
import { keptRun } from './keptRun.ts';

const clock = { now: () => Date.now() };
const steady = { now: () => performance.now() };

/** Opens a lab's text on this browser's clock and storage. Never rejects: what stands in the way comes back in words. */
export async function openLab(
  text: string,
): Promise<
  | { readonly ok: true; readonly ready: ReadyLab; readonly lab: SessionLab }
  | { readonly ok: false; readonly words: string }
> {
  const read = readLab(text);
  if (!read.ok) return read;
  const { ready } = read;
  const exams = new Map<string, Exam>();
  for (const { kind, id } of ready.lab.items) {
    if (kind !== 'exam') continue;
    const exam = await examOf(id);
    if (exam === null) return { ok: false, words: LAB_WORDS.unknownItem(id) };
    exams.set(id, exam);
  }
  const assignment = assignmentOf(ready.lab, ready.digest, (id) => exams.get(id) ?? null);
  const scenarios: Scenario[] = [];
  for (const { scenario: id } of assignment.parts) {
    const scenario = ready.packs.get(id)?.scenario ?? (await scenarioOf(id));
    if (scenario === null) return { ok: false, words: LAB_WORDS.unknownItem(id) };
    scenarios.push(scenario);
  }
  const parts = labParts(ready, scenarios);
  return {
    ok: true,
    ready,
    lab: labRoom({ ready, assignment, scenarios, clock, steady, progress: plainStorage, ...parts }),
  };
}

/** The sessions of a lab. One is open at a time; what an earlier one did is kept, and remembered while the page lives. */
function labParts(ready: ReadyLab, scenarios: readonly Scenario[]) {
  const { lab, digest, judgeable } = ready;
  const { hints, diagnosis, checks, solutions } = lab.allowed;
  const judges = checks && judgeable;
  const allowed: Allowed = { hints, diagnosis, checks: judges, solutions: judges && solutions };
  const memory = new Map<number, string>();
  let open: { readonly index: number; readonly session: Promise<Session> } | null = null;

  async function opened(index: number, changed: (session: Session) => void): Promise<Session> {
    const scenario = scenarios[index];
    if (scenario === undefined) throw new Error(LAB_WORDS.noItem(index + 1));
    const keeper = await openKeeper(`lab-${digest}-${index + 1}`);
    const session = openSession({
      ...playOf(scenario, lab.seed, index),
      clock,
      progress: plainStorage,
      keeper,
      allowed,
    });
    const note = (): void => {
      memory.set(index, session.archive.exported().text);
      changed(session);
    };
    session.subscribe(note);
    note();
    return session;
  }

  return {
    openPart(index: number, changed: (session: Session) => void): Promise<Session> {
      if (open?.index === index) return open.session;
      const session = opened(index, changed);
      open = { index, session };
      session.catch(() => {
        open = null;
      });
      return session;
    },
    async runOf(index: number): Promise<SavedRun | null> {
      const text = memory.get(index);
      if (text === undefined) return await keptRun(`lab-${digest}-${index + 1}`);
      const read = readSaved(parseJson(text));
      return read.kind === 'run' ? read.saved : null;
    },
  };
}

async function scenarioOf(id: string): Promise<Scenario | null> {
  const text = await scenarioText(id);
  const parsed = text === null ? null : parseScenario(`${id}/scenario.yaml`, id, text);
  return parsed?.ok ? parsed.scenario : null;
}

async function examOf(id: string): Promise<Exam | null> {
  const text = await examText(id);
  const parsed = text === null ? null : parseExam(`${id}/exam.yaml`, id, text);
  return parsed?.ok ? parsed.pack : null;
}
