import { type Handled, type HandlerContext, queryValue } from './handler.ts';
import { plain, reply, sniffed } from './reply.ts';

const BINARY = [
  ['Content-Type', 'application/octet-stream'],
  ['X-Content-Type-Options', 'nosniff'],
] as const;
const PROFILES = ['allocs', 'block', 'goroutine', 'heap', 'mutex', 'threadcreate'];

/**
 * `/debug/pprof/{profile}`: the command line in full; profiles as far as their names and errors go. The index has no
 * path here. Models InstallProfilingHandler in pkg/kubelet/server/server.go over net/http/pprof, v1.36.
 */
export function pprof(context: HandlerContext): Handled {
  const name = context.route.path.slice('/debug/pprof/'.length);
  if (name === 'cmdline') return { answer: plain(200, context.process.argv.map(({ text }) => text).join('\u0000')) };
  if (name === 'symbol') return { answer: plain(200, 'num_symbols: 1\n') };
  if (name === 'profile' || name === 'trace') {
    const headers = [...BINARY, ['Content-Disposition', `attachment; filename="${name}"`]] as const;
    return { answer: reply(200, headers, '') };
  }
  if (!PROFILES.includes(name)) {
    const headers = [
      ['X-Content-Type-Options', 'nosniff'],
      ['Content-Type', 'text/plain; charset=utf-8'],
      ['X-Go-Pprof', '1'],
    ] as const;
    return { answer: reply(404, headers, 'Unknown profile\n') };
  }
  if (queryValue(context, 'debug') !== '' && queryValue(context, 'debug') !== '0') {
    return { answer: plain(200, `${name} profile: total 0\n`) };
  }
  return {
    answer: { ...sniffed(200, ''), headers: [...BINARY, ['Content-Disposition', `attachment; filename="${name}"`]] },
  };
}
