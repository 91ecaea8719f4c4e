import { type ReadCertificate, readChain } from '#engine/pki/certificate.ts';
import { pemBlocks } from '#engine/pki/pem.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { CommandContext } from '../../command.ts';
import { openFile } from '../../paths.ts';
import { missingFile, unreadable } from './errors.ts';

/** The text of a file of the node; null when there is none. */
export function fileText({ world, node, workingDirectory }: CommandContext, name: string): string | null {
  const opened = openFile(nodeNamed(world, node)?.host.files ?? {}, workingDirectory, name);
  return 'text' in opened ? opened.text : 'missing' in opened && opened.missing === 'directory' ? '' : null;
}

/** The text that a program reads: of a file, or of standard input when `name` is null; or why it cannot. */
export function inputText(
  context: CommandContext,
  name: string | null,
  what: string,
): { readonly text: string; readonly name: string } | { readonly error: string } {
  if (name === null || name === '-') return { text: context.stdin, name: '<stdin>' };
  const text = fileText(context, name);
  return text === null ? { error: missingFile(what, name) } : { text, name };
}

/** The first certificate of an input, or OpenSSL's words about why there is none. */
export function inputCertificate(
  context: CommandContext,
  name: string | null,
  what: string,
): { readonly certificate: ReadCertificate } | { readonly error: string } {
  const input = inputText(context, name, what);
  if ('error' in input) return { error: `${input.error}Unable to load ${what}\n` };
  const [certificate] = readChain(input.text);
  if (certificate !== undefined) return { certificate };
  const isPem = pemBlocks(input.text).length > 0 || /^-----BEGIN /m.test(input.text);
  return { error: `${unreadable(what, input.name, isPem)}Unable to load ${what}\n` };
}
