import { booleanAt } from '../../config/effective.ts';
import { childNames } from '../../host/containers/containerFiles.ts';
import { httpDate } from '../../time.ts';
import type { HttpAnswer } from '../exchange.ts';
import { escapePath } from './goUrl.ts';
import { type Handled, type HandlerContext, headerOf } from './handler.ts';
import { queryLogs } from './logQuery.ts';
import { type LogTree, logTree } from './logTree.ts';
import { escapeHtml, httpError, reply } from './reply.ts';

/**
 * `/logs/…`: a file server over the node's `/var/log`, and the log query where it is switched on.
 * Models ServeLogs in pkg/kubelet/kubelet.go over http.FileServer, v1.36.
 */
export function logs(context: HandlerContext): Handled {
  const below = context.route.path.slice('/logs/'.length);
  const tree = logTree(context);
  if (booleanAt(context.process.config, 'enableSystemLogQuery') && context.process.config.gates.NodeLogQuery === true) {
    const queried = queryLogs(context, tree, below);
    if ('answer' in queried) return queried;
    if (queried.file !== null) return { answer: serve(tree, queried.file, context) };
  }
  return { answer: serve(tree, below, context) };
}

/** Models http.FileServer: listings, files with ranges, redirects between `x` and `x/`. */
function serve(tree: LogTree, below: string, { request }: HandlerContext): HttpAnswer {
  const parts = below.split('/').filter((part) => part !== '' && part !== '.');
  const path = `/var/log${parts.map((part) => `/${part}`).join('')}`;
  const slashed = below === '' || below.endsWith('/');
  const last = parts.at(-1) ?? '';
  if (last === 'index.html') return reply(301, [['Location', './']], '');
  const file = Object.hasOwn(tree.texts, path) ? tree.texts[path] : undefined;
  if (file !== undefined) {
    if (slashed) return reply(301, [['Location', `../${escapePath(last)}`]], '');
    return content(file.text, file.at, headerOf(request, 'Range'));
  }
  const names = childNames(tree.paths, path);
  const isDirectory = path === '/var/log' || names.length > 0 || tree.paths.includes(path);
  if (!isDirectory || parts.includes('..')) return httpError(404, '404 page not found');
  if (!slashed) return reply(301, [['Location', `${escapePath(last)}/`]], '');
  const rows = names.map((name) => {
    const shown = Object.hasOwn(tree.texts, `${path}/${name}`) ? name : `${name}/`;
    return `<a href="${escapePath(shown)}">${escapeHtml(shown)}</a>\n`;
  });
  const page = `<!doctype html>\n<meta name="viewport" content="width=device-width">\n<pre>\n${rows.join('')}</pre>\n`;
  return reply(200, [['Content-Type', 'text/html; charset=utf-8']], page);
}

/** Models http.ServeContent for one range; a range that does not fit is a 416. */
function content(text: string, at: number, range: string): HttpAnswer {
  const type = ['Content-Type', 'text/plain; charset=utf-8'] as const;
  const common = [
    ['Accept-Ranges', 'bytes'],
    ['Last-Modified', httpDate(at)],
  ] as const;
  const parts = /^bytes=(\d*)-(\d*)$/.exec(range);
  if (parts === null || (parts[1] === '' && parts[2] === '')) return reply(200, [...common, type], text);
  const last = text.length - 1;
  const start = parts[1] === '' ? Math.max(0, text.length - Number(parts[2])) : Number(parts[1]);
  const end = parts[1] === '' || parts[2] === '' ? last : Math.min(Number(parts[2]), last);
  if (start > last || start > end) {
    const refused = httpError(416, 'invalid range: failed to overlap');
    return { ...refused, headers: [...refused.headers, ['Content-Range', `bytes */${text.length}`]] };
  }
  const where = ['Content-Range', `bytes ${start}-${end}/${text.length}`] as const;
  return reply(206, [...common, where, type], text.slice(start, end + 1));
}
