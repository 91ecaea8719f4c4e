import type { Handled, HandlerContext } from './handler.ts';
import { headerOf } from './handler.ts';
import { reply } from './reply.ts';
import { negotiate, notAcceptable, structured } from './zpages.ts';

const HEADER = `
kubelet flagz
Warning: This endpoint is not meant to be machine parseable, has no formatting compatibility guarantees and is for debugging purposes only.
`;

/**
 * `/flagz`: every flag with its value, which is not the effective configuration: a value that only the file sets is
 * not here. Models apiserver/pkg/server/flagz/flagz.go, v1.36 (whose separator is random: we always take `: `).
 */
export function flagz(context: HandlerContext): Handled {
  const chosen = negotiate(headerOf(context.request, 'Accept'), 'Flagz');
  if (chosen === null) return { answer: notAcceptable(context.request) };
  const flags = Object.values(context.process.config.flags).sort((a, b) => (a.flag < b.flag ? -1 : 1));
  if (chosen.type === 'text/plain') {
    const lines = flags.map(({ flag, text }) => `${flag}: ${text}\n`);
    return { answer: reply(200, [['Content-Type', 'text/plain; charset=utf-8']], `${HEADER}${lines.join('')}`) };
  }
  const object = {
    kind: 'Flagz',
    apiVersion: `config.k8s.io/${chosen.version}`,
    metadata: { name: 'kubelet' },
    flags: Object.fromEntries(flags.map(({ flag, text }) => [flag, text])),
  };
  return { answer: structured(context, 'flagz', chosen, object) };
}
