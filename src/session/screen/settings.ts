import { settingAt } from '#engine/config/effective.ts';
import type { Setting } from '#engine/config/provenance.ts';
import { sourcePlace, sourceText, valueText } from '#engine/explain/cause.ts';
import type { Json } from '#engine/json.ts';
import type { Node } from '#engine/world/world.ts';
import type { SettingView } from '../view.ts';

/** The settings that decide who gets in, and when one of them is not as on a hardened node. */
const SECURITY: readonly (readonly [path: string, risky: (value: Json) => boolean])[] = [
  ['authentication.anonymous.enabled', (value) => value === true],
  ['authentication.x509.clientCAFile', (value) => value === '' || value === null],
  ['authentication.webhook.enabled', (value) => value !== true],
  ['authorization.mode', (value) => value === 'AlwaysAllow'],
  ['readOnlyPort', (value) => value !== 0 && value !== null],
  ['enableServer', () => false],
  ['address', () => false],
  ['port', () => false],
  ['healthzBindAddress', (value) => value !== '127.0.0.1' && value !== '::1'],
  ['enableDebuggingHandlers', () => false],
  ['serverTLSBootstrap', () => false],
  ['tlsCertFile', () => false],
  ['tlsMinVersion', (value) => value === 'VersionTLS10' || value === 'VersionTLS11'],
  ['rotateCertificates', () => false],
  ['staticPodPath', () => false],
  ['protectKernelDefaults', () => false],
];

/** The security settings in force, each with its source and what it beat. Empty while no kubelet runs. */
export function settingViews(node: Node): readonly SettingView[] {
  const { process } = node.kubelet;
  if (process === null) return [];
  return SECURITY.flatMap(([path, risky]) => {
    const setting = settingAt(process.config, path);
    return setting === null ? [] : [settingView(setting, risky(setting.value))];
  });
}

function settingView(setting: Setting, risky: boolean): SettingView {
  return {
    path: setting.path,
    value: valueText(setting.value),
    source: sourceText(setting.source),
    place: sourcePlace(setting.source),
    beaten: setting.beaten
      .filter((loser) => sourcePlace(loser.source) !== null)
      .map((loser) => ({
        text: `${valueText(loser.value)}, ${sourceText(loser.source)}`,
        place: sourcePlace(loser.source),
      })),
    risky,
  };
}
