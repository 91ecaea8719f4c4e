import type { Json } from '../../json.ts';
import { parseQuantity } from '../go/quantity.ts';
import { goQuote } from '../go/quote.ts';
import { type Finding, finding, type View } from './view.ts';

const LARGEST = 2 ** 31 - 1;

/** The rules for `logging`, checked before anything is logged and once more with all others. Models component-base/logs/api/v1 Validate, v1.36. */
export function checkLogging(view: View): readonly Finding[] {
  return [...basics(view), ...vmodule(view), ...options(view, 'text'), ...options(view, 'json')];
}

function invalid(path: string, shown: string, rule: string, field = path): Finding {
  return finding(`${path}: Invalid value: ${shown}: ${rule}`, field);
}

function basics(view: View): readonly Finding[] {
  const found: Finding[] = [];
  if (view.duration('logging.flushFrequency') <= 0n) {
    const value = view.json('logging.flushFrequency');
    const shown = typeof value === 'string' ? goQuote(value) : String(value);
    found.push(invalid('logging.flushFrequency', shown, 'Must be greater than zero'));
  }
  const format = view.text('logging.format');
  if (format === 'json' && !view.gate('LoggingBetaOptions')) {
    found.push(
      finding(
        'logging.format: Forbidden: Log format json is disabled, see LoggingBetaOptions feature',
        'logging.format',
      ),
    );
  } else if (format !== 'text' && format !== 'json') {
    found.push(invalid('logging.format', goQuote(format), 'Unsupported log format'));
  }
  const verbosity = view.number('logging.verbosity');
  if (verbosity > LARGEST) found.push(invalid('logging.verbosity', String(verbosity), `Must be <= ${LARGEST}`));
  return found;
}

function vmodule(view: View): readonly Finding[] {
  const items = view.list('logging.vmodule');
  const format = view.text('logging.format');
  const found: Finding[] = [];
  if (items.length > 0 && format !== '' && format !== 'text') {
    found.push(finding('logging.vmodule: Forbidden: Only supported for text log format', 'logging.vmodule'));
  }
  for (const [index, item] of items.entries()) {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) continue;
    const { filePattern = '', verbosity = 0 } = item as Readonly<Record<string, Json>>;
    const path = `logging.vmodule[${index}]`;
    if (filePattern === '')
      found.push(finding(`${path}: Required value: File pattern must not be empty`, 'logging.vmodule'));
    if (/[=,]/.test(String(filePattern))) {
      found.push(
        invalid(
          path,
          goQuote(String(filePattern)),
          'File pattern must not contain equal sign or comma',
          'logging.vmodule',
        ),
      );
    }
    if (Number(verbosity) > LARGEST)
      found.push(invalid(path, String(verbosity), `Must be <= ${LARGEST}`, 'logging.vmodule'));
  }
  return found;
}

function options(view: View, format: 'text' | 'json'): readonly Finding[] {
  if (view.gate('LoggingAlphaOptions')) return [];
  const path = `logging.options.${format}`;
  const rule = 'Forbidden: Feature LoggingAlphaOptions is disabled';
  const found: Finding[] = [];
  if (view.on(`${path}.splitStream`)) found.push(finding(`${path}.splitStream: ${rule}`, `${path}.splitStream`));
  if (parseQuantity(view.text(`${path}.infoBufferSize`))?.zero === false) {
    found.push(finding(`${path}.infoBufferSize: ${rule}`, `${path}.infoBufferSize`));
  }
  return found;
}
