import type { FileView, ProblemView } from '#session/view.ts';

/** The problems of a file without the remarks that a mark on the same line already makes. */
export function remarks(file: FileView): readonly ProblemView[] {
  const marked = new Set(file.marks.map((mark) => mark.line));
  return file.problems.filter((problem) => problem.severity !== 'info' || !marked.has(problem.line));
}

/** How many of them are wrong, and how many only worth knowing. */
export function counts(file: FileView): { readonly problems: number; readonly notes: number } {
  const said = remarks(file);
  const problems = said.filter((problem) => problem.severity !== 'info').length;
  return { problems, notes: said.length - problems + file.marks.length };
}
