import { readText } from '#engine/host/files.ts';
import { serviceOptions } from '#engine/host/systemd/service.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import type { CommandResult } from '../../command.ts';
import { acted, complained, joined, notModelled, printed } from '../answer.ts';
import { actOn } from './act.ts';
import { type UnitView, unitView } from './unitView.ts';

/** Verbs that change unit files' links. */
export const FILE_VERBS = ['enable', 'disable', 'reenable', 'mask', 'unmask'] as const;
export type FileVerb = (typeof FILE_VERBS)[number];

/** What else was asked with a verb. */
export interface FileOptions {
  readonly now: boolean;
  readonly quiet: boolean;
  readonly noReload: boolean;
}

/**
 * Enables, disables, masks or unmasks units, and has systemd read its files again, as it does after each.
 * Models src/systemctl/systemctl-enable.c, v255.
 */
export function changeUnitFiles(
  world: World,
  name: string,
  verb: FileVerb,
  units: readonly string[],
  options: FileOptions,
): CommandResult {
  const node = nodeNamed(world, name);
  if (node === undefined) return notModelled(`there is no node ${name}.`);
  let result = printed('');
  for (const unit of units) {
    const next = changeOne(unitView(world, node, unit), name, verb, world);
    if (next.exitCode !== 0) return joined(result, next);
    result = joined(result, next);
  }
  const told = options.quiet ? { ...result, stderr: '' } : result;
  const reloaded = options.noReload ? told : joined(told, acted([{ type: 'daemon-reload', node: name }]));
  if (!options.now) return reloaded;
  const after = reloaded.events.reduce((current, event) => step(current, event).world, world);
  const action = verb === 'disable' || verb === 'mask' ? 'stop' : 'start';
  return verb === 'unmask' ? reloaded : joined(reloaded, actOn(after, name, action, units));
}

function changeOne(unit: UnitView, node: string, verb: FileVerb, world: World): CommandResult {
  const files = nodeNamed(world, node)?.host.files ?? {};
  const mask = `/etc/systemd/system/${unit.name}`;
  const isMasked = readText(files, mask) === '';
  switch (verb) {
    case 'mask':
      if (isMasked) return printed('');
      if (readText(files, mask) !== null) return complained(`Failed to mask unit: File '${mask}' already exists.\n`);
      return acted([{ type: 'write', node, path: mask, text: '' }], '', `Created symlink ${mask} → /dev/null.\n`);
    case 'unmask':
      if (!isMasked) return printed('');
      return acted([{ type: 'remove', node, path: mask }], '', `Removed "${mask}".\n`);
    case 'enable':
    case 'reenable':
    case 'disable':
      return verb === 'disable' ? disable(unit, node) : enable(unit, node, verb);
  }
}

function enable(unit: UnitView, node: string, verb: 'enable' | 'reenable'): CommandResult {
  if (unit.load === 'masked')
    return complained(`Failed to ${verb} unit: Unit file ${unit.fragment ?? unit.name} is masked.\n`);
  if (unit.fragment === null) return complained(`Failed to ${verb} unit: Unit file ${unit.name} does not exist.\n`);
  if (unit.fileState === 'static') return { ...printed(''), stderr: NO_INSTALL };
  const event: WorldEvent = { type: 'enable', node, unit: unit.name };
  if (unit.fileState === 'enabled' && verb === 'enable') return printed('');
  const links = linksOf(unit);
  const removed =
    verb === 'reenable' && unit.fileState === 'enabled' ? links.map((link) => `Removed "${link}".\n`) : [];
  const made = links.map((link) => `Created symlink ${link} → ${unit.fragment ?? ''}.\n`);
  return acted([event], '', [...removed, ...made].join(''));
}

function disable(unit: UnitView, node: string): CommandResult {
  if (unit.fragment === null) return complained(`Failed to disable unit: Unit file ${unit.name} does not exist.\n`);
  if (unit.fileState === 'static') return { ...printed(''), stderr: NO_INSTALL };
  if (unit.fileState !== 'enabled') return printed('');
  const removed = linksOf(unit).map((link) => `Removed "${link}".\n`);
  return acted([{ type: 'disable', node, unit: unit.name }], '', removed.join(''));
}

function linksOf(unit: UnitView): readonly string[] {
  const targets = unit.loaded === null ? ['multi-user.target'] : serviceOptions(unit.loaded).wantedBy;
  return targets.map((target) => `/etc/systemd/system/${target}.wants/${unit.name}`);
}

const NO_INSTALL = `The unit files have no installation config (WantedBy=, RequiredBy=, UpheldBy=,
Also=, or Alias= settings in the [Install] section, and DefaultInstance= for
template units). This means they are not meant to be enabled or disabled using systemctl.
 
Possible reasons for having these kinds of units are:
• A unit may be statically enabled by being symlinked from another unit's
  .wants/, .requires/, or .upholds/ directory.
• A unit's purpose may be to act as a helper for some other unit which has
  a requirement dependency on it.
• A unit may be started when needed via activation (socket, path, timer,
  D-Bus, udev, scripted systemctl call, ...).
• In case of template units, the unit is meant to be enabled with some
  instance name specified.
`;
