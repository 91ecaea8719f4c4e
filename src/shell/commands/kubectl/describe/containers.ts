import { listAt, objectAt, objectsAt, textAt, textsAt, valueAt } from '#engine/apiserver/json.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { JsonObject } from '#engine/json.ts';
import { numberAt } from '../tables/podCells.ts';
import { boolText, longTime } from './parts.ts';
import type { Sheet } from './sheet.ts';

/** Containers of a pod under a title. Models describeContainers in kubectl/pkg/describe/describe.go, v0.36. */
export function writeContainers(sheet: Sheet, title: string, pod: JsonObject, key: string, statusKey: string): void {
  const containers = objectsAt(objectAt(pod, 'spec'), key);
  const statuses = objectsAt(objectAt(pod, 'status'), statusKey);
  sheet.write(0, `${title}:${containers.length === 0 ? ' <none>' : ''}\n`);
  for (const container of containers) {
    const status = statuses.find((one) => textAt(one, 'name') === textAt(container, 'name')) ?? null;
    writeBasics(sheet, container, status);
    writeWords(sheet, 'Command', textsAt(container, 'command'));
    writeWords(sheet, 'Args', textsAt(container, 'args'));
    if (status !== null) writeState(sheet, status);
    writeResources(sheet, 2, objectAt(container, 'resources'));
    writeProbes(sheet, container);
    writeEnvironment(sheet, container, pod);
    writeMounts(sheet, container);
  }
}

function writeBasics(sheet: Sheet, container: JsonObject, status: JsonObject | null): void {
  sheet.write(1, `${textAt(container, 'name')}:\n`);
  if (status !== null) sheet.field(2, 'Container ID', textAt(status, 'containerID'));
  sheet.field(2, 'Image', textAt(container, 'image'));
  if (status !== null) sheet.field(2, 'Image ID', textAt(status, 'imageID'));
  for (const [title, key] of [
    ['Port', 'containerPort'],
    ['Host Port', 'hostPort'],
  ] as const) {
    const ports = objectsAt(container, 'ports').map((port) => {
      const name = textAt(port, 'name');
      return `${numberAt(port, key)}/${textAt(port, 'protocol')}${name === '' ? '' : ` (${name})`}`;
    });
    sheet.field(2, ports.length > 1 ? `${title}s` : title, ports.join(', ') || '<none>');
  }
  const profile = objectAt(objectAt(container, 'securityContext'), 'seccompProfile');
  if (textAt(profile, 'type') !== '') sheet.field(2, 'SeccompProfile', textAt(profile, 'type'));
}

function writeWords(sheet: Sheet, title: string, words: readonly string[]): void {
  if (words.length === 0) return;
  sheet.write(2, `${title}:\n`);
  for (const line of words.flatMap((word) => word.split('\n'))) sheet.write(3, `${line}\n`);
}

function writeState(sheet: Sheet, status: JsonObject): void {
  writeOneState(sheet, 'State', objectAt(status, 'state'));
  const last = objectAt(status, 'lastState');
  if (valueAt(last, 'terminated') !== null) writeOneState(sheet, 'Last State', last);
  sheet.field(2, 'Ready', boolText(status, 'ready'));
  sheet.field(2, 'Restart Count', numberAt(status, 'restartCount'));
}

function writeOneState(sheet: Sheet, title: string, state: JsonObject): void {
  if (valueAt(state, 'running') !== null) {
    sheet.field(2, title, 'Running');
    sheet.field(3, 'Started', longTime(textAt(objectAt(state, 'running'), 'startedAt')));
    return;
  }
  const terminated = objectAt(state, 'terminated');
  if (valueAt(state, 'waiting') !== null || valueAt(state, 'terminated') === null) {
    sheet.field(2, title, 'Waiting');
    const reason = textAt(objectAt(state, 'waiting'), 'reason');
    if (reason !== '') sheet.field(3, 'Reason', reason);
    return;
  }
  sheet.field(2, title, 'Terminated');
  for (const [name, key] of [
    ['Reason', 'reason'],
    ['Message', 'message'],
  ] as const) {
    if (textAt(terminated, key) !== '') sheet.field(3, name, textAt(terminated, key));
  }
  sheet.field(3, 'Exit Code', numberAt(terminated, 'exitCode'));
  if (numberAt(terminated, 'signal') > 0) sheet.field(3, 'Signal', numberAt(terminated, 'signal'));
  sheet.field(3, 'Started', longTime(textAt(terminated, 'startedAt')));
  sheet.field(3, 'Finished', longTime(textAt(terminated, 'finishedAt')));
}

/** Limits and requests, when there are any. */
export function writeResources(sheet: Sheet, level: number, resources: JsonObject): void {
  for (const [title, key] of [
    ['Limits', 'limits'],
    ['Requests', 'requests'],
  ] as const) {
    const quantities = objectAt(resources, key);
    const names = Object.keys(quantities).sort();
    if (names.length > 0) sheet.write(level, `${title}:\n`);
    for (const name of names) sheet.field(level + 1, name, String(quantities[name]));
  }
}

function writeProbes(sheet: Sheet, container: JsonObject): void {
  for (const [title, key] of [
    ['Liveness', 'livenessProbe'],
    ['Readiness', 'readinessProbe'],
    ['Startup', 'startupProbe'],
  ] as const) {
    if (valueAt(container, key) !== null) sheet.field(2, title, probeText(objectAt(container, key)));
  }
}

