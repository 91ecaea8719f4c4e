/** How many recorded things of a group are equal here. `listed` differ, each with its reason in docs/not-modelled.md. */
export interface FidelityFigure {
  /** Of the recorded kubelet: `1.36.3`. */
  readonly version: string;
  readonly group: string;
  readonly equal: number;
  readonly total: number;
  readonly listed: number;
}

/** Written by `npm run conformance -- --report`; changes by hand are lost. */
export const FIDELITY: readonly FidelityFigure[] = [
  { version: '1.36.3', group: 'auth-file', equal: 4285, total: 4285, listed: 0 },
  { version: '1.36.3', group: 'auth-flags', equal: 2777, total: 2777, listed: 0 },
  { version: '1.36.3', group: 'drop-in', equal: 48, total: 48, listed: 0 },
  { version: '1.36.3', group: 'effective', equal: 598, total: 598, listed: 0 },
  { version: '1.36.3', group: 'ports', equal: 63, total: 63, listed: 0 },
  { version: '1.36.3', group: 'rbac', equal: 418, total: 418, listed: 0 },
  { version: '1.36.3', group: 'routes', equal: 2542, total: 2542, listed: 0 },
  { version: '1.36.3', group: 'startup', equal: 229, total: 229, listed: 0 },
  { version: '1.36.3', group: 'tls', equal: 30, total: 30, listed: 0 },
  { version: '1.36.3', group: 'curl', equal: 40, total: 40, listed: 0 },
  { version: '1.36.3', group: 'kubectl', equal: 695, total: 695, listed: 0 },
  { version: '1.36.3', group: 'apiserver', equal: 710, total: 710, listed: 0 },
  { version: '1.34.9', group: 'auth-file', equal: 819, total: 819, listed: 0 },
  { version: '1.34.9', group: 'auth-flags', equal: 520, total: 520, listed: 0 },
  { version: '1.34.9', group: 'drop-in', equal: 48, total: 48, listed: 0 },
  { version: '1.34.9', group: 'effective', equal: 308, total: 308, listed: 0 },
  { version: '1.34.9', group: 'ports', equal: 63, total: 63, listed: 0 },
  { version: '1.34.9', group: 'rbac', equal: 418, total: 418, listed: 0 },
  { version: '1.34.9', group: 'routes', equal: 1402, total: 1402, listed: 0 },
  { version: '1.34.9', group: 'startup', equal: 239, total: 239, listed: 0 },
  { version: '1.34.9', group: 'tls', equal: 24, total: 24, listed: 0 },
  { version: '1.31.14', group: 'auth-file', equal: 819, total: 819, listed: 0 },
  { version: '1.31.14', group: 'auth-flags', equal: 520, total: 520, listed: 0 },
  { version: '1.31.14', group: 'drop-in', equal: 48, total: 48, listed: 0 },
  { version: '1.31.14', group: 'effective', equal: 273, total: 273, listed: 0 },
  { version: '1.31.14', group: 'ports', equal: 63, total: 63, listed: 0 },
  { version: '1.31.14', group: 'rbac', equal: 418, total: 418, listed: 0 },
  { version: '1.31.14', group: 'routes', equal: 1402, total: 1402, listed: 0 },
  { version: '1.31.14', group: 'startup', equal: 239, total: 239, listed: 0 },
  { version: '1.31.14', group: 'tls', equal: 24, total: 24, listed: 0 },
];
