import { labelKeyErrors, labelValueErrors } from '../../../config/go/labels.ts';
import type { JsonObject } from '../../../json.ts';
import { objectAt, textAt } from '../../json.ts';
import type { Resource } from '../resource.ts';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const LABEL_RULE =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const SUBDOMAIN_RULE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

/** Complaints about a DNS label, none for a good one. Models IsDNS1123Label in apimachinery/pkg/util/validation, v0.36. */
export function labelErrors(name: string): readonly string[] {
  return [
    ...(name.length > 63 ? ['must be no more than 63 characters'] : []),
    ...(LABEL.test(name) ? [] : [LABEL_RULE]),
  ];
}

/** Complaints about a DNS subdomain. Models IsDNS1123Subdomain, v0.36. */
export function subdomainErrors(name: string): readonly string[] {
  return [
    ...(name.length > 253 ? ['must be no more than 253 characters'] : []),
    ...(SUBDOMAIN.test(name) ? [] : [SUBDOMAIN_RULE]),
  ];
}

/** Models IsValidPathSegmentName in apimachinery/pkg/api/validation/path, v0.36. */
function segmentErrors(name: string): readonly string[] {
  if (name === '.' || name === '..') return [`may not be '${name}'`];
  return ['/', '%'].filter((one) => name.includes(one)).map((one) => `may not contain '${one}'`);
}

function nameErrors(resource: Resource, name: string): readonly string[] {
  if (resource.kind === 'Namespace') return labelErrors(name);
  return resource.group === 'rbac.authorization.k8s.io' ? segmentErrors(name) : subdomainErrors(name);
}

/** What is wrong with the metadata of a new or changed object. Models ValidateObjectMeta in apimachinery/pkg/api/validation, v0.36. */
export function metadataErrors(resource: Resource, object: JsonObject): readonly string[] {
  const metadata = objectAt(object, 'metadata');
  const name = textAt(metadata, 'name');
  const named =
    name === ''
      ? ['metadata.name: Required value: name or generateName is required']
      : nameErrors(resource, name).map((why) => `metadata.name: Invalid value: ${JSON.stringify(name)}: ${why}`);
  const about = (field: string, value: string) => (why: string) =>
    `metadata.${field}: Invalid value: ${JSON.stringify(value)}: ${why}`;
  const labels = Object.entries(objectAt(metadata, 'labels')).flatMap(([key, value]) => [
    ...labelKeyErrors(key).map(about('labels', key)),
    ...labelValueErrors(String(value)).map(about('labels', String(value))),
  ]);
  const annotations = Object.keys(objectAt(metadata, 'annotations')).flatMap((key) =>
    labelKeyErrors(key.toLowerCase()).map(about('annotations', key)),
  );
  return [...named, ...labels, ...annotations];
}