function probeText(probe: JsonObject): string {
  const number = (key: string) => numberAt(probe, key);
  const times = `delay=${number('initialDelaySeconds')}s timeout=${number('timeoutSeconds')}s period=${number('periodSeconds')}s #success=${number('successThreshold')} #failure=${number('failureThreshold')}`;
  const http = objectAt(probe, 'httpGet');
  if (valueAt(probe, 'exec') !== null)
    return `exec [${textsAt(objectAt(probe, 'exec'), 'command').join(' ')}] ${times}`;
  if (valueAt(probe, 'httpGet') !== null) {
    const path = textAt(http, 'path');
    const host = `${textAt(http, 'host')}:${String(valueAt(http, 'port'))}`;
    return `http-get ${textAt(http, 'scheme').toLowerCase()}://${host}${path === '' || path.startsWith('/') ? path : `/${path}`} ${times}`;
  }
  const tcp = objectAt(probe, 'tcpSocket');
  if (valueAt(probe, 'tcpSocket') !== null)
    return `tcp-socket ${textAt(tcp, 'host')}:${String(valueAt(tcp, 'port'))} ${times}`;
  const grpc = objectAt(probe, 'grpc');
  if (valueAt(probe, 'grpc') !== null)
    return `grpc <pod>:${numberAt(grpc, 'port')} ${textAt(grpc, 'service')} ${times}`;
  return `unknown ${times}`;
}

function writeEnvironment(sheet: Sheet, container: JsonObject, pod: JsonObject): void {
  const sources = objectsAt(container, 'envFrom');
  if (sources.length > 0) {
    sheet.write(2, 'Environment Variables from:\n');
    for (const source of sources) {
      const isMap = valueAt(source, 'configMapRef') !== null;
      const reference = objectAt(source, isMap ? 'configMapRef' : 'secretRef');
      const prefix = textAt(source, 'prefix');
      const from = `${isMap ? 'ConfigMap' : 'Secret'}${prefix === '' ? '' : ` with prefix '${prefix}'`}`;
      sheet.write(3, `${textAt(reference, 'name')}\t${from}\tOptional: ${valueAt(reference, 'optional') === true}\n`);
    }
  }
  const variables = objectsAt(container, 'env');
  sheet.write(2, `Environment:${variables.length === 0 ? '\t<none>' : ''}\n`);
  for (const variable of variables) writeVariable(sheet, variable, pod);
}

function writeVariable(sheet: Sheet, variable: JsonObject, pod: JsonObject): void {
  const name = textAt(variable, 'name');
  if (valueAt(variable, 'valueFrom') === null) {
    const [first = '', ...more] = textAt(variable, 'value').split('\n');
    sheet.field(3, name, first);
    for (const line of more) sheet.write(3, `\t${line}\n`);
    return;
  }
  const from = objectAt(variable, 'valueFrom');
  const field = objectAt(from, 'fieldRef');
  if (valueAt(from, 'fieldRef') !== null) {
    const path = textAt(field, 'fieldPath');
    sheet.field(3, name, `${fieldText(pod, path)} (${textAt(field, 'apiVersion') || 'v1'}:${path})`);
  }
  const resource = objectAt(from, 'resourceFieldRef');
  if (valueAt(from, 'resourceFieldRef') !== null)
    sheet.field(3, name, `${textAt(resource, 'divisor')} (${textAt(resource, 'resource')})`);
  for (const [key, words] of [
    ['secretKeyRef', 'in secret'],
    ['configMapKeyRef', 'of config map'],
  ] as const) {
    const reference = objectAt(from, key);
    if (valueAt(from, key) === null) continue;
    const text = `<set to the key '${textAt(reference, 'key')}' ${words} '${textAt(reference, 'name')}'>`;
    sheet.field(3, name, `${text}\tOptional: ${valueAt(reference, 'optional') === true}`);
  }
}

/** The text of one of the pod's own fields that are known without its status. */
function fieldText(pod: JsonObject, path: string): string {
  const metadata = objectAt(pod, 'metadata');
  const keyed = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path);
  if (keyed !== null) return textAt(objectAt(metadata, keyed[1] ?? ''), keyed[2] ?? '');
  return /^metadata\.(name|namespace|uid)$/.test(path) ? textAt(metadata, path.slice('metadata.'.length)) : '';
}

function writeMounts(sheet: Sheet, container: JsonObject): void {
  const mounts = [...objectsAt(container, 'volumeMounts')].sort((left, right) =>
    textAt(left, 'mountPath') < textAt(right, 'mountPath') ? -1 : 1,
  );
  sheet.write(2, `Mounts:${listAt(container, 'volumeMounts').length === 0 ? '\t<none>' : ''}\n`);
  for (const mount of mounts) {
    const sub = textAt(mount, 'subPath');
    const flags = [valueAt(mount, 'readOnly') === true ? 'ro' : 'rw', ...(sub === '' ? [] : [`path=${goQuote(sub)}`])];
    sheet.write(3, `${textAt(mount, 'mountPath')} from ${textAt(mount, 'name')} (${flags.join(',')})\n`);
  }
}
