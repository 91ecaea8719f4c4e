import { booleanAt, type EffectiveConfiguration, numberAt, textAt } from '../../config/effective.ts';
import type { Listener } from '../process.ts';
import { canonicalAddress } from './address.ts';

/**
 * The ports that a configuration opens, main first. `readOnlyPort` and `healthzPort` do not depend on `enableServer`;
 * a port of 0 is shut. Models `startKubelet` and the end of `run` in cmd/kubelet/app/server.go, v1.36.
 */
export function listenersOf(config: EffectiveConfiguration): readonly Listener[] {
  const address = canonicalAddress(textAt(config, 'address') || '0.0.0.0');
  const listeners: Listener[] = [];
  if (booleanAt(config, 'enableServer')) listeners.push({ role: 'main', address, port: numberAt(config, 'port') });
  const readOnly = numberAt(config, 'readOnlyPort');
  if (readOnly > 0) listeners.push({ role: 'read-only', address, port: readOnly });
  const healthz = numberAt(config, 'healthzPort');
  if (healthz > 0) {
    listeners.push({ role: 'healthz', address: textAt(config, 'healthzBindAddress') || '127.0.0.1', port: healthz });
  }
  return listeners;
}
