import { booleanAt, type EffectiveConfiguration, numberAt, textAt } from '../../config/effective.ts';
import type { Listener } from '../process.ts';
import { canonicalAddress } from './address.ts';

const LOOPBACK = '127.0.0.1';

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
    const named = textAt(config, 'healthzBindAddress') || LOOPBACK;
    // The one name that Go finds in every /etc/hosts; no address is asked for here, so nothing refuses it.
    listeners.push({ role: 'healthz', address: named === 'localhost' ? LOOPBACK : named, port: healthz });
  }
  return listeners;
}
