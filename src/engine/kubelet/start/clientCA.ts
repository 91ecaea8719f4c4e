import { textAt } from '../../config/effective.ts';
import { readText } from '../../host/files.ts';
import type { LogLine } from '../../host/journal.ts';
import type { Place } from '../../host/place.ts';
import { readBundle } from '../../pki/certificate.ts';
import type { KubeletProcess } from '../process.ts';
import { placeOf } from './certificates.ts';
import { bundleError, bundleName } from './clientBundle.ts';
import type { StartContext } from './context.ts';
import { readError } from './servingPair.ts';

const CLIENT_CA = 'authentication.x509.clientCAFile';

/** The client CA bundle a start ends up with; null when none is configured. */
export type LoadedClientCA =
  | {
      readonly ok: true;
      readonly clientCA: KubeletProcess['clientCA'];
      readonly log: readonly LogLine[];
    }
  | { readonly ok: false; readonly error: string; readonly at?: Place };

/**
 * The error of a bad client CA file in a release that reads it for the handshake first; null when it may go on, or
 * reads it later. The caller adds `failed to construct kubelet dependencies: `.
 * Models InitializeTLS in cmd/kubelet/app/server.go and client-go/util/cert NewPool, v1.34.
 */
export function checkClientCA({ config, host, release }: StartContext): string | null {
  const path = textAt(config, CLIENT_CA);
  if (path === '' || release.traits.clientCARead !== 'with the TLS options') return null;
  const unreadable = readError(host.files, path);
  if (unreadable !== null) return `unable to load client CA file ${path}: ${unreadable}`;
  const bundle = readBundle(readText(host.files, path) ?? '');
  return bundle.ok ? null : `unable to load client CA file ${path}: error creating pool from ${path}: ${bundle.error}`;
}

/**
 * Reads the client CA bundle, as building the authenticators does. The caller adds `failed to run Kubelet: `.
 * Models NewDynamicCAContentFromFile in apiserver/pkg/server/dynamiccertificates, v0.36.
 */
export function loadClientCA({ config, host }: StartContext): LoadedClientCA {
  const path = textAt(config, CLIENT_CA);
  if (path === '') return { ok: true, clientCA: null, log: [] };
  const unreadable = readError(host.files, path);
  if (unreadable !== null) return { ok: false, error: unreadable, ...placeOf(config, CLIENT_CA) };
  const pem = readText(host.files, path) ?? '';
  const wrong = bundleError(path, pem);
  if (wrong !== null) return { ok: false, error: wrong, at: { file: path, line: 1 } };
  const text = `"Starting controller" name="${bundleName(path)}"`;
  return { ok: true, clientCA: { path, pem }, log: [{ level: 'I', source: 'dynamic_cafile_content.go:161', text }] };
}
