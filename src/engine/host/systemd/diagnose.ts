import type { Problem } from '../../problem.ts';
import { judge } from './check.ts';
import { parseEnvironmentFile } from './environmentFile.ts';
import { physicalLines } from './lines.ts';
import { parseUnitFile } from './parse.ts';
import type { UnitProblem } from './problem.ts';
import { isVariableName, isVariableValue } from './variables.ts';

/**
 * What systemd says of a unit file or drop-in by itself, in its own words. Whether the unit as a whole will do
 * is not judged here: that takes all its files. `error` = systemd gives the file up there.
 */
export function diagnoseUnitFile(text: string, path: string): readonly Problem[] {
  const context = { unit: unitOf(path), hostname: 'localhost', fragment: path };
  const parsed = parseUnitFile(text, path);
  const ends = physicalLines(text);
  const endOf = (line: number): number => (ends[line - 1]?.text.length ?? 0) + 1;
  const mark = (problem: UnitProblem, fatal: boolean): Problem => {
    const from = problem.from ?? { line: 1, column: 1 };
    // A continuation that the end of the file cuts short is counted one line further than there are.
    const endLine = Math.max(from.line, Math.min(problem.at?.line ?? from.line, ends.length));
    return {
      line: from.line,
      column: from.column ?? 1,
      endLine,
      endColumn: endOf(endLine),
      severity: fatal || problem.level === 'E' ? 'error' : 'warning',
      message: problem.message,
    };
  };
  const found = parsed.problems.map((problem) => mark(problem, false));
  for (const directive of parsed.directives) {
    if (!directive.known) continue;
    const { problems, fatal } = judge(directive, context);
    found.push(...problems.map((problem, index) => mark(problem, fatal && index === problems.length - 1)));
  }
  return found.sort((left, right) => left.line - right.line || left.column - right.column);
}

/**
 * What is wrong with an environment file. systemd drops a line without `=` in silence; a bad name it reports only
 * when the service starts.
 */
export function diagnoseEnvironmentFile(text: string, path: string): readonly Problem[] {
  const file = parseEnvironmentFile(text);
  const ends = text.split('\n');
  const mark = (line: number, column: number, severity: Problem['severity'], message: string): Problem => ({
    line,
    column,
    endLine: line,
    endColumn: Math.max((ends[line - 1]?.length ?? 0) + 1, column + 1),
    severity,
    message,
  });
  const found = file.dropped.map(({ line, column }) =>
    mark(line, column, 'warning', "No '=' in this line: systemd ignores it without a word."),
  );
  for (const { name, value, line, column } of file.entries) {
    if (!isVariableName(name) || !isVariableValue(value))
      found.push(mark(line, column, 'warning', `Ignoring invalid environment assignment '${name}=${value}': ${path}`));
  }
  if (file.open !== null)
    found.push(
      mark(
        file.open.line,
        file.open.column,
        'warning',
        `This ${file.open.quote} is never closed: the value goes on to the end of the file.`,
      ),
    );
  return found.sort((left, right) => left.line - right.line || left.column - right.column);
}

/** `kubelet.service` for `…/kubelet.service` and `…/kubelet.service.d/10-kubeadm.conf`. */
function unitOf(path: string): string {
  const parts = path.split('/');
  const folder = parts.at(-2) ?? '';
  return folder.endsWith('.d') ? folder.slice(0, -2) : (parts.at(-1) ?? '');
}
