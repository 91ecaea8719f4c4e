import type { Handled, HandlerContext } from './handler.ts';
import { plain, sniffed } from './reply.ts';

/** The checks of a port, in the order listed. */
function checksOf({ role, release }: HandlerContext): readonly string[] {
  return role === 'healthz' ? ['ping'] : release.traits.healthChecks;
}

/**
 * `/healthz`: `ok`, or the list of checks with `?verbose`. All checks of a running kubelet pass here. `exclude` skips
 * checks by name. Models handleRootHealth in apiserver/pkg/server/healthz/healthz.go, v1.36.
 */
export function healthz(context: HandlerContext): Handled {
  if (context.query.size === 0) return { answer: plain(200, 'ok') };
  const excluded = new Set(context.query.get('exclude') ?? []);
  const lines: string[] = [];
  for (const name of checksOf(context)) {
    lines.push(excluded.delete(name) ? `[+]${name} excluded: ok\n` : `[+]${name} ok\n`);
  }
  if (excluded.size > 0) {
    const names = [...excluded].sort().map((name) => JSON.stringify(name));
    lines.push(`warn: some health checks cannot be excluded: no matches for ${names.join(',')}\n`);
  }
  if (!context.query.has('verbose')) return { answer: plain(200, 'ok') };
  return { answer: plain(200, `${lines.join('')}healthz check passed\n`) };
}

/** `/healthz/<check>`: one check alone. */
export function healthzCheck(): Handled {
  return { answer: sniffed(200, 'ok') };
}
