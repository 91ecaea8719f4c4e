import type { JsonObject } from '../../../../json.ts';
import { objectAt, textAt, valueAt } from '../../../json.ts';
import * as baseline from './baseline.ts';
import type { Finding } from './finding.ts';
import type { LevelVersion } from './level.ts';
import * as restricted from './restricted.ts';

interface Check {
  /** The first minor version of the policy that has it. */
  readonly from: number;
  readonly check: (pod: JsonObject, minor: number) => Finding | null;
  /** From which version of the restricted level a stricter check stands in for it. */
  readonly until?: number;
  /** From which version pods in a user namespace of their own are let off. */
  readonly relaxed?: number;
  /** From which version pods for Windows are let off. */
  readonly windows?: number;
}

/** No check is younger: later versions are the same policy. */
const NEWEST = 35;

/** In the order in which a refusal names them. */
const BASELINE: readonly Check[] = [
  { from: 0, check: baseline.appArmor },
  { from: 0, check: baseline.capabilities, until: 22 },
  { from: 0, check: baseline.hostNamespaces },
  { from: 0, check: baseline.hostPaths, until: 0 },
  { from: 0, check: baseline.hostPorts },
  { from: 34, check: baseline.hostProbes },
  { from: 0, check: baseline.privileged },
  { from: 0, check: baseline.procMount, until: 35, relaxed: 35 },
  { from: 0, check: baseline.seLinux },
  { from: 19, check: baseline.seccomp, until: 19 },
  { from: 0, check: baseline.sysctls },
  { from: 0, check: baseline.hostProcess },
];

const RESTRICTED: readonly Check[] = [
  { from: 8, check: restricted.escalation, windows: 25 },
  { from: 22, check: restricted.fewCapabilities, windows: 25 },
  { from: 35, check: baseline.procMount },
  { from: 0, check: restricted.fewVolumes },
  { from: 0, check: restricted.nonRoot, relaxed: 35 },
  { from: 23, check: restricted.notUserZero, relaxed: 35 },
  { from: 19, check: restricted.seccompSet, windows: 25 },
];

/** What a level has against a pod, all of it. Models pod-security-admission/policy/registry.go, v0.36. */
export function violations(pod: JsonObject, { level, minor }: LevelVersion): readonly Finding[] {
  if (level === 'privileged') return [];
  const version = Math.min(minor ?? NEWEST, NEWEST);
  const spec = objectAt(pod, 'spec');
  const own = valueAt(spec, 'hostUsers') === false;
  const windows = textAt(objectAt(spec, 'os'), 'name') === 'windows';
  const basic =
    level === 'baseline' ? BASELINE : BASELINE.filter(({ until }) => until === undefined || version < until);
  return [...basic, ...(level === 'restricted' ? RESTRICTED : [])].flatMap((one) => {
    if (version < one.from) return [];
    if (own && one.relaxed !== undefined && version >= one.relaxed) return [];
    if (windows && one.windows !== undefined && version >= one.windows) return [];
    const finding = one.check(pod, version);
    return finding === null ? [] : [finding];
  });
}
