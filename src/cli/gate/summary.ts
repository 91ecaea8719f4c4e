import type { Counts } from './counts.ts';

/** What became of a step. */
export interface StepResult extends Counts {
  readonly name: string;
  readonly seconds: number;
  /** All that it printed. */
  readonly output: string;
}

/** How much of a failed step is told again: enough for one failure with its reason, which every runner prints last. */
const TOLD_AGAIN = 40;

/** The last lines of each step that failed, a table of the steps, and the closing line `N passed, N failed` over all of them. */
export function summary(results: readonly StepResult[]): string {
  const wide = Math.max(...results.map(({ name }) => name.length));
  const rows = results.map(({ name, passed, failed, seconds, note }) => {
    const mark = failed === 0 ? 'ok  ' : 'FAIL';
    const columns = [name.padEnd(wide), `${passed} passed`.padStart(13), `${failed} failed`.padStart(11)];
    return `${mark} ${columns.join(' ')} ${seconds.toFixed(1).padStart(7)} s${note === undefined ? '' : `  (${note})`}`;
  });
  const sum = (of: (result: StepResult) => number) => results.reduce((total, result) => total + of(result), 0);
  const total = `${sum((result) => result.passed)} passed, ${sum((result) => result.failed)} failed`;
  const again = results
    .filter(({ failed }) => failed > 0)
    .flatMap(({ name, output }) => [
      '',
      `-- ${name}, its end again`,
      ...output.trimEnd().split('\n').slice(-TOLD_AGAIN),
    ]);
  return [...again, '', ...rows, '', total].join('\n');
}
