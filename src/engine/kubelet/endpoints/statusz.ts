import { rfc3339, unixDate } from '../../time.ts';
import type { Handled, HandlerContext } from './handler.ts';
import { patternsOf } from './patterns.ts';
import { WEB_SERVICES } from './webService.table.ts';
import { zpage } from './zpages.ts';

/**
 * `/statusz`: since when, which binary, which plain handlers. Models apiserver/pkg/server/statusz/statusz.go, v1.36
 * (whose delimiter is random: we always take `:`). In the days of text alone no paths are told.
 */
export function statusz(context: HandlerContext): Handled {
  const { process, world, release } = context;
  const up = Math.max(0, Math.floor((world.now - process.startedAt) / 1000));
  const { go, zpages } = release.traits;
  const version = `1.${release.minor}`;
  const paths = listedPaths(context);
  const two = (value: number) => String(value).padStart(2, '0');
  const uptime = `${Math.floor(up / 3600)} hr ${two(Math.floor(up / 60) % 60)} min ${two(up % 60)} sec`;
  return zpage(context, {
    name: 'statusz',
    kind: 'Statusz',
    text: `
Started: ${unixDate(process.startedAt)}
Up: ${uptime}
Go version: ${go}
Binary version: ${version}
Emulation version: ${version}
${zpages === 'text' ? '' : `Paths: ${paths.join(' ')}`}
`,
    fields: {
      startTime: rfc3339(process.startedAt),
      uptimeSeconds: up,
      goVersion: go,
      binaryVersion: version,
      emulationVersion: version,
      paths,
    },
  });
}

/** First parts of the plain handlers' paths; web services are not on go-restful's list, nor is `/statusz` itself. */
function listedPaths({ process, role, release }: HandlerContext): readonly string[] {
  const roots = new Set<string>();
  for (const [pattern, endpoint] of patternsOf(process.config, role, release.minor)) {
    if (endpoint !== 'statusz' && !Object.hasOwn(WEB_SERVICES, endpoint)) roots.add(`/${pattern.split('/')[1] ?? ''}`);
  }
  return [...roots].sort();
}
