import { objectAt, objectsAt, textAt, valueAt } from '#engine/apiserver/json.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import { decodeBase64, utf8Text } from '#engine/pki/bytes.ts';
import { compactRules, goList } from '../access/compactRules.ts';
import { labelsText } from '../read/humanTable.ts';
import { humanDuration } from '../tables/age.ts';
import { signingCondition } from '../tables/kinds.ts';
import { describePod } from './describePod.ts';
import type { Describer, Surroundings } from './describer.ts';
import { longTime, writeEvents, writeHead } from './parts.ts';
import { Sheet } from './sheet.ts';
import { readSigningRequest } from './signingRequest.ts';

function sheetOf(write: (sheet: Sheet, object: JsonObject, around: Surroundings) => void): Describer {
  return (object, around) => {
    const sheet = new Sheet();
    write(sheet, object, around);
    return { text: sheet.text() };
  };
}

const describeServiceAccount = sheetOf((sheet, object, { events, now }) => {
  writeHead(sheet, object, true);
  const names = objectsAt(object, 'imagePullSecrets').map((secret) => textAt(secret, 'name'));
  sheet.write(0, `Image pull secrets:\t${names[0] ?? '<none>'}\n`);
  for (const name of names.slice(1)) sheet.write(0, `                   \t${name}\n`);
  writeEvents(sheet, events, now);
});

const describeSecret = sheetOf((sheet, object) => {
  writeHead(sheet, object, true);
  const type = textAt(object, 'type');
  sheet.write(0, `\nType:\t${type}\n\nData\n====\n`);
  const data = objectAt(object, 'data');
  for (const key of Object.keys(data).sort()) {
    const bytes = decodeBase64(String(data[key])) ?? '';
    const shown = key === 'token' && type === 'kubernetes.io/service-account-token';
    sheet.field(0, key, shown ? (utf8Text(bytes) ?? '') : `${bytes.length} bytes`);
  }
});

const describeConfigMap = sheetOf((sheet, object, { events, now }) => {
  writeHead(sheet, object, true);
  sheet.write(0, '\nData\n====\n');
  const data = objectAt(object, 'data');
  for (const key of Object.keys(data).sort()) sheet.write(0, `${key}:\n----\n${String(data[key])}\n\n`);
  sheet.write(0, '\nBinaryData\n====\n');
  const binary = objectAt(object, 'binaryData');
  for (const key of Object.keys(binary).sort()) {
    sheet.write(0, `${key}: ${(decodeBase64(String(binary[key])) ?? '').length} bytes\n`);
  }
  sheet.write(0, '\n');
  writeEvents(sheet, events, now);
});

const describeRole = sheetOf((sheet, object) => {
  writeHead(sheet, object, false);
  sheet.write(0, 'PolicyRule:\n');
  sheet.write(1, 'Resources\tNon-Resource URLs\tResource Names\tVerbs\n');
  sheet.write(1, '---------\t-----------------\t--------------\t-----\n');
  const rules = objectsAt(object, 'rules');
  for (const { resources, apiGroups, nonResourceUrls, resourceNames, verbs } of compactRules(rules, rules)) {
    const cells = [
      resourceWithGroup(resources[0] ?? '', apiGroups[0] ?? ''),
      goList(nonResourceUrls),
      goList(resourceNames),
      goList(verbs),
    ];
    sheet.write(1, `${cells.join('\t')}\n`);
  }
});

/** `pods.metrics.k8s.io/log` */
function resourceWithGroup(resource: string, group: string): string {
  const [name = '', ...sub] = resource.split('/');
  return [
    group === '' || resource === '' ? name : `${name}.${group}`,
    ...(sub.length === 0 ? [] : [sub.join('/')]),
  ].join('/');
}

const describeBinding = sheetOf((sheet, object) => {
  writeHead(sheet, object, false);
  const roleRef = objectAt(object, 'roleRef');
  sheet.write(0, 'Role:\n');
  sheet.field(1, 'Kind', textAt(roleRef, 'kind'));
  sheet.field(1, 'Name', textAt(roleRef, 'name'));
  sheet.write(0, 'Subjects:\n');
  sheet.write(1, 'Kind\tName\tNamespace\n');
  sheet.write(1, '----\t----\t---------\n');
  for (const subject of objectsAt(object, 'subjects')) {
    sheet.write(1, `${textAt(subject, 'kind')}\t${textAt(subject, 'name')}\t${textAt(subject, 'namespace')}\n`);
  }
});

const describeNamespace = sheetOf((sheet, object) => {
  writeHead(sheet, object, false);
  sheet.field(0, 'Status', textAt(objectAt(object, 'status'), 'phase'));
  sheet.write(0, '\nNo resource quota.\n\nNo LimitRange resource.\n');
});

