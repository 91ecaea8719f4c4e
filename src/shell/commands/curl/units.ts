import { CURL_OPTIONS, type CurlOption } from './options.table.ts';

/** An option with its value, or a URL: the least part of a line that can be kept by itself. */
export interface Unit {
  /** Long name; '' for a URL. */
  readonly name: string;
  /** False where `--no-` undoes it. */
  readonly on: boolean;
  /** What follows the option, or the URL. */
  readonly value: string;
  /** The unit as words of its own. */
  readonly words: readonly string[];
}

const VALUED = new Set<CurlOption['takes']>(['text', 'file']);

/** Takes words that curl accepts apart; a cluster of letters becomes a unit each. What curl refuses gives what it can. */
export function unitsOf(words: readonly string[]): readonly Unit[] {
  const units: Unit[] = [];
  let flags = true;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const next = words[index + 1] ?? '';
    if (flags && word === '--') flags = false;
    else if (!flags || !word.startsWith('-')) units.push({ name: '', on: true, value: word, words: [word] });
    else {
      const taken = word.startsWith('--') ? longUnit(word, next) : letterUnits(word, next);
      units.push(...taken.units);
      if (taken.tookNext) index += 1;
    }
  }
  return units;
}

interface Taken {
  readonly units: readonly Unit[];
  readonly tookNext: boolean;
}

function longUnit(word: string, next: string): Taken {
  const exact = CURL_OPTIONS.find((option) => option.name === word.slice(2));
  const negated = exact === undefined && word.startsWith('--no-');
  const name = word.slice(negated ? 5 : 2);
  const option =
    CURL_OPTIONS.find((each) => each.name === name) ?? CURL_OPTIONS.find((each) => each.name.startsWith(name));
  if (option === undefined) return { units: [], tookNext: false };
  const valued = VALUED.has(option.takes);
  const words = valued ? [word, next] : [word];
  return { units: [{ name: option.name, on: !negated, value: valued ? next : '', words }], tookNext: valued };
}

function letterUnits(word: string, next: string): Taken {
  const units: Unit[] = [];
  for (let index = 1; index < word.length; index += 1) {
    const letter = word.charAt(index);
    const option = CURL_OPTIONS.find((each) => each.letter === letter);
    if (option === undefined) break;
    if (VALUED.has(option.takes)) {
      const glued = word.slice(index + 1);
      const value = glued === '' ? next : glued;
      units.push({ name: option.name, on: true, value, words: [`-${letter}`, value] });
      return { units, tookNext: glued === '' };
    }
    units.push({ name: option.name, on: true, value: '', words: [`-${letter}`] });
  }
  return { units, tookNext: false };
}
