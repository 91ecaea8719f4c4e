import type { JsonObject } from '../../../../json.ts';
import { objectAt, objectsAt, textAt, textsAt, valueAt } from '../../../json.ts';
import { CAPABILITIES, SELINUX_TYPES, SYSCTLS } from './allowed.data.ts';
import { containersOf, contextOf, distinct, type Finding, namesOf, plural, quoted, settersOf } from './finding.ts';

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

/** Models check_appArmorProfile.go, v0.36. */
export function appArmor(pod: JsonObject): Finding | null {
  const spec = objectAt(pod, 'spec');
  const annotations = Object.entries(objectAt(objectAt(pod, 'metadata'), 'annotations')).flatMap(([key, value]) =>
    key.startsWith(APP_ARMOR) && typeof value === 'string' && !/^$|^runtime\/default$|^localhost\//.test(value)
      ? [`${key}=${JSON.stringify(value)}`]
      : [],
  );
  const { own, containers, values } = badTypes(spec, 'appArmorProfile', ['RuntimeDefault', 'Localhost']);
  const forbidden = distinct(annotations);
  const setters = [settersOf(own, containers), forbidden.length > 0 ? plural('annotation', forbidden.length) : ''];
  const told = [...values, ...forbidden];
  if (told.length === 0) return null;
  const who = setters.filter((one) => one !== '').join(' and ');
  return {
    reason: plural('forbidden AppArmor profile', told.length),
    detail: `${who} must not set AppArmor profile type to ${quoted(told)}`,
  };
}

/** Models check_capabilities_baseline.go, v0.36. */
export function capabilities(pod: JsonObject): Finding | null {
  const added = (container: JsonObject): readonly string[] =>
    textsAt(objectAt(contextOf(container), 'capabilities'), 'add').filter((one) => !CAPABILITIES.includes(one));
  const bad = containersOf(objectAt(pod, 'spec')).filter((container) => added(container).length > 0);
  if (bad.length === 0) return null;
  const detail = `${namesOf(bad)} must not include ${quoted(distinct(bad.flatMap(added)))} in securityContext.capabilities.add`;
  return { reason: 'non-default capabilities', detail };
}

/** Models check_hostNamespaces.go, v0.36. */
export function hostNamespaces(pod: JsonObject): Finding | null {
  const spec = objectAt(pod, 'spec');
  const used = ['hostNetwork', 'hostPID', 'hostIPC'].filter((key) => valueAt(spec, key) === true);
  return used.length === 0 ? null : { reason: 'host namespaces', detail: used.map((key) => `${key}=true`).join(', ') };
}

/** Models check_hostPathVolumes.go, v0.36. */
export function hostPaths(pod: JsonObject): Finding | null {
  const volumes = objectsAt(objectAt(pod, 'spec'), 'volumes').filter((one) => valueAt(one, 'hostPath') !== null);
  const names = volumes.map((volume) => textAt(volume, 'name'));
  return names.length === 0
    ? null
    : { reason: 'hostPath volumes', detail: `${plural('volume', names.length)} ${quoted(names)}` };
}

/** Models check_hostPorts.go, v0.36. */
export function hostPorts(pod: JsonObject): Finding | null {
  const portsOf = (container: JsonObject): readonly string[] =>
    objectsAt(container, 'ports')
      .map((port) => valueAt(port, 'hostPort') ?? 0)
      .filter((port) => port !== 0)
      .map(String);
  const bad = containersOf(objectAt(pod, 'spec')).filter((container) => portsOf(container).length > 0);
  if (bad.length === 0) return null;
  const ports = distinct(bad.flatMap(portsOf));
  const verb = bad.length === 1 ? 'uses' : 'use';
  return {
    reason: 'hostPort',
    detail: `${namesOf(bad)} ${verb} ${plural('hostPort', ports.length)} ${ports.join(', ')}`,
  };
}

/** Models check_hostProbesAndhostLifecycle.go, v0.36. */
export function hostProbes(pod: JsonObject): Finding | null {
  const hosts = (container: JsonObject): readonly string[] => {
    const lifecycle = objectAt(container, 'lifecycle');
    const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'].map((key) => objectAt(container, key));
    return [...probes, objectAt(lifecycle, 'postStart'), objectAt(lifecycle, 'preStop')].flatMap((handler) =>
      ['httpGet', 'tcpSocket'].map((key) => textAt(objectAt(handler, key), 'host')).filter((host) => host !== ''),
    );
  };
  const bad = containersOf(objectAt(pod, 'spec')).filter((container) => hosts(container).length > 0);
  if (bad.length === 0) return null;
  const names = distinct(bad.map((container) => textAt(container, 'name')));
  const found = distinct(bad.flatMap(hosts));
  const who = `${plural('container', names.length)} ${quoted(names)} ${names.length === 1 ? 'uses' : 'use'}`;
  return {
    reason: 'probe or lifecycle host',
    detail: `${who} ${plural('probe or lifecycle host', found.length)} ${quoted(found)}`,
  };
}

