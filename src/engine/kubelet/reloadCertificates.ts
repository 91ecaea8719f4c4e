import { textAt } from '../config/effective.ts';
import { goQuote } from '../config/go/quote.ts';
import { type Files, readText } from '../host/files.ts';
import type { LogLine } from '../host/journal.ts';
import type { KubeletProcess } from './process.ts';
import { bundleError, bundleName } from './start/clientBundle.ts';
import { type Pair, pairError, readError, servingName } from './start/servingPair.ts';

/** A process after a look at its certificate files, and what it logged about them. */
export interface Reloaded {
  readonly process: KubeletProcess;
  readonly log: readonly LogLine[];
}

/** The files that a running kubelet watches. A change of any other file does not reach it before a restart. */
export function watchedFiles(process: KubeletProcess): readonly string[] {
  const pair = watchedPair(process);
  return [
    ...(process.clientCA === null ? [] : [process.clientCA.path]),
    ...(pair === null ? [] : [pair.certificate, pair.key]),
  ];
}

/**
 * What a running kubelet does when one of its {@link watchedFiles} has changed: it takes a good client CA bundle and a
 * good serving pair; of a bad or missing one it complains, and keeps the last good. Unchanged files change nothing.
 * Models dynamic_cafile_content.go and dynamic_serving_content.go in apiserver/pkg/server/dynamiccertificates, v0.36.
 */
export function reloadCertificates(process: KubeletProcess, files: Files): Reloaded {
  const authority = reloadClientCA(process, files);
  const serving = reloadServing(authority.process, files);
  return { process: serving.process, log: [...authority.log, ...serving.log] };
}

function reloadClientCA(process: KubeletProcess, files: Files): Reloaded {
  const { clientCA } = process;
  if (clientCA === null) return { process, log: [] };
  const { path } = clientCA;
  const missing = readError(files, path);
  const pem = readText(files, path) ?? '';
  if (missing === null && pem === clientCA.pem) return { process, log: [] };
  const wrong = missing ?? bundleError(path, pem);
  if (wrong === null) {
    const text = `"Loaded a new CA Bundle and Verifier" name=${goQuote(bundleName(path))}`;
    const line: LogLine = { level: 'I', source: 'dynamic_cafile_content.go:123', text };
    return { process: { ...process, clientCA: { path, pem } }, log: process.verbosity >= 2 ? [line] : [] };
  }
  const lost = `"Failed to watch CA file, will retry later" err="error adding watch for file ${path}: no such file or directory"`;
  const lines = [unhandled('dynamic_cafile_content.go:241', wrong, path)];
  return {
    process,
    log: missing === null ? lines : [{ level: 'E', source: 'dynamic_cafile_content.go:170', text: lost }, ...lines],
  };
}

function reloadServing(process: KubeletProcess, files: Files): Reloaded {
  const { serving } = process;
  const pair = watchedPair(process);
  if (serving.kind === 'none' || pair === null) return { process, log: [] };
  const wrong = pairError(files, pair);
  if (wrong !== null) return { process, log: [unhandled('dynamic_serving_content.go:221', wrong, pair.certificate)] };
  const certificate = readText(files, pair.certificate) ?? '';
  if (certificate === serving.certificate) return { process, log: [] };
  const text = `"Loaded a new cert/key pair" name=${goQuote(servingName(pair))}`;
  const line: LogLine = { level: 'I', source: 'dynamic_serving_content.go:116', text };
  return {
    process: { ...process, serving: { ...serving, certificate } },
    log: process.verbosity >= 2 ? [line] : [],
  };
}

/** The pair of a kubelet that serves with files; null when it has none, or the gate for reloading is off. */
function watchedPair({ config, serving }: KubeletProcess): Pair | null {
  const reloads = config.gates.ReloadKubeletServerCertificateFile !== false;
  if (!reloads || (serving.kind !== 'files' && serving.kind !== 'self-signed')) return null;
  const key = textAt(config, 'tlsPrivateKeyFile') || serving.path.replace(/\.crt$/, '.key');
  return { certificate: serving.path, key };
}

/** Models utilruntime.HandleError in apimachinery/pkg/util/runtime/runtime.go, v0.36. */
function unhandled(source: string, error: string, path: string): LogLine {
  const text = `"Unhandled Error" err=${goQuote(`key failed with : ${error}`)} logger="UnhandledError"`;
  return { level: 'E', source, text, about: { file: path, line: 1 } };
}
