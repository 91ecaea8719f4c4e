import type { NodeCommand } from '../../command.ts';
import { CURL_MANUAL } from './manual.table.ts';
import { CURL_OPTIONS } from './options.table.ts';
import { prepareArguments } from './prepare.ts';
import { transfer } from './transfer.ts';

/** `curl`: requests to the ports of nodes and to the API server. Models curl 7.88.1 with OpenSSL 3.0. */
export const curl: NodeCommand = {
  name: 'curl',
  manual: CURL_MANUAL,
  run(parameters, { world, node, workingDirectory, stdin, terminal }) {
    const prepared = prepareArguments(parameters, { world, node, workingDirectory, stdin, terminal: terminal.stdout });
    const { stdout, stderr, written, exitCode, events } = transfer(prepared, world, node);
    return { stdout, stderr, written, exitCode, events };
  },
  complete(words) {
    const last = words.at(-1) ?? '';
    if (!last.startsWith('--')) return [];
    return CURL_OPTIONS.map(({ name }) => `--${name}`)
      .filter((name) => name.startsWith(last))
      .sort()
      .map((insert) => ({ insert }));
  },
};
