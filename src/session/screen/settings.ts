import { settingAt } from '#engine/config/effective.ts';
import type { Node } from '#engine/world/world.ts';
import type { SettingView } from '../view.ts';
import { settingView } from './configuration.ts';
import { DECISIVE } from './hardening.ts';

/** The settings that decide who gets in, as they are in force, each with its source and what it beat. Empty while no kubelet runs. */
export function settingViews(node: Node): readonly SettingView[] {
  const { process } = node.kubelet;
  if (process === null) return [];
  return DECISIVE.flatMap((path) => {
    const setting = settingAt(process.config, path);
    return setting === null ? [] : [settingView(setting, process.version)];
  });
}
