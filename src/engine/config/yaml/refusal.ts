import type { Mark } from './cursor.ts';

/** Ends the reading of a text that go-yaml refuses; never leaves the decoder. */
export class YamlRefusal extends Error {
  readonly at: number;

  /** `line` counts from 1; 0 leaves it unsaid. */
  constructor(words: string, line: number, at: number) {
    super(line === 0 ? `yaml: ${words}` : `yaml: line ${line}: ${words}`);
    this.at = at;
  }
}

/** Trouble with a token: go-yaml names its line, but not the first one. */
export function tokenRefusal(words: string, mark: Mark): YamlRefusal {
  return new YamlRefusal(words, mark.line === 0 ? 0 : mark.line + 1, mark.at);
}

/** Trouble with the order of tokens: go-yaml names the line before it. */
export function orderRefusal(words: string, mark: Mark): YamlRefusal {
  return new YamlRefusal(words, mark.line, mark.at);
}
