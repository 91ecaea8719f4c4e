import type { Invocation } from '../invocation.ts';
import type { Selection, Unread, Wanted } from '../kinds/selection.ts';
import { failed, type Result } from '../kubeError.ts';
import { infosOf } from '../write/manifest/infos.ts';

/** The objects that manifests name (`-f`), each where its manifest says that it is. */
export function manifestSelection(invocation: Invocation): Result<Selection> {
  const unreached = invocation.discover();
  if (unreached !== null) return failed(unreached);
  const infos = infosOf(invocation, false);
  if (!infos.ok) return infos;
  const wanted: Wanted[] = [];
  const unread: Unread[] = [];
  for (const info of infos.value) {
    if (info.ok) wanted.push(info.value);
    else unread.push({ before: wanted.length, error: info.error });
  }
  return { ok: true, value: { wanted, unread, named: true, single: infos.value.length === 1 } };
}
