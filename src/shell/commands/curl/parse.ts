import type { CurlOption } from './options.table.ts';
import { CURL_OPTIONS } from './options.table.ts';
import type { CurlOptions } from './options.ts';
import { NO_OPTIONS } from './options.ts';
import type { Said } from './said.ts';
import { badOption, notModelled, TRY_HELP, warning } from './said.ts';
import { applySwitch, applyText } from './settings.ts';
import { CURL_USAGE, CURL_VERSION } from './texts.ts';

/** A parsed line: what was asked, with the warnings printed on the way; or curl's last words. */
export type ParsedCurl =
  | { readonly ok: true; readonly options: CurlOptions; readonly warnings: string }
  | { readonly ok: false; readonly said: Said };

/** Text of a file as the line names it (relative names are the working directory's), or null. */
export type ReadFile = (name: string) => string | null;

const BY_NAME: ReadonlyMap<string, CurlOption> = new Map(CURL_OPTIONS.map((option) => [option.name, option]));
const BY_LETTER: ReadonlyMap<string, CurlOption> = new Map(
  CURL_OPTIONS.filter((option) => option.letter !== '').map((option) => [option.letter, option]),
);

/** State while the words are read. */
interface Reading {
  options: CurlOptions;
  warnings: string;
}

/**
 * Reads the words behind `curl` (without `curl` itself): letters that share a dash, values glued or apart, unique
 * beginnings of long names, `--no-`. Takes any words. Models src/tool_getparam.c, 7.88.1.
 */
export function parseCurl(words: readonly string[], readFile: ReadFile): ParsedCurl {
  const reading: Reading = { options: NO_OPTIONS, warnings: '' };
  let flags = true;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (flags && word === '--') flags = false;
    else if (flags && word.startsWith('-')) {
      const next = words[index + 1];
      const used = word.startsWith('--')
        ? readLong(reading, word, next, readFile)
        : readLetters(reading, word, next, readFile);
      if (typeof used === 'object') return { ok: false, said: withWarnings(used, reading.warnings) };
      if (used) index += 1;
    } else reading.options = { ...reading.options, urls: [...reading.options.urls, word] };
  }
  return finish(reading, words.length === 0);
}

function withWarnings(said: Said, warnings: string): Said {
  return { ...said, stderr: warnings + said.stderr };
}

function finish(reading: Reading, isBare: boolean): ParsedCurl {
  const { options } = reading;
  if (options.urls.length === 0) {
    const stderr = isBare ? TRY_HELP : `${reading.warnings}curl: no URL specified!\n${TRY_HELP}`;
    return { ok: false, said: { stdout: '', stderr, exitCode: 2 } };
  }
  if (options.head && options.data !== null && !options.get) {
    const text =
      'You can only select one HTTP request method! You asked for both POST (-d, --data) and HEAD (-I, --head).';
    const stderr = reading.warnings + (isMute(options) ? '' : warning(text));
    return { ok: false, said: { stdout: '', stderr, exitCode: 2 } };
  }
  return { ok: true, options, warnings: reading.warnings + methodNote(options) };
}

/** `-s` silences what comes behind it on the line, unless `-S` was there too. */
function isMute(options: CurlOptions): boolean {
  return options.silent && !options.showError;
}

function warn(reading: Reading, text: string): void {
  if (!isMute(reading.options)) reading.warnings += warning(text);
}

/** What curl thinks of a `-X` that says what it would do anyway, or that makes it wait for a body that never comes. */
function methodNote(options: CurlOptions): string {
  if (options.method === null || isMute(options)) return '';
  const inferred = options.head ? 'HEAD' : options.data !== null && !options.get ? 'POST' : 'GET';
  if (options.method.toUpperCase() === inferred) {
    const text = `Unnecessary use of -X or --request, ${inferred} is already inferred.`;
    return options.verbose ? warning(text, 'Note: ') : '';
  }
  if (options.method.toUpperCase() !== 'HEAD') return '';
  return warning(
    'Setting custom HTTP method to HEAD with -X/--request may not work the way you want. Consider using -I/--head instead.',
  );
}

/** Whether the next word was used up, or curl's refusal. */
type Used = boolean | Said;

