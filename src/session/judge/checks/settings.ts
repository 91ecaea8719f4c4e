import { settingAt } from '#engine/config/effective.ts';
import type { Setting, Source } from '#engine/config/provenance.ts';
import { settingText, sourceText, valueText } from '#engine/explain/cause.ts';
import type { Check } from '#packs/checks.ts';
import { stillness } from '../because/stillness.ts';
import { type Case, type Finding, holding, lacking, onNode } from '../case.ts';
import { inForce } from '../obstacle.ts';

type EffectiveCheck = Check & { check: 'effective' };

/** The value in force of a field. */
export function effectiveFinding(check: EffectiveCheck, given: Case): Finding {
  const setting = settingIn(check, given);
  const whose = onNode(check.node, given.home);
  const expected = `${check.path}${whose} to be ${wanted(check)}`;
  if (setting === null) return unset(expected, check, given);
  const flag = besideFlag(check, given);
  if (flag !== null && isWanted(check, true)) return holding(`${flag}.`);
  if (isWanted(check, setting.value)) return holding(`${settingText(setting)}${whose}.`);
  return lacking({ expected, got: valueText(setting.value), because: inForce(setting) });
}

function isWanted({ is, oneOf, not, moreThan }: EffectiveCheck, value: Setting['value']): boolean {
  const listed = oneOf ?? (is === undefined ? null : [is]);
  return (
    (listed === null || listed.some((one) => one === value)) &&
    (not === undefined || not !== value) &&
    (moreThan === undefined || (typeof value === 'number' && value > moreThan))
  );
}

/**
 * A flag that is true and does the same as a field without setting it, in words; else null.
 * Models createAndInitKubelet in cmd/kubelet/app/server.go, v1.36.
 */
function besideFlag({ path, node }: EffectiveCheck, { world, home }: Case): string | null {
  const flag =
    path === 'seccompDefault' ? world.nodes[node ?? home]?.kubelet.process?.config.flags['seccomp-default'] : undefined;
  if (flag === undefined || flag.text !== 'true') return null;
  return `${sourceText(flag.source)}: it does what seccompDefault does`;
}

function wanted({ is, oneOf, not, moreThan }: EffectiveCheck): string {
  if (moreThan !== undefined) return `more than ${moreThan}`;
  if (is !== undefined) return valueText(is);
  if (oneOf !== undefined) return `one of ${oneOf.map((value) => valueText(value)).join(', ')}`;
  return `anything but ${not === undefined ? 'nothing' : valueText(not)}`;
}

/** Where the value in force of a field comes from. */
export function sourceFinding(check: Check & { check: 'source' }, given: Case): Finding {
  const setting = settingIn(check, given);
  const expected = `${check.path}${onNode(check.node, given.home)} to come from ${ORIGIN[check.from]}`;
  if (setting === null) return unset(expected, check, given);
  if (KINDS[setting.source.from] === check.from) return holding(`${settingText(setting)}.`);
  return lacking({ expected, got: sourceText(setting.source), because: inForce(setting) });
}

type Origin = (Check & { check: 'source' })['from'];

const ORIGIN: Readonly<Record<Origin, string>> = {
  file: 'the file of --config',
  'drop-in': 'a drop-in of --config-dir',
  flag: 'a flag',
  default: 'the default',
};

const KINDS: Readonly<Record<Source['from'], Origin>> = {
  default: 'default',
  'legacy-default': 'default',
  generated: 'default',
  file: 'file',
  'drop-in': 'drop-in',
  flag: 'flag',
};

interface Asked {
  readonly path: string;
  readonly node?: string | undefined;
}

/** Nothing is in force: no kubelet runs, or its version has no such field. */
function unset(expected: string, { path, node }: Asked, { world, home }: Case): Finding {
  const running = world.nodes[node ?? home]?.kubelet.process;
  return running
    ? lacking({ expected, got: 'nothing', because: `Kubelet ${running.version} has no field ${path}.` })
    : lacking({ expected, got: 'nothing in force, as no kubelet runs', because: stillness(world, node ?? home) });
}

function settingIn({ path, node }: Asked, { world, home }: Case): Setting | null {
  const process = world.nodes[node ?? home]?.kubelet.process;
  return process ? settingAt(process.config, path) : null;
}
