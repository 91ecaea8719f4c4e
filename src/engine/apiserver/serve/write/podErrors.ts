import { parseQuantity } from '../../../config/go/quantity.ts';
import { goQuote } from '../../../config/go/quote.ts';
import type { JsonObject } from '../../../json.ts';
import { canonical } from '../../canonical.ts';
import { objectAt, objectsAt, textAt, valueAt } from '../../json.ts';
import { labelErrors, subdomainErrors } from './names.ts';

/** What is wrong with a new pod's spec. Models the commonly met parts of ValidatePodSpec in pkg/apis/core/validation, v1.36. */
export function podErrors(spec: JsonObject): readonly string[] {
  const volumes = objectsAt(spec, 'volumes');
  const known = new Set(volumes.map((one) => textAt(one, 'name')));
  const containers = objectsAt(spec, 'containers');
  const nodeName = textAt(spec, 'nodeName');
  return [
    ...volumeErrors(volumes),
    ...(containers.length === 0
      ? ['spec.containers: Required value']
      : containerErrors(containers, 'spec.containers', known)),
    ...containerErrors(objectsAt(spec, 'initContainers'), 'spec.initContainers', known),
    ...(nodeName === ''
      ? []
      : subdomainErrors(nodeName).map((why) => `spec.nodeName: Invalid value: ${goQuote(nodeName)}: ${why}`)),
    ...objectsAt(spec, 'tolerations').flatMap((one, index) =>
      oneOf(`spec.tolerations[${index}].effect`, textAt(one, 'effect'), EFFECTS),
    ),
    ...oneOf('spec.restartPolicy', textAt(spec, 'restartPolicy'), ['Always', 'OnFailure', 'Never']),
    ...oneOf('spec.dnsPolicy', textAt(spec, 'dnsPolicy'), [
      'ClusterFirstWithHostNet',
      'ClusterFirst',
      'Default',
      'None',
    ]),
  ];
}

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

function oneOf(field: string, value: string, supported: readonly string[]): readonly string[] {
  if (value === '' || supported.includes(value)) return [];
  return [
    `${field}: Unsupported value: ${goQuote(value)}: supported values: ${supported.map((one) => goQuote(one)).join(', ')}`,
  ];
}

function containerErrors(
  containers: readonly JsonObject[],
  path: string,
  volumes: ReadonlySet<string>,
): readonly string[] {
  const names = new Set<string>();
  return containers.flatMap((container, index) => {
    const at = `${path}[${index}]`;
    const name = textAt(container, 'name');
    const twice = name !== '' && names.has(name) ? [`${at}.name: Duplicate value: ${goQuote(name)}`] : [];
    names.add(name);
    const image = textAt(container, 'image');
    return [
      ...(name === ''
        ? [`${at}.name: Required value`]
        : labelErrors(name).map((why) => `${at}.name: Invalid value: ${goQuote(name)}: ${why}`)),
      ...twice,
      ...(image === '' ? [`${at}.image: Required value`] : []),
      ...(image !== image.trim() && image !== ''
        ? [`${at}.image: Invalid value: ${goQuote(image)}: must not have leading or trailing whitespace`]
        : []),
      ...portErrors(container, at),
      ...objectsAt(container, 'env').flatMap((one, place) =>
        textAt(one, 'name') === '' ? [`${at}.env[${place}].name: Required value`] : [],
      ),
      ...sourceErrors(container, at),
      ...mountErrors(container, at, volumes),
      ...probeErrors(container, at),
      ...amountErrors(container, at),
      ...oneOf(`${at}.imagePullPolicy`, textAt(container, 'imagePullPolicy'), ['Always', 'IfNotPresent', 'Never']),
    ];
  });
}

/** A variable has its value or where it comes from. */
function sourceErrors(container: JsonObject, at: string): readonly string[] {
  return objectsAt(container, 'env').flatMap((one, place) =>
    textAt(one, 'value') !== '' && valueAt(one, 'valueFrom') !== null
      ? [`${at}.env[${place}].valueFrom: Invalid value: "": may not be specified when \`value\` is not empty`]
      : [],
  );
}

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'];

function probeErrors(container: JsonObject, at: string): readonly string[] {
  return ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((name) => {
    if (valueAt(container, name) === null) return [];
    const given = HANDLERS.filter((handler) => valueAt(objectAt(container, name), handler) !== null);
    if (given.length === 0) return [`${at}.${name}: Required value: must specify a handler type`];
    return given
      .slice(1)
      .map((handler) => `${at}.${name}.${handler}: Forbidden: may not specify more than 1 handler type`);
  });
}