function readLong(reading: Reading, word: string, next: string | undefined, readFile: ReadFile): Used {
  const negated = word.startsWith('--no-') && !BY_NAME.has(word.slice(2));
  const name = word.slice(negated ? 5 : 2);
  const exact = BY_NAME.get(name);
  const candidates = exact === undefined ? CURL_OPTIONS.filter((option) => option.name.startsWith(name)) : [exact];
  const option = candidates[0];
  if (option === undefined || name === '') return badOption(word, 'is unknown');
  if (candidates.length > 1) return badOption(word, 'is ambiguous');
  if (negated && option.takes !== 'switch') return badOption(word, "used '--no-' for option that isn't a boolean");
  if (option.takes === 'switch' || option.takes === 'mode') {
    return applyFlag(reading, option, word, !negated, next);
  }
  if (next === undefined) return badOption(word, 'requires parameter');
  const refused = applyValue(reading, option, word, next, readFile, true);
  return refused ?? true;
}

function readLetters(reading: Reading, word: string, next: string | undefined, readFile: ReadFile): Used {
  if (word === '-') return badOption(word, 'is unknown');
  for (let index = 1; index < word.length; index += 1) {
    const option = BY_LETTER.get(word.charAt(index));
    if (option === undefined) return badOption(word, 'is unknown');
    if (option.takes === 'text' || option.takes === 'file') {
      const glued = word.slice(index + 1);
      const value = glued === '' ? next : glued;
      if (value === undefined) return badOption(word, 'requires parameter');
      return applyValue(reading, option, word, value, readFile, glued === '') ?? glued === '';
    }
    // `-N` is `--no-buffer`: the letter undoes.
    const used = applyFlag(reading, option, word, option.letter !== 'N', next);
    if (used !== false) return used;
  }
  return false;
}

function applyFlag(
  reading: Reading,
  option: CurlOption,
  word: string,
  on: boolean,
  next: string | undefined,
): Said | false {
  if (option.name === 'help' && on) {
    return next === undefined || next.startsWith('-') || next.includes(':')
      ? { stdout: CURL_USAGE, stderr: '', exitCode: 0 }
      : { stdout: curlHelpText(), stderr: '', exitCode: 0 };
  }
  if (option.name === 'version' && on) return { stdout: CURL_VERSION, stderr: '', exitCode: 0 };
  if (option.does === 'unmodelled') return unmodelled(option);
  if (option.does === 'nothing') return false;
  const changed = applySwitch(reading.options, option.name, on);
  if ('reason' in changed) return badOption(word, changed.reason);
  reading.options = changed;
  return false;
}

function applyValue(
  reading: Reading,
  option: CurlOption,
  word: string,
  value: string,
  readFile: ReadFile,
  apart: boolean,
): Said | null {
  if (option.takes === 'file' && apart && value.length > 1 && value.startsWith('-')) {
    warn(reading, `The file name argument '${value}' looks like a flag.`);
  }
  if (option.does === 'unmodelled') return unmodelled(option);
  const changed = applyText(reading.options, option.name, value, readFile);
  if ('reason' in changed) return badOption(word, changed.reason);
  reading.options = changed.options;
  if (changed.warning !== '') warn(reading, changed.warning);
  return null;
}

function unmodelled(option: CurlOption): Said {
  const letter = option.letter === '' ? '' : `-${option.letter}, `;
  return notModelled(`${letter}--${option.name} is a real option of curl, but not modelled here.`);
}

/** The options that are acted on, one a line, in our own words. */
export function curlHelpText(): string {
  const lines = curlHelp.map(({ flags, help }) => `${flags.padEnd(24)} ${help}\n`);
  return `Usage: curl [options...] <url>\n${lines.join('')}`;
}

/** Help for the screen: each option that is acted on, with what it does in our own words. */
export const curlHelp: readonly { readonly flags: string; readonly help: string }[] = CURL_OPTIONS.filter(
  (option) => option.does === 'model',
).map((option) => ({
  flags: `${option.letter === '' ? '    ' : `-${option.letter}, `}--${option.name}`,
  help: option.help,
}));
