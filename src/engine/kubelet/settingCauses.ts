import { type EffectiveConfiguration, settingAt } from '../config/effective.ts';
import type { Cause } from './stage.ts';

/** The settings at these field paths as causes, in this order; a path that the version does not have is left out. */
export function settingCauses(config: EffectiveConfiguration, paths: readonly string[]): readonly Cause[] {
  return paths.flatMap((path) => {
    const setting = settingAt(config, path);
    return setting === null ? [] : [{ kind: 'setting', setting } as const];
  });
}