/** What is asked for may not be more than what is allowed. */
function amountErrors(container: JsonObject, at: string): readonly string[] {
  const resources = objectAt(container, 'resources');
  const [limits, requests] = [objectAt(resources, 'limits'), objectAt(resources, 'requests')];
  return Object.entries(requests).flatMap(([name, amount]) => {
    const limit = valueAt(limits, name);
    if (limit === null) return [];
    const [asked, most] = [parseQuantity(String(amount)), parseQuantity(String(limit))];
    return asked === null || most === null || asked.value <= most.value
      ? []
      : [
          `${at}.resources.requests: Invalid value: ${goQuote(String(amount))}: must be less than or equal to ${name} limit of ${String(limit)}`,
        ];
  });
}

function portErrors(container: JsonObject, at: string): readonly string[] {
  return objectsAt(container, 'ports').flatMap((port, index) => {
    const number = valueAt(port, 'containerPort');
    const field = `${at}.ports[${index}].containerPort`;
    if (number === null || number === 0) return [`${field}: Required value`];
    const fits = typeof number === 'number' && number >= 1 && number <= 65535;
    return [
      ...(fits ? [] : [`${field}: Invalid value: ${String(number)}: must be between 1 and 65535, inclusive`]),
      ...oneOf(`${at}.ports[${index}].protocol`, textAt(port, 'protocol'), ['SCTP', 'TCP', 'UDP']),
    ];
  });
}

function mountErrors(container: JsonObject, at: string, volumes: ReadonlySet<string>): readonly string[] {
  const paths = new Set<string>();
  return objectsAt(container, 'volumeMounts').flatMap((mount, index) => {
    const field = `${at}.volumeMounts[${index}]`;
    const [name, path] = [textAt(mount, 'name'), textAt(mount, 'mountPath')];
    const twice = paths.has(path) ? [`${field}.mountPath: Invalid value: ${goQuote(path)}: must be unique`] : [];
    paths.add(path);
    const missing =
      name === ''
        ? [`${field}.name: Required value`]
        : volumes.has(name)
          ? []
          : [`${field}.name: Not found: ${goQuote(name)}`];
    return [...missing, ...(path === '' ? [`${field}.mountPath: Required value`] : []), ...twice];
  });
}

function volumeErrors(volumes: readonly JsonObject[]): readonly string[] {
  const names = new Set<string>();
  return volumes.flatMap((volume, index) => {
    const at = `spec.volumes[${index}]`;
    const name = textAt(volume, 'name');
    const kinds = Object.keys(volume).filter((key) => key !== 'name');
    const twice = names.has(name) ? [`${at}.name: Duplicate value: ${goQuote(name)}`] : [];
    names.add(name);
    const [, ...further] = kinds;
    return [
      ...(name === ''
        ? [`${at}.name: Required value`]
        : labelErrors(name).map((why) => `${at}.name: Invalid value: ${goQuote(name)}: ${why}`)),
      ...twice,
      ...(kinds.length === 0 ? [`${at}: Required value: must specify a volume type`] : []),
      ...further.map((kind) => `${at}.${kind}: Forbidden: may not specify more than 1 volume type`),
    ];
  });
}

/** Fields of a pod's spec that may still change. The server shows a difference behind this sentence, which is left out here. */
const UPDATABLE =
  'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';

/** Models ValidatePodUpdate in pkg/apis/core/validation, v1.36. */
export function podUpdateErrors(pod: JsonObject, old: JsonObject): readonly string[] {
  const [spec, before] = [objectAt(pod, 'spec'), objectAt(old, 'spec')];
  for (const field of ['containers', 'initContainers']) {
    if (objectsAt(spec, field).length !== objectsAt(before, field).length) {
      return [`spec.${field}: Forbidden: pod updates may not add or remove containers`];
    }
  }
  return canonical(fixed(spec)) === canonical(fixed(before)) ? [] : [`spec: Forbidden: ${UPDATABLE}`];
}

/** A spec without what may change. */
function fixed(spec: JsonObject): JsonObject {
  const { tolerations: _tolerations, activeDeadlineSeconds: _deadline, ...rest } = spec;
  const bare = (field: string) =>
    objectsAt(spec, field).map(({ image: _image, ...container }): JsonObject => container);
  return { ...rest, containers: bare('containers'), initContainers: bare('initContainers') };
}
