/** The present on two clocks, in milliseconds: the wall's, which may be set, and one that only goes forward while its page lives. */
export interface Moment {
  readonly wall: number;
  readonly steady: number;
}

/** What an exam keeps beside the name of its state. Times in milliseconds; lists have an entry for each question. */
export interface ExamContext {
  readonly questions: number;
  readonly length: number;
  /** On the wall's clock; 0 while it is not so. */
  readonly began: number;
  readonly ended: number;
  /** How much of its time is over. It never grows less. */
  readonly used: number;
  /** Since when both clocks have gone alike, and how much was used then. */
  readonly anchor: Moment & { readonly used: number };
  readonly last: Moment;
  /** By how much the wall's clock last jumped against the steady one; null when it did not. */
  readonly jumped: number | null;
  /** From 1. */
  readonly current: number;
  readonly flagged: readonly number[];
  /** How long each question was on the screen. */
  readonly spent: readonly number[];
  /** When each step of each question was done, after the exam's start. */
  readonly moments: readonly (readonly number[])[];
  /** How many of these steps are not undone. */
  readonly done: readonly number[];
  readonly notes: string;
}

/** More than this between what two clocks say, in milliseconds, is a jump of one of them. */
export const JUMP = 5_000;

const NEVER: Moment = { wall: 0, steady: 0 };

/** An exam of so many questions and milliseconds, not begun. */
export function newContext(questions: number, length: number): ExamContext {
  const each = <T>(value: T): readonly T[] => Array.from({ length: questions }, () => value);
  return {
    questions,
    length,
    began: 0,
    ended: 0,
    used: 0,
    anchor: { ...NEVER, used: 0 },
    last: NEVER,
    jumped: null,
    current: 1,
    flagged: [],
    spent: each(0),
    moments: each([]),
    done: each(0),
    notes: '',
  };
}

export function began(context: ExamContext, at: Moment): Partial<ExamContext> {
  return { ...newContext(context.questions, context.length), began: at.wall, anchor: { ...at, used: 0 }, last: at };
}

/**
 * What passed since both clocks were last known to go alike. The one that went further counts: after a sleep that is the
 * wall's, when that was set back it is the steady one, so that nobody gains time. `seen` adds it to the current question.
 */
export function passed(context: ExamContext, at: Moment, seen: boolean): Partial<ExamContext> {
  const { anchor, length, current } = context;
  const wall = at.wall - anchor.wall;
  const steady = at.steady - anchor.steady;
  const used = Math.min(length, Math.max(context.used, anchor.used + Math.max(wall, steady)));
  const jumps = Math.abs(wall - steady) > JUMP;
  const spent = context.spent.map((sum, index) => (seen && index === current - 1 ? sum + used - context.used : sum));
  return {
    used,
    spent,
    last: at,
    ...(jumps && { jumped: Math.round(wall - steady), anchor: { ...at, used } }),
  };
}

/** A page that was closed: time went on by the wall's clock, the only one that outlives a page. */
export function reopened(context: ExamContext, at: Moment): Partial<ExamContext> {
  const gap = at.wall - context.last.wall;
  const used = Math.min(context.length, context.used + Math.max(0, gap));
  return {
    used,
    last: at,
    anchor: { ...at, used },
    ...(gap < -JUMP && { jumped: Math.round(gap) }),
  };
}

export function flagged({ flagged: before }: ExamContext, question: number, on: boolean): Partial<ExamContext> {
  const others = before.filter((one) => one !== question);
  return { flagged: on ? [...others, question].toSorted((left, right) => left - right) : others };
}

export function worked(
  context: ExamContext,
  {
    question,
    moments,
    done,
  }: { readonly question: number; readonly moments: readonly number[]; readonly done: number },
): Partial<ExamContext> {
  return {
    moments: context.moments.map((before, index) => (index === question - 1 ? moments : before)),
    done: context.done.map((before, index) => (index === question - 1 ? done : before)),
  };
}

/** When it was over: by what was used, since the wall's clock may have been set meanwhile. */
export function ended({ began: start, used }: ExamContext): Partial<ExamContext> {
  return { ended: start + used };
}
