import { settingAt } from '#engine/config/effective.ts';
import type { Setting, Source } from '#engine/config/provenance.ts';
import { settingText, sourceText, valueText } from '#engine/explain/cause.ts';
import type { Check } from '#packs/checks.ts';
import { type Case, type Finding, found } from '../case.ts';

/** The value in force of a field. */
export function effectiveFinding(check: Check & { check: 'effective' }, { world, home }: Case): Finding {
  const setting = settingIn(check, world, home);
  const wanted = expected(check);
  if (setting === null) return { holds: false, words: `Expected ${check.path} to be ${wanted}; no kubelet runs.` };
  const { value } = setting;
  const listed = check.oneOf ?? (check.is === undefined ? null : [check.is]);
  const holds =
    (listed === null || listed.some((one) => one === value)) && (check.not === undefined || check.not !== value);
  return found(holds, `${settingText(setting)}.`, `Expected ${check.path} to be ${wanted}; ${settingText(setting)}.`);
}

function expected({ is, oneOf, not }: Check & { check: 'effective' }): string {
  if (is !== undefined) return valueText(is);
  if (oneOf !== undefined) return `one of ${oneOf.map((value) => valueText(value)).join(', ')}`;
  return `anything but ${not === undefined ? 'nothing' : valueText(not)}`;
}

/** Where the value in force of a field comes from. */
export function sourceFinding(check: Check & { check: 'source' }, { world, home }: Case): Finding {
  const setting = settingIn(check, world, home);
  if (setting === null) return { holds: false, words: `Nothing is in force for ${check.path}: no kubelet runs.` };
  return found(
    kindOf(setting.source) === check.from,
    `${settingText(setting)}.`,
    `Expected ${check.path} to come from a ${check.from}; it comes from ${sourceText(setting.source)}.`,
  );
}

const KINDS: Readonly<Record<Source['from'], (Check & { check: 'source' })['from']>> = {
  default: 'default',
  'legacy-default': 'default',
  generated: 'default',
  file: 'file',
  'drop-in': 'drop-in',
  flag: 'flag',
};

function kindOf({ from }: Source): string {
  return KINDS[from];
}

function settingIn(
  { path, node }: { readonly path: string; readonly node?: string | undefined },
  world: Case['world'],
  home: string,
): Setting | null {
  const process = world.nodes[node ?? home]?.kubelet.process;
  return process ? settingAt(process.config, path) : null;
}
