import { decodeBase64, utf8Text } from '../pki/bytes.ts';
import { parseTime } from '../time.ts';
import type { Cluster } from './cluster.ts';
import { objectAt, textAt } from './json.ts';
import { objectOf } from './objects.ts';

/** Where bootstrap tokens are kept, and as what. */
export const TOKEN_NAMESPACE = 'kube-system';
export const TOKEN_TYPE = 'bootstrap.kubernetes.io/token';
export const TOKEN_PATTERN = /^([a-z0-9]{6})\.([a-z0-9]{16})$/;

/** A bootstrap token as its Secret tells it. */
export interface BootstrapToken {
  readonly id: string;
  readonly secret: string;
  readonly description: string;
  /** As written, RFC 3339; '' when it never ends. */
  readonly expiration: string;
  readonly usages: readonly string[];
  readonly groups: readonly string[];
}

/** The bootstrap token of an id; null when there is none, or its Secret is no token's. */
export function bootstrapTokenOf(cluster: Cluster, id: string): BootstrapToken | null {
  const secret = objectOf(cluster, { kind: 'Secret', namespace: TOKEN_NAMESPACE, name: `bootstrap-token-${id}` });
  if (secret === null || textAt(secret, 'type') !== TOKEN_TYPE) return null;
  const data = objectAt(secret, 'data');
  const text = (key: string) => utf8Text(decodeBase64(textAt(data, key)) ?? '') ?? '';
  if (text('token-id') !== id) return null;
  const usages = Object.keys(data).filter((key) => key.startsWith('usage-bootstrap-') && text(key) === 'true');
  return {
    id,
    secret: text('token-secret'),
    description: text('description'),
    expiration: text('expiration'),
    usages: usages.map((key) => key.slice('usage-bootstrap-'.length)).sort(),
    groups: text('auth-extra-groups')
      .split(',')
      .filter((group) => group !== ''),
  };
}

/** Whether a token has ended at a moment; one whose end cannot be read has. */
export function hasEnded({ expiration }: BootstrapToken, now: number): boolean {
  return expiration !== '' && !(parseTime(expiration) > now);
}
