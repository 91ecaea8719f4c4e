import type { Handled, HandlerContext } from './handler.ts';
import { reply } from './reply.ts';

const HEADERS = [
  ['Content-Type', 'text/plain'],
  ['X-Content-Type-Options', 'nosniff'],
] as const;

/**
 * `PUT /debug/flags/v` sets the verbosity of the running process. Any other method is a 406; what is no unsigned
 * number, or too large for klog, a 400. Models StringFlagPutHandler in apiserver/pkg/server/routes/flags.go and
 * GlogSetter in component-base/logs, v1.36.
 */
export function debugFlags({ request, process }: HandlerContext): Handled {
  if (request.method !== 'PUT') return { answer: reply(406, HEADERS, 'unsupported http method\n') };
  const text = request.body ?? '';
  const error = levelError(text);
  if (error !== null) return { answer: reply(400, HEADERS, `${error}\n`) };
  return {
    answer: reply(200, HEADERS, `successfully set klog.logging.verbosity to ${text}\n`),
    process: { ...process, verbosity: Number(text) },
  };
}

function levelError(text: string): string | null {
  const quoted = JSON.stringify(text);
  if (!/^\d+$/.test(text)) return `strconv.ParseUint: parsing ${quoted}: invalid syntax`;
  if (Number(text) > 2 ** 32 - 1) return `strconv.ParseUint: parsing ${quoted}: value out of range`;
  // klog's own level is an int32.
  if (Number(text) <= 2 ** 31 - 1) return null;
  return `failed set klog.logging.verbosity ${text}: strconv.ParseInt: parsing ${quoted}: value out of range`;
}
