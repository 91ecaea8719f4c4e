import type { EffectiveConfiguration } from '#engine/config/effective.ts';
import { settingAt } from '#engine/config/effective.ts';
import type { Setting } from '#engine/config/provenance.ts';
import { withField } from '#engine/config/yaml/withField.ts';
import { shortPath, sourceText, valueText } from '#engine/explain/cause.ts';
import { readText, writeText } from '#engine/host/files.ts';
import type { Json } from '#engine/json.ts';
import type { Node } from '#engine/world/world.ts';
import { type Preview, previewReload } from '../preview.ts';
import type { SettingChoice } from './settings.table.ts';
import { withFlagBehind, withFlagValue, withoutFlag } from './unitText.ts';
import { WORDS } from './words.ts';

/** One file with one change. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What has to be written so that a kubelet started from the files is told a value. */
export interface Writing {
  readonly changes: readonly FileChange[];
  /** What is done, "and" between what has to go together. */
  readonly sentence: string;
}

/** No setting is written in more places than these. */
const MOST_CHANGES = 4;

type Configured = Preview & { readonly kind: 'configured' };

/**
 * Writes a setting where it counts: a flag that beats the file is taken out, then the file's line is changed or added;
 * without a config file the flag itself is. Null when it is so already, or cannot be written.
 */
export function writeSetting(node: Node, choice: SettingChoice, value: Json): Writing | null {
  let now = node;
  const changes: FileChange[] = [];
  const said: string[] = [];
  for (let count = 0; count <= MOST_CHANGES; count += 1) {
    const preview = previewReload(now);
    if (preview.kind !== 'configured') return null;
    const setting = settingAt(preview.config, choice.path);
    if (setting === null) return null;
    if (JSON.stringify(setting.value) === JSON.stringify(value)) {
      return changes.length === 0 ? null : { changes: merged(changes), sentence: `${said.join(WORDS.and)}.` };
    }
    const next = nextChange(now, preview, choice, setting, value);
    if (next === null) return null;
    changes.push(next.change);
    said.push(next.said);
    const { host } = now;
    now = { ...now, host: { ...host, files: writeText(host.files, next.change.path, next.change.after, 0) } };
  }
  return null;
}

interface Next {
  readonly change: FileChange;
  readonly said: string;
}

function nextChange(
  node: Node,
  { config, argv }: Configured,
  { flag, path }: SettingChoice,
  setting: Setting,
  value: Json,
): Next | null {
  const { source } = setting;
  const changed = (file: string, said: string, edit: (text: string) => string | null): Next | null => {
    const before = readText(node.host.files, file);
    const after = before === null ? null : edit(before);
    return before === null || after === null || after === before
      ? null
      : { change: { path: file, before, after }, said };
  };
  const word = `--${flag}=${typeof value === 'string' ? value : JSON.stringify(value)}`;
  if (source.from === 'flag') {
    const { at, text } = source;
    if (at === null) return null;
    return config.fromFile
      ? changed(at.file, WORDS.takeOut(sourceText(source)), (old) => withoutFlag(old, at.line, source.flag, text))
      : changed(at.file, WORDS.make(sourceText(source), word), (old) =>
          withFlagValue(old, at.line, source.flag, text, word.slice(word.indexOf('=') + 1)),
        );
  }
  const name = shortPath(path);
  if (source.from === 'file' || source.from === 'drop-in') {
    return changed(source.at.file, WORDS.set(name, valueText(value), sourceText(source)), (old) =>
      withField(old, path, value),
    );
  }
  const file = configFile(config);
  if (file !== null)
    return changed(file, WORDS.add(name, valueText(value), file), (old) => withField(old, path, value));
  const last = argv.findLast(({ at }) => at !== null);
  const at = last?.at ?? null;
  if (last === undefined || at === null) return null;
  return changed(at.file, WORDS.addFlag(word, at), (old) => withFlagBehind(old, at.line, last.text, word));
}

/** The file that `--config` names; null without one. */
function configFile({ fromFile, flags }: EffectiveConfiguration): string | null {
  return fromFile ? (flags.config?.text ?? null) : null;
}

/** Changes to one file as one. */
function merged(changes: readonly FileChange[]): readonly FileChange[] {
  const paths = [...new Set(changes.map(({ path }) => path))];
  return paths.flatMap((path) => {
    const own = changes.filter((change) => change.path === path);
    const [first, last] = [own[0], own.at(-1)];
    return first === undefined || last === undefined ? [] : [{ path, before: first.before, after: last.after }];
  });
}
