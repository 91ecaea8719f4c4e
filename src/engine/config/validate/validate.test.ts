import { expect, test } from 'vitest';
import { diagnoseConfigFile } from '../diagnose.ts';

const HEAD = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';

function complaints(body: string): readonly string[] {
  return diagnoseConfigFile(HEAD + body, '/c', '1.36.3')
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message.replace('invalid configuration: ', ''));
}

test.each([
  ['oomScoreAdj: 1001', 'oomScoreAdj (--oom-score-adj) 1001 must be between -1000 and 1000, inclusive'],
  [
    'imageGCHighThresholdPercent: 70',
    'imageGCLowThresholdPercent (--image-gc-low-threshold) 80 must be less than imageGCHighThresholdPercent (--image-gc-high-threshold) 70',
  ],
  ['imageMaximumGCAge: 1m', 'imageMaximumGCAge 1m0s must be greater than imageMinimumGCAge 2m0s'],
  [
    'systemCgroups: /s',
    'systemCgroups (--system-cgroups) was specified and cgroupRoot (--cgroup-root) was not specified',
  ],
  ['runOnce: true', 'runOnce (--runOnce) true, Runonce mode has been deprecated and should not be set'],
  ['registerWithTaints: [{key: a, value: b, effect: Never}]', 'invalid taint: {a b Never <nil>}'],
  [
    'topologyManagerPolicy: some',
    'topologyManagerPolicy (--topology-manager-policy) "some" must be one of: ["none" "best-effort" "restricted" "single-numa-node"]',
  ],
  ['shutdownGracePeriodCriticalPods: 5s', 'shutdownGracePeriodCriticalPods 5s must be <= shutdownGracePeriod 0s'],
  ['memorySwap: {swapBehavior: Lots}', 'memorySwap.swapBehavior "Lots" must be one of: "", "LimitedSwap" or "NoSwap"'],
  [
    'enforceNodeAllocatable: [kube-reserved]',
    'kubeReservedCgroup (--kube-reserved-cgroup) must be specified when "kube-reserved" or "kube-reserved-compressible" included in enforceNodeAllocatable (--enforce-node-allocatable)',
  ],
  [
    'enforceNodeAllocatable: [none, pods]',
    'enforceNodeAllocatable (--enforce-node-allocatable) may not contain additional enforcements when "none" is specified',
  ],
  [
    'reservedSystemCPUs: 3-1',
    'unable to parse reservedSystemCPUs (--reserved-cpus) 3-1, error: invalid range "3-1" (3 > 1)',
  ],
  [
    'reservedMemory: [{numaNode: 0, limits: {disk: 1Gi}}]',
    'the limit type "disk" for NUMA node 0 is not supported, only [memory hugepages-<HugePageSize>] is accepted',
  ],
  ['userNamespaces: {idsPerPod: 65537}', 'userNamespaces.idsPerPod must be a multiple of 65536'],
  [
    'showHiddenMetricsForVersion: "1.34"',
    'invalid showHiddenMetricsForVersion: showHiddenMetricsForVersion: Invalid value: "1.34": must be omitted or have the value \'1.35\'; only the previous minor version is allowed',
  ],
  ['logging: {verbosity: 3000000000}', 'logging.verbosity: Invalid value: 3000000000: Must be <= 2147483647'],
  [
    'tracing: {samplingRatePerMillion: -1}',
    'tracing.samplingRatePerMillion: Invalid value: -1: sampling rate must be positive',
  ],
  ['memoryThrottlingFactor: 1.5', 'memoryThrottlingFactor 1.5 must be greater than 0 and less than or equal to 1.0'],
  [
    'containerLogMonitorInterval: 1s',
    'containerLogMonitorInterval must be a positive time duration greater than or equal to 3s',
  ],
  ['podLogsDir: /var//log', 'pod logs path "/var//log" must be normalized'],
  [
    'cpuCFSQuotaPeriod: 10ms\nfeatureGates: {CustomCPUCFSQuotaPeriod: false}',
    'cpuCFSQuotaPeriod (--cpu-cfs-quota-period) 10ms requires feature gate CustomCPUCFSQuotaPeriod',
  ],
])('%s', (body, message) => {
  expect(complaints(`${body}\n`)).toEqual([message]);
});

test('a gate that is on allows what it is for', () => {
  expect(complaints('cpuCFSQuotaPeriod: 10ms\n')).toEqual([]);
});
