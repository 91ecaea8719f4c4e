import { objectAt, objectsAt, textAt, valueAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import type { Sheet } from './sheet.ts';

type Lines = readonly (readonly [name: string, value: string])[];

/** Volumes of a pod. Models describeVolumes in kubectl/pkg/describe/describe.go, v0.36; of sources the common ones. */
export function writeVolumes(sheet: Sheet, volumes: readonly JsonObject[]): void {
  sheet.write(0, `Volumes:${volumes.length === 0 ? '\t<none>' : ''}\n`);
  for (const volume of volumes) {
    sheet.write(1, `${textAt(volume, 'name')}:\n`);
    const lines = sourceLines(volume);
    if (lines === null) sheet.write(1, '<unknown>\n');
    else for (const [name, value] of lines) sheet.field(2, name, value);
  }
}

function sourceLines(volume: JsonObject): Lines | null {
  const source = (key: string) => (valueAt(volume, key) === null ? null : objectAt(volume, key));
  const hostPath = source('hostPath');
  if (hostPath !== null) {
    const type = valueAt(hostPath, 'type');
    return [
      ['Type', 'HostPath (bare host directory volume)'],
      ['Path', textAt(hostPath, 'path')],
      ['HostPathType', typeof type === 'string' ? type : '<none>'],
    ];
  }
  const emptyDir = source('emptyDir');
  if (emptyDir !== null) {
    return [
      ['Type', "EmptyDir (a temporary directory that shares a pod's lifetime)"],
      ['Medium', textAt(emptyDir, 'medium')],
      ['SizeLimit', textAt(emptyDir, 'sizeLimit') || '<unset>'],
    ];
  }
  const secret = source('secret');
  if (secret !== null) {
    return [
      ['Type', 'Secret (a volume populated by a Secret)'],
      ['SecretName', textAt(secret, 'secretName')],
      ['Optional', optional(secret)],
    ];
  }
  const configMap = source('configMap');
  if (configMap !== null) {
    return [
      ['Type', 'ConfigMap (a volume populated by a ConfigMap)'],
      ['Name', textAt(configMap, 'name')],
      ['Optional', optional(configMap)],
    ];
  }
  const projected = source('projected');
  return projected === null ? null : projectedLines(projected);
}

function projectedLines(projected: JsonObject): Lines {
  const lines: (readonly [string, string])[] = [
    ['Type', 'Projected (a volume that contains injected data from multiple sources)'],
  ];
  for (const source of objectsAt(projected, 'sources')) {
    const secret = objectAt(source, 'secret');
    const configMap = objectAt(source, 'configMap');
    const token = objectAt(source, 'serviceAccountToken');
    if (valueAt(source, 'secret') !== null)
      lines.push(['SecretName', textAt(secret, 'name')], ['Optional', optional(secret)]);
    else if (valueAt(source, 'downwardAPI') !== null) lines.push(['DownwardAPI', 'true']);
    else if (valueAt(source, 'configMap') !== null)
      lines.push(['ConfigMapName', textAt(configMap, 'name')], ['Optional', optional(configMap)]);
    else if (valueAt(source, 'serviceAccountToken') !== null)
      lines.push(['TokenExpirationSeconds', String(valueAt(token, 'expirationSeconds') ?? 3600)]);
  }
  return lines;
}

function optional(source: JsonObject): string {
  return valueAt(source, 'optional') === true ? 'true' : 'false';
}
