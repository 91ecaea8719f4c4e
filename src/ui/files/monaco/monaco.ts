// Only the features this editor needs; each registers itself.
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
// The suggest feature of this version registers only its inline half.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordOperations/register';
import { languages } from 'monaco-editor/editor';
import { conf as yamlConfiguration, language as yamlTokens } from 'monaco-editor/languages/definitions/yaml/yaml';
import { ENVIRONMENT_TOKENS, SYSTEMD_TOKENS } from './tokens.ts';
import { startWorker } from './worker.ts';

/** The languages of `FileView` in Monaco's names. */
export const LANGUAGE_IDS = ['kubelet-yaml', 'yaml', 'systemd', 'environment'] as const;

const FLAG_WORD = /[^\s"'=:,{}[\]\\#]+/;

/** Tells Monaco our languages and its worker. Once a page. */
export function startMonaco(): void {
  globalThis.MonacoEnvironment = { getWorker: startWorker };
  for (const id of LANGUAGE_IDS) languages.register({ id });
  for (const id of ['kubelet-yaml', 'yaml']) {
    languages.setLanguageConfiguration(id, { ...yamlConfiguration, wordPattern: FLAG_WORD });
    languages.setMonarchTokensProvider(id, yamlTokens);
  }
  const lineComment = { comments: { lineComment: '#' }, wordPattern: FLAG_WORD };
  languages.setLanguageConfiguration('systemd', lineComment);
  languages.setMonarchTokensProvider('systemd', SYSTEMD_TOKENS);
  languages.setLanguageConfiguration('environment', lineComment);
  languages.setMonarchTokensProvider('environment', ENVIRONMENT_TOKENS);
}
