import { goQuote } from '../../config/go/quote.ts';
import { readBundle } from '../../pki/certificate.ts';

/** The name under which the kubelet logs its client CA bundle. */
export function bundleName(path: string): string {
  return `client-ca-bundle::${path}`;
}

/**
 * Why a text is no client CA bundle; null when it is one.
 * Models loadCABundle in apiserver/pkg/server/dynamiccertificates/dynamic_cafile_content.go, v0.36.
 */
export function bundleError(path: string, pem: string): string | null {
  if (pem === '') return `missing content for CA bundle ${goQuote(bundleName(path))}`;
  const bundle = readBundle(pem);
  return bundle.ok ? null : `error loading CA bundle for ${goQuote(bundleName(path))}: ${bundle.error}`;
}
