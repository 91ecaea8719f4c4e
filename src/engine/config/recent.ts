import { type Files, readText } from '../host/files.ts';

/** An answer, and the one file that it was drawn from; null when no file was read. */
interface Drawn<Answer> {
  readonly file: { readonly path: string; readonly text: string } | null;
  readonly answer: Answer;
}

/** So many questions are remembered, and of each so many texts of its file. */
const QUESTIONS = 16;
const TEXTS = 4;

/**
 * Answers that depend on a question and on the text of one file at most: the nodes of a fleet are told the same, and what they make
 * of it is one and the same value. What is forgotten is worked out again.
 */
export class Recent<Answer> {
  private readonly answers = new Map<string, readonly Drawn<Answer>[]>();

  find(question: string, files: Files): Answer | undefined {
    const known = this.answers
      .get(question)
      ?.find(({ file }) => file === null || readText(files, file.path) === file.text);
    return known?.answer;
  }

  keep(question: string, drawn: Drawn<Answer>): void {
    const others = this.answers.get(question) ?? [];
    this.answers.delete(question);
    this.answers.set(question, [drawn, ...others].slice(0, TEXTS));
    if (this.answers.size <= QUESTIONS) return;
    for (const oldest of this.answers.keys()) {
      this.answers.delete(oldest);
      break;
    }
  }
}
