import type { FlagValue } from '#engine/config/effective.ts';
import { flagNamed } from '#engine/config/flags/flag.ts';
import { flagText } from '#engine/config/flags/values.ts';
import type { Beaten, Setting, Source } from '#engine/config/provenance.ts';
import { sourcePlace } from '#engine/config/provenance.ts';
import { placeText, sourceText, valueText } from '#engine/explain/cause.ts';
import type { Json } from '#engine/json.ts';
import { CONFIGURATION_WORDS as WORDS } from './configurationWords.ts';

/** What the configuration file, or the strongest drop-in that speaks, says of a field. */
export interface FileClaim {
  readonly value: Json;
  readonly source: Source;
}

/** The claim of file and drop-ins among the sources of a setting; null when they are silent. */
export function fileClaim(setting: Setting | null): FileClaim | null {
  if (setting === null) return null;
  const sources: readonly Beaten[] = [setting, ...setting.beaten];
  return sources.find(({ source }) => source.from === 'file' || source.from === 'drop-in') ?? null;
}

/** Why the file on disk says something else than what is in force; null when it says the same, or nothing. */
export function fileDisagreement(setting: Setting, claim: FileClaim | null): string | null {
  if (claim === null || isSame(claim.value, setting.value)) return null;
  const place = sourcePlace(claim.source);
  const where = place === null ? sourceText(claim.source) : placeText(place);
  const says = WORDS.says(where, valueText(claim.value));
  const { source } = setting;
  if (source.from === 'flag') return `${says} ${WORDS.beats(sourceText(source))}`;
  const atStart = fileClaim(setting);
  if (atStart === null || !isSame(atStart.value, claim.value))
    return `${says} ${WORDS.newer(valueText(setting.value))}`;
  return `${says} ${WORDS.meansDefault(valueText(setting.value))}`;
}

/**
 * Why `/flagz` shows something else than what is in force; null when it shows the same. A flag that was given shows
 * what was given, one that was not its own default: neither is the value in force where a file decides.
 */
export function flagDisagreement(setting: Setting, flag: FlagValue | null, minor: number): string | null {
  const known = flag === null ? null : flagNamed(flag.flag, minor);
  if (flag === null || known === null || isSame(flag.text, flagText(known, setting.value))) return null;
  const shown = flag.text === '' ? WORDS.nothing : flag.text;
  return flag.given
    ? WORDS.givenOtherwise(flag.flag, shown, sourceText(setting.source))
    : WORDS.flagDefault(flag.flag, shown, sourceText(setting.source));
}

function isSame(one: Json, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
