/** A feature gate that decides something a learner of access meets. */
export interface GateEffect {
  readonly gate: string;
  /** How things are while it is on. */
  readonly on: string;
  readonly off: string;
}

/** Gates whose state is worth a line when a node's version changes. States are those of gates.table.ts. */
export const GATE_EFFECTS: readonly GateEffect[] = [
  {
    gate: 'KubeletFineGrainedAuthz',
    on: '/pods, /runningpods, /healthz and /configz ask for a subresource of their own before nodes/proxy',
    off: '/pods, /runningpods, /healthz and /configz ask for nodes/proxy alone',
  },
  { gate: 'NodeLogQuery', on: 'enableSystemLogQuery may be true', off: 'enableSystemLogQuery may not be true' },
  { gate: 'ComponentStatusz', on: '/statusz is there', off: '/statusz is not there' },
  { gate: 'ComponentFlagz', on: '/flagz is there', off: '/flagz is not there' },
  { gate: 'ContainerCheckpoint', on: '/checkpoint is there', off: '/checkpoint is not there' },
  {
    gate: 'ReloadKubeletServerCertificateFile',
    on: 'A serving certificate that changes on disk is taken without a restart',
    off: 'A serving certificate that changes on disk is taken at the next restart',
  },
  {
    gate: 'KubeletCrashLoopBackOffMax',
    on: 'crashLoopBackOff.maxContainerRestartPeriod may be set',
    off: 'crashLoopBackOff.maxContainerRestartPeriod may not be set',
  },
  {
    gate: 'KubeletEnsureSecretPulledImages',
    on: 'Pods that use a pulled image again must show that they may pull it',
    off: 'Pods may use any image that the node has pulled',
  },
];
