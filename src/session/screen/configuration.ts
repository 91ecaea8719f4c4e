import { loadConfigFile } from '#engine/config/configFiles.ts';
import { booleanAt, type EffectiveConfiguration } from '#engine/config/effective.ts';
import { type Leaf, leavesOf } from '#engine/config/fields/leaves.ts';
import type { Setting } from '#engine/config/provenance.ts';
import { sourcePlace } from '#engine/config/provenance.ts';
import { sourceText, valueText } from '#engine/explain/cause.ts';
import { isObject, type Json } from '#engine/json.ts';
import { patternsOf } from '#engine/kubelet/endpoints/patterns.ts';
import { minorOf } from '#engine/versions/release.ts';
import { type Node, nodeNamed, type World } from '#engine/world/world.ts';
import { type Preview, previewRestart } from '../preview.ts';
import type { ConfigurationRow, ConfigurationView } from '../view/configuration.ts';
import type { SettingView } from '../view.ts';
import { CONFIGURATION_WORDS as WORDS } from './configurationWords.ts';
import { type FileClaim, fileClaim, fileDisagreement, flagDisagreement } from './disagreement.ts';
import { groupOf, judgeSetting, rankOf } from './hardening.ts';

/** A setting as the screen names it, with its source and what it beat. */
export function settingView(setting: Setting, version: string): SettingView {
  return {
    path: setting.path,
    value: valueText(setting.value),
    source: sourceText(setting.source),
    place: sourcePlace(setting.source),
    beaten: setting.beaten
      .filter((loser) => sourcePlace(loser.source) !== null)
      .map((loser) => ({
        text: `${valueText(loser.value)}, ${sourceText(loser.source)}`,
        place: sourcePlace(loser.source),
      })),
    risky: judgeSetting(setting.path, setting.value, version).verdict === 'risky',
  };
}

/**
 * Every value in force beside what the file on disk says, what `/configz` prints and what `/flagz` shows. While no
 * kubelet runs, the values are those of the next start.
 */
export function configurationView(node: Node): ConfigurationView {
  const { process } = node.kubelet;
  const preview = previewRestart(node);
  const version = process?.version ?? node.kubelet.version;
  const config = process?.config ?? (preview.kind === 'configured' ? preview.config : null);
  if (config === null) {
    const words = preview.kind === 'fails' ? WORDS.noStart(preview.failure.error) : WORDS.noCommand;
    return { of: 'none', words, unserved: ANSWERED, rows: [] };
  }
  const minor = minorOf(version);
  const onDisk = claims(node, preview, config, minor);
  const rows = [...leavesOf(minor).values()].flatMap((leaf) => {
    const setting = config.settings[leaf.path];
    return setting === undefined ? [] : [rowOf(leaf, setting, config, onDisk(leaf.path), version)];
  });
  const rank = ({ path, security }: ConfigurationRow): number => rankOf(path, security);
  const running = process !== null;
  return {
    of: running ? 'running' : 'next',
    words: running ? '' : WORDS.notRunning,
    unserved: running
      ? {
          configz: unserved(config, '/configz', WORDS.debuggingOff, minor),
          flagz: unserved(config, '/flagz', WORDS.gateOff('ComponentFlagz'), minor),
        }
      : ANSWERED,
    rows: rows.sort((one, other) => rank(one) - rank(other)),
  };
}

const known = new WeakMap<Node, ConfigurationView>();

/** The same for a node of a world, worked out once while the node is what it is. */
export function configurationOf(world: World, name: string): ConfigurationView {
  const node = nodeNamed(world, name);
  if (node === undefined) throw new Error(`the world has no node ${name}`);
  const ready = known.get(node) ?? configurationView(node);
  known.set(node, ready);
  return ready;
}

function rowOf(
  { path, field }: Leaf,
  setting: Setting,
  config: EffectiveConfiguration,
  claim: FileClaim | null,
  version: string,
): ConfigurationRow {
  const minor = minorOf(version);
  const flag = (field.flag === undefined ? undefined : config.flags[field.flag]) ?? null;
  const printed = printedAt(config.configz, path);
  const { verdict, hardened, why } = judgeSetting(path, setting.value, version);
  return {
    ...settingView(setting, version),
    group: groupOf(path),
    says: field.says,
    security: field.security === true,
    verdict,
    hardened,
    why,
    file: claim === null ? null : { text: valueText(claim.value), place: sourcePlace(claim.source) },
    configz: printed === undefined ? null : valueText(printed),
    flagz: flag === null ? null : { flag: flag.flag, text: flag.text, given: flag.given },
    disagreements: [
      ...said('file', fileDisagreement(setting, claim)),
      ...said('flagz', flagDisagreement(setting, flag, minor)),
    ],
  };
}

const ANSWERED: ConfigurationView['unserved'] = { configz: '', flagz: '' };

function said(about: 'file' | 'flagz', text: string | null): ConfigurationRow['disagreements'] {
  return text === null ? [] : [{ about, text }];
}

/** What the files on disk say of each field. Where no start would come of them, the configuration file alone is asked. */
function claims(
  node: Node,
  preview: Preview,
  config: EffectiveConfiguration,
  minor: number,
): (path: string) => FileClaim | null {
  if (preview.kind === 'configured') return (path) => fileClaim(preview.config.settings[path] ?? null);
  const { config: flag } = config.flags;
  const name = flag?.text ?? '';
  const loaded = name === '' ? null : loadConfigFile(name, '/', node.host.files, minor);
  if (loaded?.ok !== true) return () => null;
  return (path) => loaded.slots.get(path) ?? null;
}

/** The value at a dotted path of `/configz`; undefined where it prints none. */
function printedAt(configz: Json, path: string): Json | undefined {
  let value: Json | undefined = configz;
  for (const name of path.split('.')) {
    value = value !== undefined && isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

/** Why a path is not served at the main port; '' when it is. `otherwise` is said when the debugging handlers are on. */
function unserved(config: EffectiveConfiguration, path: string, otherwise: string, minor: number): string {
  if (!booleanAt(config, 'enableServer')) return WORDS.serverOff;
  if (patternsOf(config, 'main', minor).has(path)) return '';
  return booleanAt(config, 'enableDebuggingHandlers') ? otherwise : WORDS.debuggingOff;
}
