import type { JsonObject } from '../../../../json.ts';
import { objectAt, objectsAt, textAt, textsAt, valueAt } from '../../../json.ts';
import { VOLUMES } from './allowed.data.ts';
import { seccomp } from './baseline.ts';
import { containersOf, contextOf, distinct, type Finding, namesOf, plural, quoted, settersOf } from './finding.ts';

/** Models check_allowPrivilegeEscalation.go, v0.36. */
export function escalation(pod: JsonObject): Finding | null {
  const bad = containersOf(objectAt(pod, 'spec')).filter(
    (one) => valueAt(contextOf(one), 'allowPrivilegeEscalation') !== false,
  );
  const detail = `${namesOf(bad)} must set securityContext.allowPrivilegeEscalation=false`;
  return bad.length === 0 ? null : { reason: 'allowPrivilegeEscalation != false', detail };
}

/** Models check_capabilities_restricted.go, v0.36. */
export function fewCapabilities(pod: JsonObject): Finding | null {
  const containers = containersOf(objectAt(pod, 'spec'));
  const listed = (container: JsonObject, key: string): readonly string[] =>
    textsAt(objectAt(contextOf(container), 'capabilities'), key);
  const extra = (container: JsonObject): readonly string[] =>
    listed(container, 'add').filter((one) => one !== 'NET_BIND_SERVICE');
  const keeping = containers.filter((container) => !listed(container, 'drop').includes('ALL'));
  const adding = containers.filter((container) => extra(container).length > 0);
  const details = [
    ...(keeping.length > 0 ? [`${namesOf(keeping)} must set securityContext.capabilities.drop=["ALL"]`] : []),
    ...(adding.length > 0
      ? [
          `${namesOf(adding)} must not include ${quoted(distinct(adding.flatMap(extra)))} in securityContext.capabilities.add`,
        ]
      : []),
  ];
  return details.length === 0 ? null : { reason: 'unrestricted capabilities', detail: details.join('; ') };
}

/** Models check_restrictedVolumes.go, v0.36. */
export function fewVolumes(pod: JsonObject): Finding | null {
  const typeOf = (volume: JsonObject): string =>
    Object.keys(volume).find((key) => key !== 'name' && valueAt(volume, key) !== null) ?? 'unknown';
  const bad = objectsAt(objectAt(pod, 'spec'), 'volumes').filter((volume) => !VOLUMES.includes(typeOf(volume)));
  if (bad.length === 0) return null;
  const names = quoted(bad.map((volume) => textAt(volume, 'name')));
  const types = distinct(bad.map(typeOf));
  const what = `${plural('restricted volume type', types.length)} ${quoted(types)}`;
  const detail = `${plural('volume', bad.length)} ${names} ${bad.length === 1 ? 'uses' : 'use'} ${what}`;
  return { reason: 'restricted volume types', detail };
}

/** Models check_runAsNonRoot.go, v0.36. */
export function nonRoot(pod: JsonObject): Finding | null {
  const spec = objectAt(pod, 'spec');
  const said = (holder: JsonObject): boolean | null => {
    const value = valueAt(contextOf(holder), 'runAsNonRoot');
    return typeof value === 'boolean' ? value : null;
  };
  const reason = 'runAsNonRoot != true';
  const who = settersOf(
    said(spec) === false,
    containersOf(spec).filter((one) => said(one) === false),
  );
  if (who !== '') return { reason, detail: `${who} must not set securityContext.runAsNonRoot=false` };
  const silent = said(spec) === true ? [] : containersOf(spec).filter((one) => said(one) === null);
  return silent.length === 0
    ? null
    : { reason, detail: `pod or ${namesOf(silent)} must set securityContext.runAsNonRoot=true` };
}

/** Models check_runAsUser.go, v0.36. */
export function notUserZero(pod: JsonObject): Finding | null {
  const spec = objectAt(pod, 'spec');
  const isRoot = (holder: JsonObject): boolean => valueAt(contextOf(holder), 'runAsUser') === 0;
  const who = settersOf(isRoot(spec), containersOf(spec).filter(isRoot));
  return who === '' ? null : { reason: 'runAsUser=0', detail: `${who} must not set runAsUser=0` };
}

/** Models check_seccompProfile_restricted.go, v0.36. */
export function seccompSet(pod: JsonObject): Finding | null {
  const wrong = seccomp(pod);
  if (wrong !== null) return wrong;
  const spec = objectAt(pod, 'spec');
  const isSilent = (holder: JsonObject): boolean => valueAt(contextOf(holder), 'seccompProfile') === null;
  const silent = isSilent(spec) ? containersOf(spec).filter(isSilent) : [];
  if (silent.length === 0) return null;
  const must = 'must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"';
  return { reason: 'seccompProfile', detail: `pod or ${namesOf(silent)} ${must}` };
}
