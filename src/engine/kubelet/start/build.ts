import { textAt } from '../../config/effective.ts';
import { parseDuration } from '../../config/go/duration.ts';
import type { StartContext } from './context.ts';

/**
 * The error of the first checks while the kubelet's parts are put together; null when they hold.
 * Models NewMainKubelet in pkg/kubelet/kubelet.go, v1.36.
 */
export function buildError({ config }: StartContext): string | null {
  const frequency = parseDuration(textAt(config, 'syncFrequency'));
  if (frequency.ok && frequency.nanoseconds <= 0n) return `invalid sync frequency ${frequency.nanoseconds}`;
  return null;
}
