import type { languages } from 'monaco-editor/editor';

const WORDS: languages.IMonarchLanguageRule[] = [
  [/\$\{?\w+\}?/, 'variable'],
  [/--?[A-Za-z][\w-]*/, 'type'],
  [/"([^"\\\n]|\\.)*"/, 'string'],
  [/'([^'\\\n]|\\.)*'/, 'string'],
  [/=/, 'operators'],
  [/[ \t]+/, 'white'],
  [/[^\s$"'=\\]+/, 'string'],
  [/./, 'string'],
];

/** Unit files: sections, `Key=`, comments, flags and variables within a value, a value that a backslash continues. */
export const SYSTEMD_TOKENS: languages.IMonarchLanguage = {
  includeLF: true,
  tokenizer: {
    root: [
      [/^\s*[#;].*/, 'comment'],
      [/^\s*\[[^\]\n]*\]/, 'keyword'],
      [/^([ \t]*)([\w-]+)([ \t]*)(=)/, ['white', 'type', 'white', { token: 'operators', next: '@value' }]],
      [/[^\n]/, 'string'],
      [/\n/, ''],
    ],
    value: [
      // Comments may stand between continued lines and do not end them.
      [/^\s*[#;].*\n/, 'comment'],
      [/\\\n/, 'operators'],
      [/\n/, '', '@pop'],
      ...WORDS,
    ],
  },
};

/** Environment files: `NAME=` and words. */
export const ENVIRONMENT_TOKENS: languages.IMonarchLanguage = {
  tokenizer: {
    root: [[/^\s*[#;].*$/, 'comment'], [/^(\s*)(\w+)(=)/, ['white', 'type', 'operators']], ...WORDS],
  },
};
