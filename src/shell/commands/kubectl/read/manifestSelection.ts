import type { Invocation } from '../invocation.ts';
import type { Selection, Wanted } from '../kinds/selection.ts';
import { failed, type Result } from '../kubeError.ts';
import { infosOf } from '../write/manifest/infos.ts';

/** The objects that manifests name (`-f`), each where its manifest says that it is. */
export function manifestSelection(invocation: Invocation): Result<Selection> {
  const unreached = invocation.discover();
  if (unreached !== null) return failed(unreached);
  const infos = infosOf(invocation, false);
  if (!infos.ok) return infos;
  const wanted = infos.value.flatMap((info): readonly Wanted[] => (info.ok ? [info.value] : []));
  const unread = infos.value.flatMap((info) => (info.ok ? [] : [info.error]));
  return { ok: true, value: { wanted, unread, named: true, single: infos.value.length === 1 } };
}