/** Models check_privileged.go, v0.36. */
export function privileged(pod: JsonObject): Finding | null {
  const bad = containersOf(objectAt(pod, 'spec')).filter((one) => valueAt(contextOf(one), 'privileged') === true);
  return bad.length === 0
    ? null
    : { reason: 'privileged', detail: `${namesOf(bad)} must not set securityContext.privileged=true` };
}

/** Models check_procMount_baseline.go, v0.36. */
export function procMount(pod: JsonObject): Finding | null {
  const mount = (container: JsonObject): string => textAt(contextOf(container), 'procMount') || 'Default';
  const bad = containersOf(objectAt(pod, 'spec')).filter((container) => mount(container) !== 'Default');
  if (bad.length === 0) return null;
  const detail = `${namesOf(bad)} must not set securityContext.procMount to ${quoted(distinct(bad.map(mount)))}`;
  return { reason: 'procMount', detail };
}

/** Models check_seLinuxOptions.go, v0.36. */
export function seLinux(pod: JsonObject, minor: number): Finding | null {
  const spec = objectAt(pod, 'spec');
  const types = SELINUX_TYPES.flatMap(({ from, names }) => (minor >= from ? names : []));
  const options = (holder: JsonObject): JsonObject => objectAt(contextOf(holder), 'seLinuxOptions');
  const wrongType = (one: JsonObject): boolean => !types.includes(textAt(one, 'type'));
  const isBad = (holder: JsonObject): boolean => {
    const one = options(holder);
    return wrongType(one) || textAt(one, 'user') !== '' || textAt(one, 'role') !== '';
  };
  const containers = containersOf(spec).filter(isBad);
  const all = [...(isBad(spec) ? [spec] : []), ...containers].map(options);
  if (all.length === 0) return null;
  const wrong = distinct(all.filter(wrongType).map((one) => textAt(one, 'type')));
  const data = [
    ...(wrong.length > 0 ? [`${plural('type', wrong.length)} ${quoted(wrong)}`] : []),
    ...['user', 'role']
      .filter((key) => all.some((one) => textAt(one, key) !== ''))
      .map((key) => `${key} may not be set`),
  ];
  const who = settersOf(isBad(spec), containers);
  return {
    reason: 'seLinuxOptions',
    detail: `${who} set forbidden securityContext.seLinuxOptions: ${data.join('; ')}`,
  };
}

/** Models check_seccompProfile_baseline.go of 1.19 and later, v0.36. */
export function seccomp(pod: JsonObject): Finding | null {
  const { own, containers, values } = badTypes(objectAt(pod, 'spec'), 'seccompProfile', [
    'Localhost',
    'RuntimeDefault',
  ]);
  if (values.length === 0) return null;
  const who = settersOf(own, containers);
  return {
    reason: 'seccompProfile',
    detail: `${who} must not set securityContext.seccompProfile.type to ${quoted(values)}`,
  };
}

/** Models check_sysctls.go, v0.36. */
export function sysctls(pod: JsonObject, minor: number): Finding | null {
  const allowed = SYSCTLS.flatMap(({ from, names }) => (minor >= from ? names : []));
  const asked = objectsAt(contextOf(objectAt(pod, 'spec')), 'sysctls').map((one) => textAt(one, 'name'));
  const forbidden = asked.filter((name) => !allowed.includes(name));
  return forbidden.length === 0 ? null : { reason: 'forbidden sysctls', detail: forbidden.join(', ') };
}

/** Models check_windowsHostProcess.go, v0.36. */
export function hostProcess(pod: JsonObject): Finding | null {
  const spec = objectAt(pod, 'spec');
  const isBad = (holder: JsonObject): boolean =>
    valueAt(objectAt(contextOf(holder), 'windowsOptions'), 'hostProcess') === true;
  const who = settersOf(isBad(spec), containersOf(spec).filter(isBad));
  return who === ''
    ? null
    : { reason: 'hostProcess', detail: `${who} must not set securityContext.windowsOptions.hostProcess=true` };
}

/** Who sets a profile to a type that is not among the allowed, the pod itself and its containers. */
function badTypes(
  spec: JsonObject,
  key: string,
  allowed: readonly string[],
): { readonly own: boolean; readonly containers: readonly JsonObject[]; readonly values: readonly string[] } {
  const isBad = (holder: JsonObject): boolean =>
    valueAt(contextOf(holder), key) !== null && !allowed.includes(textAt(objectAt(contextOf(holder), key), 'type'));
  const containers = containersOf(spec).filter(isBad);
  const bad = [...(isBad(spec) ? [spec] : []), ...containers];
  const values = distinct(bad.map((holder) => textAt(objectAt(contextOf(holder), key), 'type')));
  return { own: isBad(spec), containers, values };
}
