import type { NodeCommand } from '../../command.ts';
import { complained, notModelled } from '../answer.ts';
import { prepareArguments } from '../curl/prepare.ts';
import { transfer } from '../curl/transfer.ts';
import { allGiven, isGiven, lastGiven, type OptionSpec, readOptions } from '../getopt.ts';

const OPTIONS: readonly OptionSpec[] = [
  { key: 'quiet', short: 'q', long: 'quiet' },
  { key: 'output', short: 'O', long: 'output-document', argument: 'required' },
  { key: 'insecure', long: 'no-check-certificate' },
  { key: 'cacert', long: 'ca-certificate', argument: 'required' },
  { key: 'cert', long: 'certificate', argument: 'required' },
  { key: 'key', long: 'private-key', argument: 'required' },
  { key: 'header', long: 'header', argument: 'required' },
  { key: 'data', long: 'post-data', argument: 'required' },
  { key: 'method', long: 'method', argument: 'required' },
  { key: 'body', long: 'content-on-error' },
  { key: 'time', short: 'T', long: 'timeout', argument: 'required' },
  { key: 'tries', short: 't', long: 'tries', argument: 'required' },
];

/** wget's exit codes for curl's: 4 network, 5 the certificate; a status above 399 is looked at by itself. */
const CODES: Readonly<Record<number, number>> = { 0: 0, 23: 3, 60: 5 };

/** `wget -q`: a request that says nothing of itself. What wget tells without `-q` is not modelled. Models wget 1.21. */
export const wget: NodeCommand = {
  name: 'wget',
  run(parameters, { world, node, workingDirectory, stdin, terminal }) {
    const read = readOptions('wget', parameters, OPTIONS);
    if (!read.ok) return notModelled(`${read.message}: if it is real, it is not modelled; curl knows more.`, 2);
    const { given, operands } = read;
    const [url] = operands;
    if (url === undefined)
      return complained("wget: missing URL\nUsage: wget [OPTION]... [URL]...\n\nTry `wget --help' for more options.\n");
    if (operands.length > 1) return notModelled('wget takes one URL here.', 2);
    if (!isGiven(given, 'quiet'))
      return notModelled('what wget tells of its progress is not modelled: try wget -qO- URL, or curl.', 2);
    const name =
      lastGiven(given, 'output') ??
      /\/([^/?#]+)(?:[?#].*)?$/.exec(url.replace(/^[a-z]+:\/\/[^/]*/i, ''))?.[1] ??
      'index.html';
    const pair = (option: string, key: string): readonly string[] => {
      const value = lastGiven(given, key);
      return value === null ? [] : [option, value];
    };
    const words = [
      ...['-s', '-L', '-A', 'Wget/1.21.3', '-w', '%{stderr}%{http_code}', url],
      ...(isGiven(given, 'body') ? [] : ['-f']),
      ...(name === '-' ? [] : ['-o', name]),
      ...(isGiven(given, 'insecure') ? ['-k'] : []),
      ...pair('--cacert', 'cacert'),
      ...pair('--cert', 'cert'),
      ...pair('--key', 'key'),
      ...pair('-d', 'data'),
      ...pair('-X', 'method'),
      ...pair('-m', 'time'),
      ...allGiven(given, 'header').flatMap((header) => ['-H', header]),
    ];
    const prepared = prepareArguments(words, { world, node, workingDirectory, stdin, terminal: terminal.stdout });
    const { stdout, stderr, exitCode, events } = transfer(prepared, world, node);
    const status = Number(/(\d{3})$/.exec(stderr)?.[1] ?? 0);
    const code = status === 401 ? 6 : status >= 400 ? 8 : (CODES[exitCode] ?? 4);
    return {
      stdout,
      stderr: stderr.startsWith('portside: ') ? stderr.replace(/\d{3}$/, '') : '',
      exitCode: code,
      events,
    };
  },
};
