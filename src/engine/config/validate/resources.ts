import type { Json } from '../../json.ts';
import { isMemoryName } from '../flags/reservedMemory.ts';
import { goQuote } from '../go/quote.ts';
import { cpuSetError } from './cpuSet.ts';
import { imagePatternError } from './imagePattern.ts';
import { type Finding, finding, type View } from './view.ts';

const INVALID = 'invalid configuration: ';
const ENFORCE = 'enforceNodeAllocatable';
const ENFORCE_FLAG = `${ENFORCE} (--enforce-node-allocatable)`;
const POLICIES = ['NeverVerify', 'NeverVerifyPreloadedImages', 'NeverVerifyAllowlistedImages', 'AlwaysVerify'];

/** How enforceNodeAllocatable is spoken of, with and without the values for compressible resources. */
const ENFORCEMENT = {
  compressible: {
    reserved: /^(system|kube)-reserved(?:-compressible)?$/,
    named: (name: string) => `"${name}" or "${name}-compressible" included`,
    options:
      '"pods", "system-reserved", "system-reserved-compressible", "kube-reserved", "kube-reserved-compressible" or "none"',
  },
  whole: {
    reserved: /^(system|kube)-reserved$/,
    named: (name: string) => `"${name}" contained`,
    options: '"pods", "system-reserved", "kube-reserved", or "none"',
  },
} as const;

/** Reservations, hairpin, image credentials, CPUs and memory. Models ValidateKubeletConfiguration, third part, v1.36. */
export function checkResources(view: View): readonly Finding[] {
  return [...enforcement(view), ...hairpin(view), ...images(view), ...cpus(view), ...memory(view)];
}

function enforcement(view: View): readonly Finding[] {
  const levels = view.list(ENFORCE).map(String);
  const found: Finding[] = [];
  for (const name of view.release.traits.compressibleEnforcement ? ['system-reserved', 'kube-reserved'] : []) {
    if (levels.includes(name) && levels.includes(`${name}-compressible`)) {
      found.push(
        finding(
          `${INVALID}both "${name}" and "${name}-compressible" cannot be specified together in ${ENFORCE_FLAG}`,
          ENFORCE,
        ),
      );
    }
  }
  const seen = new Set<string>();
  for (const level of levels) {
    if (seen.has(level)) {
      found.push(finding(`${INVALID}duplicated enforcements ${goQuote(level)} in ${ENFORCE_FLAG}`, ENFORCE));
      continue;
    }
    seen.add(level);
    found.push(...enforced(level, levels.length, view));
  }
  return found;
}

function enforced(level: string, count: number, view: View): readonly Finding[] {
  const found: Finding[] = [];
  const words = ENFORCEMENT[view.release.traits.compressibleEnforcement ? 'compressible' : 'whole'];
  const reserved = words.reserved.exec(level)?.[1];
  if (level === 'none') {
    if (count === 1) return [];
    return [
      finding(`${INVALID}${ENFORCE_FLAG} may not contain additional enforcements when "none" is specified`, ENFORCE),
    ];
  }
  if (reserved !== undefined) {
    const field = `${reserved}ReservedCgroup`;
    if (view.text(field) === '') {
      const name = `${reserved}-reserved`;
      found.push(
        finding(
          `${INVALID}${field} (--${name}-cgroup) must be specified when ${words.named(name)} in ${ENFORCE_FLAG}`,
          ENFORCE,
          field,
        ),
      );
    }
  } else if (level !== 'pods') {
    return [
      finding(
        `${INVALID}option ${goQuote(level)} specified for ${ENFORCE_FLAG}. Valid options are ${words.options}`,
        ENFORCE,
      ),
    ];
  }
  if (!view.on('cgroupsPerQOS')) {
    found.push(
      finding(
        `${INVALID}cgroupsPerQOS (--cgroups-per-qos) must be set to true when ${goQuote(level)} contained in ${ENFORCE_FLAG}`,
        'cgroupsPerQOS',
        ENFORCE,
      ),
    );
  }
  return found;
}

