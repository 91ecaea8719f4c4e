import type { Cluster } from '../../apiserver/cluster.ts';
import { publicKeyOf, readPrivateKey, readPublicKey } from '../../pki/keys.ts';
import type { ContainerView } from '../mounts.ts';
import { flagItems, flagText, type GivenFlags } from '../readFlags.ts';

/** The keys of service account tokens, and what is wrong with their files: with the one that signs, with those that check. */
export interface ServiceAccountKeys {
  readonly pair: Cluster['serviceAccountKey'];
  readonly signingError: string | null;
  readonly keyError: string | null;
}

/**
 * `--service-account-signing-key-file` and `--service-account-key-file`, of which the one that fits the signing key counts.
 * Models pkg/controlplane/apiserver/options/options.go and client-go/util/keyutil, v1.36.
 */
export function serviceAccountKeyOf(flags: GivenFlags, view: ContainerView): ServiceAccountKeys {
  const signing = flagText(flags, 'service-account-signing-key-file');
  const signer = signing === '' ? { text: '' } : view(signing);
  const prefix = 'failed to parse service-account-issuer-key-file: ';
  const nothing = { privateKey: '', publicKey: '' };
  if ('error' in signer) return { pair: nothing, signingError: prefix + signer.error, keyError: null };
  if (signing !== '' && readPrivateKey(signer.text) === null) {
    const error = `${prefix}error reading private key file ${signing}: data does not contain a valid RSA or ECDSA private key`;
    return { pair: nothing, signingError: error, keyError: null };
  }
  const keys: string[] = [];
  for (const path of flagItems(flags, 'service-account-key-file')) {
    const file = view(path);
    if ('error' in file) return { pair: nothing, signingError: null, keyError: file.error };
    const key = readPublicKey(file.text) === null ? publicKeyOf(file.text) : file.text;
    if (key === null) {
      const keyError = `error reading public key file ${path}: data does not contain any valid RSA or ECDSA public keys`;
      return { pair: nothing, signingError: null, keyError };
    }
    keys.push(key);
  }
  const own = publicKeyOf(signer.text)?.trim();
  const publicKey = keys.find((key) => key.trim() === own) ?? keys[0] ?? '';
  return { pair: { privateKey: signer.text, publicKey }, signingError: null, keyError: null };
}
