import { encodeBase64Url, utf8Bytes } from '../pki/bytes.ts';
import { digest } from '../pki/digest.ts';
import { remembering } from '../pki/memo.ts';
import { pemBlocks } from '../pki/pem.ts';
import { signText } from '../pki/sign.ts';
import type { Cluster } from './cluster.ts';
import { objectAt, textAt } from './json.ts';
import { objectOf } from './objects.ts';
import { uidOf } from './uid.ts';

/** `--service-account-issuer` as kubeadm sets it; also the audience of every token. */
export const ISSUER = 'https://kubernetes.default.svc.cluster.local';

/** Who a token is for. */
export interface ServiceAccountName {
  readonly namespace: string;
  readonly name: string;
}

/** What a token may carry beside its account: other audiences, the pod that it dies with, and that pod's node. */
export interface TokenExtras {
  readonly audiences?: readonly string[];
  readonly pod?: { readonly name: string; readonly uid: string };
  readonly node?: { readonly name: string; readonly uid: string };
}

/**
 * A token for a service account, as `kubectl create token` gets it: a JWT signed with RS256, good from `now`
 * (milliseconds since the epoch) for `seconds`. The same account, moment and duration always give the same token; an
 * account that does not exist gives a token that no review accepts, and a signing key that is none gives `''`.
 * Models pkg/serviceaccount/{claims,jwt}.go, v1.36.
 */
export function issueToken(
  cluster: Cluster,
  account: ServiceAccountName,
  now: number,
  seconds: number,
  { audiences = [], pod, node }: TokenExtras = {},
): string {
  const { namespace, name } = account;
  const object = objectOf(cluster, { kind: 'ServiceAccount', namespace, name });
  const uid = textAt(objectAt(object ?? {}, 'metadata'), 'uid');
  const issuedAt = Math.floor(now / 1000);
  // Go's encoder sorts the claims of the merged map, so the order is alphabetical.
  const claims = {
    aud: audiences.length === 0 ? [ISSUER] : audiences,
    exp: issuedAt + seconds,
    iat: issuedAt,
    iss: ISSUER,
    jti: uidOf(
      [
        `${namespace}/${name}/${uid}/${issuedAt}/${seconds}`,
        ...audiences,
        ...(pod === undefined ? [] : [pod.uid]),
      ].join(' '),
    ),
    'kubernetes.io': {
      namespace,
      ...(node === undefined ? {} : { node }),
      ...(pod === undefined ? {} : { pod }),
      serviceaccount: { name, uid },
    },
    nbf: issuedAt,
    sub: `system:serviceaccount:${namespace}:${name}`,
  };
  const { privateKey, publicKey } = cluster.serviceAccountKey;
  const signed = `${encoded({ alg: 'RS256', kid: keyId(publicKey) })}.${encoded(claims)}`;
  const signature = signText(privateKey, signed);
  return signature === null ? '' : `${signed}.${signature}`;
}

/** The `kid` of a public key (PEM): base64url of the SHA-256 of its DER; '' when it is none. */
export const keyId: (publicKeyPem: string) => string = remembering(16, (pem) => {
  const block = pemBlocks(pem)[0];
  return block === undefined ? '' : encodeBase64Url(digest('SHA256', block.bytes));
});

function encoded(value: object): string {
  return encodeBase64Url(utf8Bytes(JSON.stringify(value)));
}