function hairpin(view: View): readonly Finding[] {
  const mode = view.text('hairpinMode');
  if (['none', 'hairpin-veth', 'promiscuous-bridge'].includes(mode)) return [];
  return [
    finding(
      `${INVALID}option ${goQuote(mode)} specified for hairpinMode (--hairpin-mode). Valid options are "none", "hairpin-veth" or "promiscuous-bridge"`,
      'hairpinMode',
    ),
  ];
}

function images(view: View): readonly Finding[] {
  const policyPath = 'imagePullCredentialsVerificationPolicy';
  const listPath = 'preloadedImagesVerificationAllowlist';
  if (!view.has(policyPath)) return [];
  const policy = view.text(policyPath);
  const patterns = view.list(listPath).map(String);
  const found: Finding[] = [];
  if (!view.gate('KubeletEnsureSecretPulledImages')) {
    const rule = 'must not be set if KubeletEnsureSecretPulledImages feature gate is not enabled';
    if (policy !== '') found.push(finding(`${INVALID}\`${policyPath}\` ${rule}`, policyPath));
    if (patterns.length > 0) found.push(finding(`${INVALID}\`${listPath}\` ${rule}`, listPath));
    return found;
  }
  if (!POLICIES.includes(policy)) {
    found.push(
      finding(
        `${INVALID}option ${goQuote(policy)} specified for ${policyPath}. Valid options are "NeverVerify", "NeverVerifyPreloadedImages", "NeverVerifyAllowlistedImages" or "AlwaysVerify"`,
        policyPath,
      ),
    );
  }
  if (patterns.length > 0 && policy !== 'NeverVerifyAllowlistedImages') {
    found.push(
      finding(
        `${INVALID}can't set \`${listPath}\` if \`imagePullCredentialsVertificationPolicy\` is not "NeverVerifyAllowlistedImages"`,
        listPath,
        policyPath,
      ),
    );
    return found;
  }
  const error = patterns.map(imagePatternError).find((message) => message !== null) ?? null;
  if (error !== null) found.push(finding(`${INVALID}invalid image pattern in \`${listPath}\`: ${error}`, listPath));
  return found;
}

function cpus(view: View): readonly Finding[] {
  const path = 'reservedSystemCPUs';
  const text = view.text(path);
  if (text === '') return [];
  const found: Finding[] = [];
  if (view.text('systemReservedCgroup') !== '' || view.text('kubeReservedCgroup') !== '') {
    found.push(
      finding(
        `${INVALID}can't use ${path} (--reserved-cpus) with systemReservedCgroup (--system-reserved-cgroup) or kubeReservedCgroup (--kube-reserved-cgroup)`,
        path,
      ),
    );
  }
  const error = cpuSetError(text);
  if (error !== null)
    found.push(finding(`${INVALID}unable to parse ${path} (--reserved-cpus) ${text}, error: ${error}`, path));
  return found;
}

function memory(view: View): readonly Finding[] {
  const found: Finding[] = [];
  const seen = new Set<string>();
  for (const item of view.list('reservedMemory')) {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) continue;
    const { numaNode = 0, limits = null } = item as Readonly<Record<string, Json>>;
    const pairs = typeof limits === 'object' && limits !== null ? Object.entries(limits) : [];
    for (const [name, amount] of pairs) {
      const add = (words: string): unknown => found.push(finding(`${INVALID}${words}`, 'reservedMemory'));
      if (!isMemoryName(name))
        add(
          `the limit type ${goQuote(name)} for NUMA node ${numaNode} is not supported, only [memory hugepages-<HugePageSize>] is accepted`,
        );
      if (amount === '0')
        add(`reserved memory may not be zero for NUMA node ${numaNode} and resource ${goQuote(name)}`);
      const key = `${String(numaNode)} ${name}`;
      if (seen.has(key))
        add(`the reserved memory has a duplicate value for NUMA node ${numaNode} and resource ${goQuote(name)}`);
      seen.add(key);
    }
  }
  return found;
}
