import { type Field, inner, inVersion, type Struct } from '../config/fields/field.ts';
import { KUBELET_CONFIGURATION } from '../config/fields/fields.table.ts';
import { FLAGS } from '../config/flags/flags.table.ts';
import { gateSpec } from '../config/gates/gates.ts';
import { ROUTES } from '../kubelet/endpoints/routes.table.ts';
import { GATE_EFFECTS, type GateEffect } from './gateEffects.table.ts';
import { type Release, releaseOf, traitRow } from './release.ts';
import { TRAITS } from './traits.table.ts';
import { type KnownVersion, VERSIONS } from './versions.table.ts';

/** One thing that is different once a node has the other version: how it is then, and how we know. */
export interface VersionChange {
  readonly what: string;
  readonly source: string;
}

const FIELD_SOURCE =
  'read in upstream: kubelet/config/v1beta1/types.go and defaults.go of each minor; recorded: effective (/configz)';
const FLAG_SOURCE = 'read in upstream: cmd/kubelet/app/options and pkg/kubelet/config/flags.go of each minor';
const GATE_SOURCE = 'read in upstream: pkg/features/kube_features.go of each minor';
const ROUTE_SOURCE = 'recorded: routes of each minor';

/**
 * What changes for whoever works on a node when its kubelet goes from one version to another, newer or older: access
 * first, then paths, gates, fields and flags, then what kubeadm does. Told from the tables that the engine itself
 * reads; nothing when both are one minor.
 */
export function versionChanges(from: string, to: string): readonly VersionChange[] {
  const [before, after] = [releaseOf(from), releaseOf(to)];
  return [
    ...habits(before, after),
    ...paths(before, after),
    ...gates(before, after),
    ...fields(before, after),
    ...flags(before, after),
    ...apiServer(from, to),
  ];
}

function habits(before: Release, after: Release): readonly VersionChange[] {
  return [...new Set(TRAITS.map(({ trait }) => trait))].flatMap((trait) => {
    if (JSON.stringify(before.traits[trait]) === JSON.stringify(after.traits[trait])) return [];
    const { says, source } = traitRow(trait, after.minor, after.build);
    return [{ what: says, source }];
  });
}

/** Paths without a gate; those with one are told by their gate. */
function paths(before: Release, after: Release): readonly VersionChange[] {
  const there = ({ minor }: Release) =>
    ROUTES.filter(({ gate, since }) => gate === undefined && minor >= (since ?? 0)).map(({ pattern }) => pattern);
  return differences(there(before), there(after), ROUTE_SOURCE, {
    more: (names) => `New paths: ${names}.`,
    fewer: (names) => `Paths that are not there: ${names}.`,
  });
}

function gates(before: Release, after: Release): readonly VersionChange[] {
  return GATE_EFFECTS.flatMap((row) => {
    const what = gateWords(row, after);
    return what === gateWords(row, before) ? [] : [{ what, source: GATE_SOURCE }];
  });
}

function gateWords({ gate, on, off }: GateEffect, release: Release): string {
  const spec = gateSpec(gate, release);
  const effect = spec?.on === true ? on : off;
  const state = spec === null ? 'unknown' : `${spec.on ? 'on' : 'off'} ${spec.locked ? 'for good' : 'by default'}`;
  return `${effect} (gate ${gate}: ${state}).`;
}

function fields(before: Release, after: Release): readonly VersionChange[] {
  const there = ({ minor }: Release) => pathsOf(KUBELET_CONFIGURATION, '', minor);
  const changes = differences([...there(before).keys()], [...there(after).keys()], FIELD_SOURCE, {
    more: (names) => `New fields: ${names}.`,
    fewer: (names) => `Fields that are not known, remarked on and ignored: ${names}.`,
  });
  const defaults = [...there(after)].flatMap(([path, field]) => {
    const { formerly } = field;
    if (formerly === undefined || !there(before).has(path)) return [];
    const old = (release: Release) => release.minor <= formerly.until;
    if (old(before) === old(after)) return [];
    const value = JSON.stringify(old(after) ? formerly.fallback : field.fallback);
    return [{ what: `${path} is ${value} unless it is set.`, source: FIELD_SOURCE }];
  });
  return [...changes, ...defaults];
}

function pathsOf(struct: Struct, prefix: string, minor: number): ReadonlyMap<string, Field> {
  const found = new Map<string, Field>();
  for (const field of struct.fields.filter((one) => inVersion(one, minor))) {
    const path = prefix + field.name;
    const nested = inner(field);
    if (nested === null) found.set(path, field);
    else for (const [below, leaf] of pathsOf(nested, `${path}.`, minor)) found.set(below, leaf);
  }
  return found;
}

function flags(before: Release, after: Release): readonly VersionChange[] {
  const there = ({ minor }: Release) => FLAGS.filter((flag) => inVersion(flag, minor)).map(({ name }) => `--${name}`);
  return differences(there(before), there(after), FLAG_SOURCE, {
    more: (names) => `New flags: ${names}.`,
    fewer: (names) => `Flags that are not known, with which the kubelet does not start: ${names}.`,
  });
}

function apiServer(from: string, to: string): readonly VersionChange[] {
  const [before, after] = [knownVersion(from), knownVersion(to)];
  if (before === null || after === null || before.apiServerOrganisation === after.apiServerOrganisation) return [];
  const { apiServerOrganisation: organisation, apiServerBinding: binding, source } = after;
  const identity = organisation === null ? 'no organisation' : `O = ${organisation}`;
  const what = `kubeadm makes the API server’s client certificate with ${identity}; the ClusterRoleBinding ${binding} lets it reach kubelets.`;
  return [{ what, source }];
}

function knownVersion(version: string): KnownVersion | null {
  return VERSIONS.find((known) => known.version === version) ?? null;
}

type Names = (names: string) => string;

function differences(
  before: readonly string[],
  after: readonly string[],
  source: string,
  words: { readonly more: Names; readonly fewer: Names },
): readonly VersionChange[] {
  const without = (list: readonly string[], other: readonly string[]) =>
    [...new Set(list)].filter((name) => !other.includes(name)).join(', ');
  const [more, fewer] = [without(after, before), without(before, after)];
  return [
    ...(more === '' ? [] : [{ what: words.more(more), source }]),
    ...(fewer === '' ? [] : [{ what: words.fewer(fewer), source }]),
  ];
}
