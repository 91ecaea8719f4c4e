import type { Handled, HandlerContext } from './handler.ts';
import { zpage } from './zpages.ts';

/**
 * `/flagz`: every flag with its value, which is not the effective configuration: a value that only the file sets is
 * not here. Models apiserver/pkg/server/flagz/flagz.go, v1.36 (whose separator is random: we always take `: `).
 */
export function flagz(context: HandlerContext): Handled {
  const flags = Object.values(context.process.config.flags).sort((a, b) => (a.flag < b.flag ? -1 : 1));
  return zpage(context, {
    name: 'flagz',
    kind: 'Flagz',
    text: flags.map(({ flag, text }) => `${flag}: ${text}\n`).join(''),
    fields: { flags: Object.fromEntries(flags.map(({ flag, text }) => [flag, text])) },
  });
}
