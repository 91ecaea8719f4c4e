import type { Json } from '../json.ts';
import { configzObject } from './configz.ts';
import { type EffectiveConfiguration, settingAt } from './effective.ts';
import type { Setting } from './provenance.ts';

/**
 * The configuration with a value that the kubelet made itself while it started (`how` says in words), `/configz`
 * included. A path that the version does not have leaves everything as it was.
 */
export function withGenerated(
  config: EffectiveConfiguration,
  path: string,
  value: Json,
  how: string,
): EffectiveConfiguration {
  const old = settingAt(config, path);
  if (old === null) return config;
  const setting: Setting = { ...old, value, source: { from: 'generated', how } };
  const settings = { ...config.settings, [path]: setting };
  return {
    ...config,
    settings,
    configz: configzObject(new Map(Object.entries(settings)), Object.hasOwn(config.configz, 'kind')),
  };
}
