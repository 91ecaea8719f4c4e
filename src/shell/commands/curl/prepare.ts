import { readText } from '#engine/host/files.ts';
import type { World } from '#engine/world/world.ts';
import { readCommandLine } from '../../commandLine.ts';
import { absolutePath, openFile } from '../../paths.ts';
import { globUrl } from './glob.ts';
import { nodeOf } from './hosts.ts';
import { advance } from './next.ts';
import type { CurlOptions } from './options.ts';
import { parseCurl } from './parse.ts';
import type { Prepared, Queued } from './plan.ts';
import { notModelled } from './said.ts';

/** Where a line is typed. `node` is a key of {@link World.nodes}. */
export interface CurlContext {
  readonly world: World;
  readonly node: string;
  /** `/root` */
  readonly workingDirectory: string;
  /** False when the output goes into a pipe or a recording, with the meter drawn; true (a screen) when left out. */
  readonly terminal?: boolean;
  /** What `-d @-` reads; nothing when left out. */
  readonly stdin?: string;
}

/**
 * Takes a line as typed on a node to the first request that it makes, or to its end when it makes none: curl's words and
 * exit code, or a sentence about what is not modelled. Any line whatsoever is taken. Files named on the line are the
 * node's. Models curl 7.88.1 with OpenSSL 3.0 on Debian 12.
 */
export function prepareCurl(line: string, context: CurlContext): Prepared {
  const { world, workingDirectory } = context;
  const files = nodeOf(world, context.node)?.host.files ?? {};
  const command = readCommandLine(line, (name) => openFile(files, workingDirectory, name));
  if (command.kind === 'said') return { kind: 'done', stdout: '', stderr: command.stderr, exitCode: command.exitCode };
  return prepareArguments(command.arguments, context, command.stderr);
}

/** As {@link prepareCurl}, from the words behind `curl`. `said` is what the shell wrote to standard error before. */
export function prepareArguments(parameters: readonly string[], context: CurlContext, said = ''): Prepared {
  const { world, workingDirectory } = context;
  const node = nodeOf(world, context.node);
  if (node === null) return { kind: 'done', ...notModelled(`there is no node ${context.node}.`) };
  const read = (name: string): string | null =>
    name === '-' ? (context.stdin ?? '') : readText(node.host.files, absolutePath(workingDirectory, name));
  const parsed = parseCurl(parameters, read);
  if (!parsed.ok) return { kind: 'done', ...parsed.said, stderr: said + parsed.said.stderr };
  return advance(world, {
    setting: { node: node.name, workingDirectory, terminal: context.terminal ?? true },
    options: parsed.options,
    queue: queueOf(parsed.options),
    kept: { to: null, number: -1, requests: 0 },
    before: { stdout: '', stderr: said + parsed.warnings },
    exitCode: 0,
  });
}

function queueOf(options: CurlOptions): readonly Queued[] {
  const queue: Queued[] = [];
  for (const [index, text] of options.urls.entries()) {
    const output = options.outputs[index] ?? null;
    const globbed = options.globOff ? { ok: true as const, urls: [text] } : globUrl(text);
    const urls = globbed.ok ? globbed.urls : [text];
    for (const url of urls) {
      queue.push({
        url: withQuery(options, url),
        output,
        number: queue.length,
        globError: globbed.ok ? null : globbed.error,
      });
    }
    if (!globbed.ok) break;
  }
  return queue;
}

/** `-G`: what `-d` holds goes behind the URL. */
function withQuery(options: CurlOptions, url: string): string {
  if (!options.get || options.data === null || options.data === '') return url;
  return `${url}${url.includes('?') ? '&' : '?'}${options.data}`;
}
