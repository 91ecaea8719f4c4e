import type { JsonObject } from '../../../json.ts';
import { objectAt, textAt } from '../../json.ts';
import { labelErrors } from './names.ts';

/** What a client is warned of about an object that was stored all the same. Models GetWarningsForPod in pkg/api/pod/warnings.go, v1.36. */
export function objectWarnings(kind: string, object: JsonObject): readonly string[] {
  const metadata = objectAt(object, 'metadata');
  const complaints = kind === 'Pod' ? labelErrors(textAt(metadata, 'name')) : [];
  if (complaints.length === 0) return [];
  const advice =
    "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended";
  return [`${advice}: [${complaints.join(', ')}]`];
}
