import { type Finding, finding, type View } from './view.ts';

type Check = (view: View) => Finding | null;

/** `name (--flag)`, as the sentences begin. */
function subject(name: string, flag: string | null): string {
  return flag === null ? name : `${name} (--${flag})`;
}

function check(name: string, flag: string | null, bad: (value: number, view: View) => boolean, rule: string): Check {
  return (view) => {
    const value = view.number(name);
    return bad(value, view) ? finding(`invalid configuration: ${subject(name, flag)} ${value} ${rule}`, name) : null;
  };
}

const outside =
  (low: number, high: number) =>
  (value: number): boolean =>
    value < low || value > high;

const notNegative = (name: string, flag: string): Check =>
  check(name, flag, (value) => value < 0, 'must not be a negative number');

const range = (name: string, flag: string, low: number, high: number): Check =>
  check(name, flag, outside(low, high), `must be between ${low} and ${high}, inclusive`);

const leaseDuration: Check = (view) =>
  view.number('nodeLeaseDurationSeconds') > 0
    ? null
    : finding('invalid configuration: nodeLeaseDurationSeconds must be greater than 0', 'nodeLeaseDurationSeconds');

const systemCgroups: Check = (view) =>
  view.text('systemCgroups') !== '' && view.text('cgroupRoot') === ''
    ? finding(
        'invalid configuration: systemCgroups (--system-cgroups) was specified and cgroupRoot (--cgroup-root) was not specified',
        'systemCgroups',
      )
    : null;

const MILLISECOND = 1_000_000n;

const quotaPeriod: Check = (view) => {
  const period = view.duration('cpuCFSQuotaPeriod');
  const words = `invalid configuration: cpuCFSQuotaPeriod (--cpu-cfs-quota-period) ${view.text('cpuCFSQuotaPeriod')}`;
  if (!view.gate('CustomCPUCFSQuotaPeriod')) {
    return period === 100n * MILLISECOND
      ? null
      : finding(`${words} requires feature gate CustomCPUCFSQuotaPeriod`, 'cpuCFSQuotaPeriod');
  }
  return period < MILLISECOND || period > 1000n * MILLISECOND
    ? finding(`${words} must be between 1ms and 1sec, inclusive`, 'cpuCFSQuotaPeriod')
    : null;
};

const thresholds: Check = (view) => {
  const low = view.number('imageGCLowThresholdPercent');
  const high = view.number('imageGCHighThresholdPercent');
  if (low < high) return null;
  return finding(
    `invalid configuration: imageGCLowThresholdPercent (--image-gc-low-threshold) ${low} must be less than imageGCHighThresholdPercent (--image-gc-high-threshold) ${high}`,
    'imageGCLowThresholdPercent',
    'imageGCHighThresholdPercent',
  );
};

const maximumAgeGate: Check = (view) =>
  view.duration('imageMaximumGCAge') !== 0n && !view.gate('ImageMaximumGCAge')
    ? finding(
        'invalid configuration: ImageMaximumGCAge feature gate is required for Kubelet configuration option imageMaximumGCAge',
        'imageMaximumGCAge',
      )
    : null;

const negativeAge =
  (name: string): Check =>
  (view) =>
    view.duration(name) < 0n
      ? finding(`invalid configuration: ${name} ${view.text(name)} must not be negative`, name)
      : null;

const ages: Check = (view) => {
  const most = view.duration('imageMaximumGCAge');
  if (most <= 0n || most > view.duration('imageMinimumGCAge')) return null;
  return finding(
    `invalid configuration: imageMaximumGCAge ${view.text('imageMaximumGCAge')} must be greater than imageMinimumGCAge ${view.text('imageMinimumGCAge')}`,
    'imageMaximumGCAge',
    'imageMinimumGCAge',
  );
};

const parallelPulls: Check = (view) => {
  const most = view.json('maxParallelImagePulls');
  return typeof most === 'number' && most < 1
    ? finding(`invalid configuration: maxParallelImagePulls ${most} must be a positive number`, 'maxParallelImagePulls')
    : null;
};

const serializedPulls: Check = (view) =>
  view.on('serializeImagePulls') && view.number('maxParallelImagePulls') > 1
    ? finding(
        'invalid configuration: maxParallelImagePulls cannot be larger than 1 unless SerializeImagePulls (--serialize-image-pulls) is set to false',
        'maxParallelImagePulls',
        'serializeImagePulls',
      )
    : null;

const serverTls: Check = (view) =>
  view.on('serverTLSBootstrap') && !view.gate('RotateKubeletServerCertificate')
    ? finding(
        'invalid configuration: serverTLSBootstrap true requires feature gate RotateKubeletServerCertificate',
        'serverTLSBootstrap',
      )
    : null;

const runOnce: Check = (view) =>
  view.on('runOnce')
    ? finding(
        'invalid configuration: runOnce (--runOnce) true, Runonce mode has been deprecated and should not be set',
        'runOnce',
      )
    : null;

/** Numbers, ports, ages, in the order the kubelet checks them. Models ValidateKubeletConfiguration, first part, v1.36. */
export const NUMBER_CHECKS: readonly Check[] = [
  leaseDuration,
  systemCgroups,
  notNegative('eventBurst', 'event-burst'),
  notNegative('eventRecordQPS', 'event-qps'),
  check('healthzPort', 'healthz-port', outside(0, 65535), 'must be between 1 and 65535, inclusive'),
  quotaPeriod,
  range('imageGCHighThresholdPercent', 'image-gc-high-threshold', 0, 100),
  range('imageGCLowThresholdPercent', 'image-gc-low-threshold', 0, 100),
  thresholds,
  maximumAgeGate,
  (view) => (view.release.traits.imageAgeChecked ? negativeAge('imageMinimumGCAge')(view) : null),
  negativeAge('imageMaximumGCAge'),
  ages,
  range('iptablesDropBit', 'iptables-drop-bit', 0, 31),
  range('iptablesMasqueradeBit', 'iptables-masquerade-bit', 0, 31),
  notNegative('kubeAPIBurst', 'kube-api-burst'),
  notNegative('kubeAPIQPS', 'kube-api-qps'),
  check('nodeStatusMaxImages', 'node-status-max-images', (value) => value < -1, 'must be -1 or greater'),
  notNegative('maxOpenFiles', 'max-open-files'),
  notNegative('maxPods', 'max-pods'),
  range('oomScoreAdj', 'oom-score-adj', -1000, 1000),
  notNegative('podsPerCore', 'pods-per-core'),
  range('port', 'port', 1, 65535),
  range('readOnlyPort', 'read-only-port', 0, 65535),
  notNegative('registryBurst', 'registry-burst'),
  notNegative('registryPullQPS', 'registry-qps'),
  parallelPulls,
  serializedPulls,
  serverTls,
  runOnce,
];