const describeSigningRequest: Describer = (object, { events, now }) => {
  const metadata = objectAt(object, 'metadata');
  const spec = objectAt(object, 'spec');
  const read = readSigningRequest(textAt(spec, 'request'));
  if ('error' in read) return { error: `Error parsing CSR: ${read.error}` };
  const sheet = new Sheet();
  sheet.field(0, 'Name', textAt(metadata, 'name'));
  sheet.field(0, 'Labels', labelsText(objectAt(metadata, 'labels')));
  sheet.field(0, 'Annotations', labelsText(objectAt(metadata, 'annotations')));
  sheet.field(0, 'CreationTimestamp', longTime(textAt(metadata, 'creationTimestamp')));
  sheet.field(0, 'Requesting User', textAt(spec, 'username'));
  if (textAt(spec, 'signerName') !== '') sheet.field(0, 'Signer', textAt(spec, 'signerName'));
  const duration = valueAt(spec, 'expirationSeconds');
  if (typeof duration === 'number') sheet.field(0, 'Requested Duration', humanDuration(duration));
  sheet.field(0, 'Status', signingCondition(object));
  sheet.write(0, `Subject:\n\tCommon Name:\t${read.commonName}\n\tSerial Number:\t${read.serialNumber}\n`);
  for (const [name, values] of read.subjectLists) writeIndented(sheet, name, values);
  if (read.alternatives.some(([, values]) => values.length > 0)) {
    sheet.write(0, 'Subject Alternative Names:\n');
    for (const [name, values] of read.alternatives) writeIndented(sheet, name, values);
  }
  writeEvents(sheet, events, now);
  return { text: sheet.text() };
};

function writeIndented(sheet: Sheet, name: string, values: readonly string[]): void {
  if (values.length > 0) sheet.write(0, `\t${name}:\t${values.join('\n\t\t')}\n`);
}

/** Objects of kinds that have no describer of their own: every field. Models genericDescriber, v0.36. */
const describeAny = sheetOf((sheet, object, { events, now }) => {
  writeHead(sheet, object, true);
  writeContent(sheet, 0, object, '');
  writeEvents(sheet, events, now);
});

const SKIPPED = ['managedFields', 'name', 'namespace', 'labels', 'annotations'].map((key) => `.metadata.${key}`);

function writeContent(sheet: Sheet, level: number, content: JsonObject, prefix: string): void {
  for (const key of Object.keys(content).sort()) {
    const path = `${prefix}.${key}`;
    if (SKIPPED.includes(path)) continue;
    const value: Json = content[key] ?? null;
    if (isObject(value)) {
      sheet.write(level, `${labelFor(key)}:\n`);
      writeContent(sheet, level + 1, value, path);
    } else if (Array.isArray(value)) {
      sheet.write(level, `${labelFor(key)}:\n`);
      for (const item of value as readonly Json[]) {
        if (isObject(item)) writeContent(sheet, level + 1, item, path);
        else sheet.write(level + 1, `${String(item)}\n`);
      }
    } else sheet.field(level, labelFor(key), value === null ? '<nil>' : String(value));
  }
}

const ACRONYMS = ['API', 'URL', 'UID', 'GUID'];

/** `lastTransitionTime` → `Last Transition Time`. Models smartLabelFor, v0.36. */
function labelFor(key: string): string {
  if (/[^\p{L}-]/u.test(key)) return key;
  const parts = key.match(/\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|-+/gu) ?? [key];
  return parts
    .map((part) => {
      if (ACRONYMS.includes(part.toUpperCase())) return part.toUpperCase();
      return part.toLowerCase() === part ? `${part.slice(0, 1).toUpperCase()}${part.slice(1)}` : part;
    })
    .join(' ');
}

/** Describers by kind; a node needs more around it than the others. */
const DESCRIBERS: Readonly<Record<string, Describer>> = {
  ServiceAccount: describeServiceAccount,
  Secret: describeSecret,
  ConfigMap: describeConfigMap,
  Role: describeRole,
  ClusterRole: describeRole,
  RoleBinding: describeBinding,
  ClusterRoleBinding: describeBinding,
  Namespace: describeNamespace,
  CertificateSigningRequest: describeSigningRequest,
  Pod: (pod, around) => ({ text: describePod(pod, around) }),
};

/** Kinds that the real kubectl has describers for, and none of whose objects are kept here. */
const NOT_MODELLED = new Set(
  'ReplicationController Service LimitRange ResourceQuota PersistentVolume PersistentVolumeClaim Endpoints PriorityClass EndpointSlice HorizontalPodAutoscaler Ingress IngressClass ServiceCIDR IPAddress Job CronJob StatefulSet Deployment DaemonSet ReplicaSet StorageClass CSINode VolumeAttributesClass PodDisruptionBudget NetworkPolicy'.split(
    ' ',
  ),
);

/** The describer of a kind; null where it is not modelled. */
export function describerOf(kind: string): Describer | null {
  if (NOT_MODELLED.has(kind)) return null;
  return (Object.hasOwn(DESCRIBERS, kind) ? DESCRIBERS[kind] : undefined) ?? describeAny;
}

/** Kinds whose description has no events, so that nobody asks for them. */
export const WITHOUT_EVENTS = ['Secret', 'Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding', 'Namespace'];
