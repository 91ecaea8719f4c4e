import { isObject, type Json, type JsonObject } from '../../json.ts';
import { shape } from './podShape.ts';

/**
 * A Pod spec with every default that the API machinery writes, in Go's order. The spec must have its shape already.
 * Models SetDefaults_… in pkg/apis/core/v1/defaults.go and zz_generated.defaults.go, v1.36.
 */
export function withDefaults(spec: JsonObject): JsonObject {
  const hostNetwork = spec.hostNetwork === true;
  const containers = (value: Json | undefined): Json[] =>
    objects(value).map((one) => containerDefaults(one, hostNetwork));
  const filled: JsonObject = {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
    enableServiceLinks: true,
    ...spec,
    ...(typeof spec.serviceAccountName === 'string' ? { serviceAccount: spec.serviceAccountName } : {}),
    volumes: objects(spec.volumes).map(volumeDefaults),
    initContainers: containers(spec.initContainers),
    containers: containers(spec.containers),
  };
  const shaped = shape(filled, 'PodSpec');
  return shaped.ok ? shaped.value : filled;
}

function containerDefaults(container: JsonObject, hostNetwork: boolean): JsonObject {
  const image = typeof container.image === 'string' ? container.image : '';
  const probes = Object.fromEntries(
    ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((name) => {
      const probe = container[name];
      return isObject(probe) ? [[name, probeDefaults(probe)]] : [];
    }),
  );
  return {
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: tagOf(image) === 'latest' ? 'Always' : 'IfNotPresent',
    ...container,
    ...probes,
    ...(isObject(container.lifecycle) ? { lifecycle: lifecycleDefaults(container.lifecycle) } : {}),
    ports: objects(container.ports).map((port) => portDefaults(port, hostNetwork)),
    env: objects(container.env).map(envDefaults),
    resources: resourceDefaults(isObject(container.resources) ? container.resources : {}),
  };
}

function portDefaults(port: JsonObject, hostNetwork: boolean): JsonObject {
  return { protocol: 'TCP', ...(hostNetwork ? { hostPort: port.containerPort ?? 0 } : {}), ...port };
}

function envDefaults(variable: JsonObject): JsonObject {
  const from = variable.valueFrom;
  if (!isObject(from) || !isObject(from.fieldRef)) return variable;
  return { ...variable, valueFrom: { ...from, fieldRef: { apiVersion: 'v1', ...from.fieldRef } } };
}

/** Limits stand for requests that are not given. */
function resourceDefaults(resources: JsonObject): JsonObject {
  if (!isObject(resources.limits)) return resources;
  const requests = isObject(resources.requests) ? resources.requests : {};
  return { ...resources, requests: { ...resources.limits, ...requests } };
}

function lifecycleDefaults(lifecycle: JsonObject): JsonObject {
  const filled = Object.entries(lifecycle).map(([name, handler]) => [name, handlerDefaults(handler)] as const);
  return Object.fromEntries(filled);
}

function handlerDefaults(handler: Json): Json {
  if (!isObject(handler) || !isObject(handler.httpGet)) return handler;
  return { ...handler, httpGet: { path: '/', scheme: 'HTTP', ...handler.httpGet } };
}

function probeDefaults(probe: JsonObject): JsonObject {
  const get = probe.httpGet;
  return {
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
    ...probe,
    ...(isObject(get) ? { httpGet: { path: '/', scheme: 'HTTP', ...get } } : {}),
  };
}

const MODES = ['secret', 'configMap', 'downwardAPI', 'projected'];

function volumeDefaults(volume: JsonObject): JsonObject {
  const kind = Object.keys(volume).find((key) => key !== 'name');
  if (kind === undefined) return { ...volume, emptyDir: {} };
  const source = volume[kind];
  if (!isObject(source)) return volume;
  if (MODES.includes(kind)) return { ...volume, [kind]: { defaultMode: 420, ...source } };
  if (kind === 'hostPath') return { ...volume, hostPath: { type: '', ...source } };
  return volume;
}

/** The tag of an image reference; `latest` when it has none and no digest. */
export function tagOf(image: string): string {
  if (image.includes('@')) return '';
  const last = image.slice(image.lastIndexOf('/') + 1);
  const colon = last.indexOf(':');
  return colon < 0 ? 'latest' : last.slice(colon + 1);
}

/** The objects of a list; [] for anything else. */
export function objects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter((item): item is JsonObject => isObject(item)) : [];
}
