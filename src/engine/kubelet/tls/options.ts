import { type EffectiveConfiguration, settingAt } from '../../config/effective.ts';
import { CIPHER_SUITES, CIPHER_SUITES_13, LEGACY_CIPHER_NAMES } from './cipherSuites.table.ts';

/** Curves by their IANA number that Go 1.26 has. */
const CURVES: readonly number[] = [23, 24, 25, 29, 4587, 4588, 4589];

/** Whether `tlsCipherSuites` may name this suite. Models component-base/cli/flag/ciphersuites_flag.go, v1.36. */
export function isCipherSuite(name: string): boolean {
  return (
    CIPHER_SUITES.some((suite) => suite.name === name) ||
    CIPHER_SUITES_13.includes(name) ||
    Object.hasOwn(LEGACY_CIPHER_NAMES, name)
  );
}

/** The error of `tlsCurvePreferences`; null when Go takes them. Models component-base/cli/flag/curves_flag.go, v1.36. */
export function curveError(config: EffectiveConfiguration): string | null {
  const value = settingAt(config, 'tlsCurvePreferences')?.value;
  const seen = new Set<number>();
  for (const id of Array.isArray(value) ? value : []) {
    if (typeof id !== 'number') continue;
    if (id <= 0 || id > 65_535) return `curve preference ${id} is out of range (must be 1-65535)`;
    if (seen.has(id)) return `duplicate curve preference ${id}`;
    seen.add(id);
    if (!CURVES.includes(id)) return `curve preference ${id} is not supported by the current Go version`;
  }
  return null;
}
