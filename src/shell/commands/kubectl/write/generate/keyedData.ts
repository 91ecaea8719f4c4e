import { goQuote } from '#engine/config/go/quote.ts';

/** The files that `--from-file` and the like read. Paths are as typed. */
export interface SourceFiles {
  /** The text of a regular file; null when there is none. */
  text(path: string): string | null;
  isDirectory(path: string): boolean;
  /** Names of the regular files in a directory, sorted. */
  list(path: string): readonly string[];
}

/** `--from-literal`, `--from-file` and `--from-env-file`, each as often as it was given. */
export interface Sources {
  readonly literals: readonly string[];
  readonly files: readonly string[];
  readonly envFiles: readonly string[];
}

/** The words in which ConfigMaps and Secrets complain; they differ. */
export interface Wording {
  readonly badKey: (key: string, why: string) => string;
  readonly sameKey: (key: string) => string;
  readonly envDirectory: string;
}

/** Key → value in the order given, or what is wrong with it. */
export type KeyedData =
  | { readonly ok: true; readonly data: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly error: string };

/** Ends the collecting; never leaves this file. */
class Refusal extends Error {}

/**
 * Collects the data of a ConfigMap or Secret. `variable` gives an environment variable, for lines of an env file that
 * are a bare name. Models handle…Sources in create_configmap.go and create_secret.go, v1.36.
 */
export function keyedData(
  sources: Sources,
  files: SourceFiles,
  variable: (name: string) => string,
  wording: Wording,
): KeyedData {
  if (sources.envFiles.length > 0 && (sources.files.length > 0 || sources.literals.length > 0)) {
    return { ok: false, error: 'from-env-file cannot be combined with from-file or from-literal' };
  }
  const data = new Map<string, string>();
  const add = (key: string, value: string): void => {
    const why = keyProblem(key);
    if (why !== null) throw new Refusal(wording.badKey(key, why));
    if (data.has(key)) throw new Refusal(wording.sameKey(key));
    data.set(key, value);
  };
  try {
    for (const literal of sources.literals) addLiteral(literal, add);
    for (const source of sources.files) addFile(source, files, add);
    for (const path of sources.envFiles) addEnvFile(path, files, variable, wording, add);
    return { ok: true, data };
  } catch (problem) {
    if (problem instanceof Refusal) return { ok: false, error: problem.message };
    throw problem;
  }
}

type Add = (key: string, value: string) => void;

function addLiteral(literal: string, add: Add): void {
  const at = literal.indexOf('=');
  if (at < 1) throw new Refusal(`invalid literal source ${literal}, expected key=value`);
  add(literal.slice(0, at), literal.slice(at + 1));
}

function addFile(source: string, files: SourceFiles, add: Add): void {
  const { key, path } = fileSource(source);
  if (files.isDirectory(path)) {
    if (source.includes('=')) throw new Refusal('cannot give a key name for a directory path');
    for (const name of files.list(path)) add(name, files.text(`${path.replace(/\/+$/, '')}/${name}`) ?? '');
    return;
  }
  const text = files.text(path);
  if (text === null) throw new Refusal(`error reading ${path}: no such file or directory`);
  add(key, text);
}

function fileSource(source: string): { readonly key: string; readonly path: string } {
  const parts = source.split('=');
  const [first = '', second = ''] = parts;
  if (parts.length === 1) return { key: source.replace(/\/+$/, '').split('/').at(-1) ?? source, path: source };
  if (parts.length > 2) throw new Refusal("key names or file paths cannot contain '='");
  if (first === '') throw new Refusal(`key name for file path ${second} missing`);
  if (second === '') throw new Refusal(`file path for key name ${first} missing`);
  return { key: first, path: second };
}

function addEnvFile(
  path: string,
  files: SourceFiles,
  variable: (name: string) => string,
  wording: Wording,
  add: Add,
): void {
  if (files.isDirectory(path)) throw new Refusal(wording.envDirectory);
  const text = files.text(path);
  if (text === null) throw new Refusal(`error reading ${path}: no such file or directory`);
  for (const [index, whole] of text.split('\n').entries()) {
    const line = (index === 0 ? whole.replace(/^\ufeff/, '') : whole).replace(/\r$/, '').trimStart();
    if (line === '' || line.startsWith('#')) continue;
    const at = line.indexOf('=');
    const key = at < 0 ? line : line.slice(0, at);
    const why = variableProblem(key);
    if (why !== null) throw new Refusal(`${goQuote(key)} is not a valid key name: ${why}`);
    add(key, at < 0 ? variable(key) : line.slice(at + 1));
  }
}

/** Why a text is no key of a ConfigMap or Secret; null when it is one. Models IsConfigMapKey. */
export function keyProblem(key: string): string | null {
  const problems: string[] = [];
  if (key.length > 253) problems.push('must be no more than 253 characters');
  if (!/^[-._a-zA-Z0-9]+$/.test(key)) {
    problems.push(
      "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')",
    );
  }
  problems.push(...dots(key));
  return problems.length === 0 ? null : problems.join(';');
}

function variableProblem(name: string): string | null {
  const problems: string[] = [];
  if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name)) {
    problems.push(
      "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')",
    );
  }
  problems.push(...dots(name));
  return problems.length === 0 ? null : problems.join(';');
}

function dots(name: string): readonly string[] {
  if (name === '.') return ["must not be '.'"];
  if (name === '..') return ["must not be '..'"];
  return name.startsWith('..') ? ["must not start with '..'"] : [];
}
