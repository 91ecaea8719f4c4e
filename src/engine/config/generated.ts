import type { Json } from '../json.ts';
import { configzObject } from './configz.ts';
import { type EffectiveConfiguration, settingAt } from './effective.ts';
import type { Setting } from './provenance.ts';

/**
 * The configuration with values by path that the kubelet made itself while it started (`how` says in words), `/configz`
 * included. Paths that the version does not have leave everything as it was.
 */
export function withGenerated(
  config: EffectiveConfiguration,
  values: readonly (readonly [path: string, value: Json])[],
  how: string,
): EffectiveConfiguration {
  const made = values.flatMap(([path, value]): readonly Setting[] => {
    const old = settingAt(config, path);
    return old === null ? [] : [{ ...old, value, source: { from: 'generated', how } }];
  });
  if (made.length === 0) return config;
  const settings = { ...config.settings, ...Object.fromEntries(made.map((setting) => [setting.path, setting])) };
  return {
    ...config,
    settings,
    configz: configzObject(new Map(Object.entries(settings)), Object.hasOwn(config.configz, 'kind')),
  };
}
