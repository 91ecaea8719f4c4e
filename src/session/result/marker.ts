import type { Exam } from '#packs/exam.ts';
import type { Scenario } from '#packs/schema.ts';
import { examInDigest, type ReadyLab } from '../lab/readLab.ts';
import { replay } from '../saved/saved.ts';
import { requestViews } from '../screen/requests.ts';
import { timelineView } from '../screen/timeline.ts';
import type { BoardCell, LearnerTimeline } from '../view/board.ts';
import { type AssignedPart, type Assignment, assignmentOf, examAssignment, weighted } from './assignment.ts';
import { markPart } from './markPart.ts';
import { readResult } from './readResult.ts';
import type { Result } from './result.ts';
import { stages } from './stage.ts';
import { RESULT_WORDS } from './words.ts';

/** What a marker may look things up in. */
export interface MarkerInput {
  /** A scenario of the page; null when there is none. */
  scenarioOf(id: string): Scenario | null;
  examOf(id: string): Exam | null;
  /** The lab whose results are read; null when none was given. */
  readonly lab: ReadyLab | null;
  /** Begins to watch over one file, and tells for how long it may go on; always, when absent. */
  watch?(): () => boolean;
}

/** A result that was replayed and scored again. */
export interface Mark {
  readonly kind: 'marked';
  readonly name: string;
  /** Of 100, as replaying gave it. */
  readonly score: number;
  readonly claimed: number | null;
  /** Whether the file says of itself, and of each of its parts, what replaying gave. */
  readonly agrees: boolean;
  readonly lab: string;
  readonly seed: number | null;
  readonly began: number;
  readonly ended: number;
  readonly tasks: readonly TaskName[];
  readonly cells: readonly BoardCell[];
}

export interface TaskName {
  /** `scenario/task` */
  readonly id: string;
  readonly title: string;
  /** The scenario's title. */
  readonly scenario: string;
}

export type Verdict = Mark | { readonly kind: 'broken'; readonly reason: string };

export interface Marker {
  /** Reads any text whatsoever as a result, replays it and scores it again. Never throws. */
  mark(text: string): Verdict;
  /** Every part of a result, step by step; null for what cannot be read or replayed. */
  timeline(file: string, text: string): LearnerTimeline | null;
  /** What the lab asks for, whoever hands in; null without a lab that is known. */
  readonly assignment: Assignment | null;
}

/** Marks the results of a class: what they share is made once. */
export function marker({ scenarioOf, examOf, lab, watch = () => () => true }: MarkerInput): Marker {
  const stage = stages();
  const assignment = lab === null ? null : assignmentOf(lab.lab, lab.digest, examOf);

  /** A scenario by its id: the lab's own first. A sentence when it is not there, or cannot be judged. */
  function scenario(id: string): Scenario | string {
    const own = lab?.packs.get(id);
    if (own?.stripped === 'checks') return RESULT_WORDS.unchecked(id);
    return own?.scenario ?? scenarioOf(id) ?? RESULT_WORDS.unknown(id);
  }

  /** The parts that a result is judged by: the lab's, the exam's, or those that it has. */
  function partsOf({ lab: id, seed, parts }: Result): readonly AssignedPart[] {
    if (assignment !== null && id === assignment.id && seed === assignment.seed) return assignment.parts;
    const exam = examOf(examInDigest(id) ?? id);
    if (exam !== null) return examAssignment(exam, seed).parts;
    return parts.map((part) => ({ scenario: part.scenario, part: part.part, weight: 1 }));
  }

  function markRead(result: Result): Verdict {
    const mayGoOn = watch();
    const parts = partsOf(result);
    const stranger = result.parts.find((one) => !parts.some((part) => isSame(part, one)));
    if (stranger !== undefined) return { kind: 'broken', reason: RESULT_WORDS.stranger(stranger.scenario) };
    const scores: { readonly weight: number; readonly thousandths: number }[] = [];
    const tasks: TaskName[] = [];
    const cells: BoardCell[] = [];
    let agrees = true;
    for (const part of parts) {
      const known = scenario(part.scenario);
      if (typeof known === 'string') return { kind: 'broken', reason: known };
      const handed = result.parts.find((one) => isSame(part, one));
      if (handed === undefined) {
        scores.push({ weight: part.weight, thousandths: 0 });
        tasks.push(...taskNames(known));
        cells.push(...known.tasks.map(({ id }) => untouched(`${known.id}/${id}`)));
        continue;
      }
      const own = stage(known, result.seed, part.part);
      const marked = markPart(own, handed.run, mayGoOn);
      if (marked === null) return { kind: 'broken', reason: RESULT_WORDS.tooCostly };
      if (handed.score !== null && handed.score !== marked.thousandths) agrees = false;
      scores.push({ weight: part.weight, thousandths: marked.thousandths });
      tasks.push(...taskNames(known));
      cells.push(...marked.cells);
    }
    const score = weighted(scores);
    const { name, score: claimed, lab: of, seed, began, ended } = result;
    if (claimed !== null && claimed !== score) agrees = false;
    return { kind: 'marked', name, score, claimed, agrees, lab: of, seed, began, ended, tasks, cells };
  }

  /** A result's parts with their steps, as the session's own timeline tells them. */
  function timelineOf(file: string, { name, parts, seed }: Result): LearnerTimeline | null {
    const mayGoOn = watch();
    const told: LearnerTimeline['parts'][number][] = [];
    for (const { scenario: id, part, run: saved, spent } of parts) {
      const known = scenario(id);
      if (typeof known === 'string') return null;
      const own = stage(known, seed, part);
      const run = replay(own.scenario, own.start, { ...saved, steps: saved.steps.slice(0, saved.at) }, mayGoOn);
      if (run === null) return null;
      const timeline = timelineView(run, own.node, requestViews(run, own.node));
      told.push({ scenario: own.scenario.title, spent, timeline });
    }
    return { file, name, parts: told };
  }

  return {
    assignment,
    timeline(file, text) {
      const read = readResult(text);
      try {
        return read.ok ? timelineOf(file, read.result) : null;
      } catch {
        return null;
      }
    },
    mark(text) {
      const read = readResult(text);
      if (!read.ok) return { kind: 'broken', reason: read.reason };
      try {
        return markRead(read.result);
      } catch {
        return { kind: 'broken', reason: RESULT_WORDS.failed };
      }
    },
  };
}

/** A scenario's tasks by their names as it is written, whatever a seed makes of it. */
export function taskNames({ id, title, tasks }: Scenario): readonly TaskName[] {
  return tasks.map((task) => ({ id: `${id}/${task.id}`, title: task.title, scenario: title }));
}

function isSame(left: { readonly scenario: string; readonly part: number }, right: typeof left): boolean {
  return left.scenario === right.scenario && left.part === right.part;
}

function untouched(task: string): BoardCell {
  return { task, state: 'untouched', percent: 0, metAt: null, stuck: '', stuckAt: null };
}
