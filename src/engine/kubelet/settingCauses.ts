import { type EffectiveConfiguration, settingAt } from '../config/effective.ts';
import type { Cause } from './stage.ts';

/** The settings at these field paths as causes, in this order; a path that the version does not have is left out. */
export function settingCauses(config: EffectiveConfiguration, paths: readonly string[]): readonly Cause[] {
  const causes: Cause[] = [];
  for (const path of paths) {
    const setting = settingAt(config, path);
    if (setting !== null) causes.push({ kind: 'setting', setting });
  }
  return causes;
}
