import { booleanAt, type EffectiveConfiguration, textAt } from '../../config/effective.ts';
import { type Files, isDirectory, readText, writeText } from '../../host/files.ts';
import { keyPairError } from '../../pki/keyPair.ts';
import { selfSignedServing } from '../../pki/selfSigned.ts';

/** Paths of a serving certificate and its key. */
export interface Pair {
  readonly certificate: string;
  readonly key: string;
}

/** Whether a kubelet is given no serving certificate at all, so that it makes its own. */
export function makesItsOwn(config: EffectiveConfiguration): boolean {
  const given = textAt(config, 'tlsCertFile') !== '' || textAt(config, 'tlsPrivateKeyFile') !== '';
  return !given && !booleanAt(config, 'serverTLSBootstrap');
}

/** `--cert-dir`. */
export function certificateDirectory(config: EffectiveConfiguration): string {
  return (config.flags['cert-dir']?.text || '/var/lib/kubelet/pki').replace(/\/+$/, '');
}

/** The paths of the pair that a kubelet makes for itself. */
export function ownPair(config: EffectiveConfiguration): Pair {
  const directory = certificateDirectory(config);
  return { certificate: `${directory}/kubelet.crt`, key: `${directory}/kubelet.key` };
}

/** The files with a fresh pair of the kubelet's own: the key for root's eyes only. */
export function withOwnPair(files: Files, pair: Pair, hostname: string, now: number): Files {
  const made = selfSignedServing(hostname, now);
  return writeText(writeText(files, pair.certificate, made.certificate, now), pair.key, made.key, now, 0o600);
}

/** The error of reading and checking a pair, as the kubelet's dynamic content logs it too; null when it can serve. */
export function pairError(files: Files, pair: Pair): string | null {
  for (const path of [pair.certificate, pair.key]) {
    const error = readError(files, path);
    if (error !== null) return error;
  }
  const [certificate, key] = [readText(files, pair.certificate) ?? '', readText(files, pair.key) ?? ''];
  if (certificate === '' || key === '') return `missing content for serving cert "${servingName(pair)}"`;
  return keyPairError(certificate, key);
}

/** The name under which the kubelet logs its serving pair. */
export function servingName({ certificate, key }: Pair): string {
  return `kubelet-server-cert-files::${certificate}::${key}`;
}

/** The error that opening or reading a file gives, in Go's words; null when it can be read. */
export function readError(files: Files, path: string): string | null {
  if (readText(files, path) !== null) return null;
  return isDirectory(files, path) ? `read ${path}: is a directory` : `open ${path}: no such file or directory`;
}
