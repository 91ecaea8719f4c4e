/** Commands that a real kubectl has and this one does not model. */
export const NOT_MODELLED: readonly string[] = [
  'alpha',
  'autoscale',
  'cp',
  'debug',
  'diff',
  'events',
  'expose',
  'kuberc',
  'kustomize',
  'plugin',
  'proxy',
  'rollout',
  'scale',
  'set',
  'wait',
];
