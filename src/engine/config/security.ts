import type { Json } from '../json.ts';
import { minorOf } from '../versions/release.ts';
import type { EffectiveConfiguration } from './effective.ts';
import { fieldAt, leavesOf } from './fields/leaves.ts';
import type { Setting } from './provenance.ts';

/** Field paths that bear on security, in Go's order. */
export function securityPaths(version: string): readonly string[] {
  return [...leavesOf(minorOf(version)).values()]
    .filter(({ field }) => field.security === true)
    .map(({ path }) => path);
}

/** The settings that bear on security, in Go's order. */
export function securitySettings(config: EffectiveConfiguration, version: string): readonly Setting[] {
  return securityPaths(version).flatMap((path) => config.settings[path] ?? []);
}

/** Whether a hardened node would not have a value so. */
export function isRisky(path: string, value: Json, version: string): boolean {
  // Without client CAs nobody can come with a certificate, the API server included.
  if (path === 'authentication.x509.clientCAFile') return value === '';
  const hardened = fieldAt(path, minorOf(version))?.hardened;
  return hardened !== undefined && value !== hardened;
}
