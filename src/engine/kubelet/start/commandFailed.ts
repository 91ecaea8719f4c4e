import type { LogLine } from '../../host/journal.ts';
import type { Place } from '../../host/place.ts';

/**
 * How klog prints an error value: quoted in Go's manner, or as an indented block when it has several lines.
 * Models k8s.io/klog/v2 serialize.KVFormat, v2.130.
 */
export function klogError(error: string): string {
  if (!error.includes('\n')) return JSON.stringify(error);
  const lines = error.split('\n').map((line) => `\t${line}`);
  return `<\n${lines.join('\n')}\n >`;
}

/**
 * The last words of a kubelet that gives up: klog's line of `component-base/cli/run.go` for a returned error,
 * a Go panic as it is.
 */
export function lastWords(error: string, about: Place | undefined): LogLine {
  const place = about === undefined ? {} : { about };
  if (error.startsWith('panic: '))
    return { level: 'raw', source: '', text: `${error}\n\ngoroutine 1 [running]:`, ...place };
  return { level: 'E', source: 'run.go:72', text: `"command failed" err=${klogError(error)}`, ...place };
}
