import type { LogLine } from '../host/journal.ts';
import type { Place } from '../host/place.ts';
import { goQuote } from './go/quote.ts';

/** A value as klog writes it behind `key`: quoted, or as an indented block when it has line breaks. Models klog/v2 serialize.go. */
function klogValue(text: string): string {
  if (!text.includes('\n')) return `=${goQuote(text)}`;
  const ended = text.endsWith('\n') ? text : `${text}\n`;
  const block = ended.slice(0, -1).replaceAll('\n', '\n\t');
  return `=<\n\t${block}\n >`;
}

/** A klog line: the message in quotes, then `key="value"` pairs of text. */
export function klogLine(
  level: 'I' | 'W' | 'E' | 'F',
  source: string,
  message: string,
  pairs: readonly (readonly [string, string])[] = [],
  about?: Place,
): LogLine {
  const text = goQuote(message) + pairs.map(([key, value]) => ` ${key}${klogValue(value)}`).join('');
  return about === undefined ? { level, source, text } : { level, source, text, about };
}

/** The last line of a kubelet whose start failed. Models component-base/cli/run.go, v1.36. */
export function commandFailed(error: string, about?: Place): LogLine {
  return klogLine('E', 'run.go:72', 'command failed', [['err', error]], about);
}

/** A warning about a feature gate, the text already in klog's form. Models component-base/featuregate, v1.36. */
export function gateLine(text: string): LogLine {
  return { level: 'I', source: 'feature_gate.go:477', text };
}
