import type { Release } from '../../versions/release.ts';
import type { HttpAnswer } from '../exchange.ts';
import { reply } from './reply.ts';

/** A sample of a family: labels, value, and its moment in milliseconds where the exporter gives one. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
  readonly at?: number;
}

/** A family of metrics of one name. */
export interface Family {
  readonly name: string;
  readonly type: 'counter' | 'gauge';
  readonly help: string;
  readonly samples: readonly Sample[];
  /** The family as {@link written} gives it, where it was written before. */
  readonly text?: string;
}

/**
 * Families as Prometheus' text format has them: by name, labels in alphabetical order. Families without samples are left
 * out. Every page tells when its process began. Models component-base/metrics/http.go, v1.36.
 */
export function exposition(
  families: readonly Family[],
  { process, release }: { readonly process: { readonly startedAt: number }; readonly release: Release },
): HttpAnswer {
  const type = `text/plain; version=0.0.4; charset=utf-8; escaping=${release.traits.metricsEscaping}`;
  const began = String(Math.floor(process.startedAt / 1000));
  const shown = families.filter(({ samples }) => samples.length > 0).sort((a, b) => (a.name < b.name ? -1 : 1));
  const headers = [
    ['Content-Type', type],
    ['Process-Start-Time-Unix', began],
  ] as const;
  return reply(200, headers, shown.map((family) => family.text ?? written(family)).join(''));
}

/** A family's lines. */
export function written({ name, type, help, samples }: Family): string {
  let text = `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;
  for (const { labels, value, at } of samples) {
    const moment = at === undefined ? '' : ` ${at}`;
    text += `${name}${labels === undefined ? '' : labelText(labels)} ${goFloat(value)}${moment}\n`;
  }
  return text;
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const names = Object.keys(labels);
  if (names.length === 0) return '';
  if (names.length > 1) names.sort();
  return `{${names.map((name) => `${name}="${escapeLabel(labels[name] ?? '')}"`).join(',')}}`;
}

function escapeLabel(text: string): string {
  return /[\\\n"]/.test(text) ? text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"') : text;
}

/** From this power of ten on, Go's shortest form has an exponent. */
const PRECISION = 6;

/** A number as strconv.FormatFloat(f, 'g', -1, 64) has it: `565248`, `1.380352e+06`. */
export function goFloat(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return String(value);
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < PRECISION) return String(value);
  const sign = power < 0 ? '-' : '+';
  return `${mantissa}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}
