import type { Cluster } from '#engine/apiserver/cluster.ts';
import { objectAt, textAt } from '#engine/apiserver/json.ts';
import { loadConfigFile } from '#engine/config/configFiles.ts';
import { configure } from '#engine/config/configure.ts';
import type { EffectiveConfiguration } from '#engine/config/effective.ts';
import type { Slots } from '#engine/config/slots.ts';
import type { Files } from '#engine/host/files.ts';
import { minorOf } from '#engine/versions/release.ts';
import { FLEET_WORDS as WORDS } from './words.ts';

/** What the cluster's ConfigMap makes of a kubelet of a version. */
export interface Wanted {
  readonly config: EffectiveConfiguration;
  /** What it says itself, field by field. */
  readonly slots: Slots;
}

/** Fields that are each machine's own: kubeadm patches them in, or the kubelet fills them. */
export const OWN: ReadonlySet<string> = new Set(['containerRuntimeEndpoint']);

const NAME = '/kubelet-config';
const KEY = 'ConfigMap/kube-system/kubelet-config';

/** What the nodes of a cluster are to be, by their kubelet's version; or why that cannot be said. */
export function wantedIn({ objects }: Cluster): (version: string) => Wanted | { readonly trouble: string } {
  const map = Object.hasOwn(objects, KEY) ? objects[KEY] : undefined;
  if (map === undefined) return () => ({ trouble: WORDS.noConfigMap });
  const text = textAt(objectAt(map, 'data'), 'kubelet');
  if (text === '') return () => ({ trouble: WORDS.noKey });
  const known = new Map<string, Wanted | { readonly trouble: string }>();
  return (version) => {
    const ready = known.get(version) ?? readWanted(text, version);
    known.set(version, ready);
    return ready;
  };
}

function readWanted(text: string, version: string): Wanted | { readonly trouble: string } {
  const files: Files = {
    [NAME]: { kind: 'file', text, mode: 0o644, owner: 'root', group: 'root', modifiedAt: 0 },
  };
  const argv = [{ text: `--config=${NAME}`, at: null }];
  const configured = configure({ argv, files, version, cgroup: 2, workingDirectory: '/' });
  const loaded = loadConfigFile(NAME, '/', files, minorOf(version));
  if (!configured.ok) return { trouble: WORDS.unreadable(configured.error) };
  return { config: configured.config, slots: loaded.ok ? loaded.slots : new Map() };
}
