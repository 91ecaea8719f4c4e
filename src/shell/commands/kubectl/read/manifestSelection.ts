import { objectAt, textAt } from '#engine/apiserver/json.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { Invocation } from '../invocation.ts';
import { resourceOfKind } from '../kinds/mapper.ts';
import type { Selection, Wanted } from '../kinds/selection.ts';
import { failed, type Result } from '../kubeError.ts';
import { readManifests } from '../write/manifest/manifests.ts';
import { readSources } from '../write/manifest/sources.ts';

/** The objects that manifests name (`-f`), all of them in the namespace that is asked for. */
export function manifestSelection(
  invocation: Invocation,
  files: readonly string[],
  namespace: string,
): Result<Selection> {
  const { workingDirectory, stdin } = invocation.context;
  const desk = { files: invocation.files(), workingDirectory, stdin };
  const sources = readSources(files, invocation.flags.on('recursive'), desk);
  if (!sources.ok) return sources;
  const unreached = invocation.discover();
  if (unreached !== null) return failed(unreached);
  const wanted: Wanted[] = [];
  for (const read of readManifests(sources.value, () => null)) {
    if (!read.ok) return read;
    const { object } = read.value;
    const [kind, apiVersion] = [textAt(object, 'kind'), textAt(object, 'apiVersion')];
    const metadata = objectAt(object, 'metadata');
    const resource = resourceOfKind(apiVersion, kind);
    if (resource === null) {
      return failed(
        `resource mapping not found for name: ${goQuote(textAt(metadata, 'name'))} namespace: ${goQuote(textAt(metadata, 'namespace') || namespace)} from ${goQuote(read.value.source)}: no matches for kind ${goQuote(kind)} in version ${goQuote(apiVersion)}\nensure CRDs are installed first`,
      );
    }
    wanted.push({ resource, name: textAt(metadata, 'name') });
  }
  return { ok: true, value: { wanted, named: true, single: wanted.length === 1 } };
}
