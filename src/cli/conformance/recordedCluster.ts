import { parseAllDocuments } from 'yaml';
import type { Cluster } from '#engine/apiserver/cluster.ts';
import { newCluster } from '#engine/apiserver/newCluster.ts';
import { issueToken, type ServiceAccountName } from '#engine/apiserver/tokens.ts';
import type { JsonObject } from '#engine/json.ts';
import { KEY_POOL } from '#engine/pki/keys.data.ts';
import { publicKeyOf } from '#engine/pki/keys.ts';
import { remembering } from '#engine/pki/memo.ts';
import type { CaseNames } from './caseNames.ts';
import { pem } from './recordedHost.ts';
import type { RecordedCase, Recordings } from './recording.ts';

/** The objects of a text of several YAML documents. Cases share their clusters, so a text is read once. */
const objectsIn: (text: string) => readonly (JsonObject | null)[] = remembering(16, (text) =>
  parseAllDocuments(text).map((document) => document.toJS() as JsonObject | null),
);

/** How long the recorder's tokens were good: a day. */
const TOKEN_SECONDS = 86_400;

/**
 * The API server of a case: bootstrap roles, the objects of `clusters/<name>.yaml`, and the service accounts (with
 * their namespaces) whose tokens the case sends. Throws when the folder has no such cluster.
 */
export function recordedCluster(recorded: RecordedCase, recordings: Recordings, names: CaseNames): Cluster {
  const text = recordings.clusters.get(recorded.cluster);
  if (text === undefined) throw new Error(`the recordings have no clusters/${recorded.cluster}.yaml`);
  const documents = objectsIn(text);
  const sent = recorded.exchanges.flatMap(({ request }) => request.token ?? []);
  const accounts = [...new Set([names.token, ...sent])].flatMap((token) => accountOf(token) ?? []);
  const namespaces = [...new Set(accounts.map(({ namespace }) => namespace))];
  const privateKey = KEY_POOL[0] ?? '';
  return newCluster({
    clientCA: pem(recordings, 'ca.crt'),
    serviceAccountKey: { privateKey, publicKey: publicKeyOf(privateKey) ?? '' },
    endpoint: '127.0.0.1:6443',
    objects: [
      ...namespaces.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
      ...accounts.map((account) => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { ...account } })),
      ...documents.filter((object) => object !== null),
    ],
    kubeletClient: { certificate: pem(recordings, 'apiserver-kubelet-client.crt') },
  });
}

/** The text that a recorded `token` stands for: a service account's valid token, or itself. `now` in milliseconds. */
export function tokenText(token: string, cluster: Cluster, now: number): string {
  const account = accountOf(token);
  return account === null ? token : issueToken(cluster, account, now, TOKEN_SECONDS);
}

/** `namespace/name` as an account; null for any other text. */
function accountOf(token: string): ServiceAccountName | null {
  const parts = /^([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(token);
  return parts === null ? null : { namespace: parts[1] ?? '', name: parts[2] ?? '' };
}
