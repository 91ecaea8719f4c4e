import { booleanAt } from '../../config/effective.ts';
import { klogLine } from '../../config/klog.ts';
import type { Host } from '../../host/host.ts';
import type { LogLine } from '../../host/journal.ts';
import type { StartContext } from './context.ts';

/** What a kubelet wants of the kernel, in the order the kubelet names it. Models pkg/util/sysctl/sysctl.go, v1.36. */
const EXPECTED: readonly (readonly [name: string, value: string])[] = [
  ['vm/overcommit_memory', '1'],
  ['vm/panic_on_oom', '0'],
  ['kernel/panic', '10'],
  ['kernel/panic_on_oops', '1'],
  ['kernel/keys/root_maxkeys', '1000000'],
  ['kernel/keys/root_maxbytes', '25000000'],
];

/** What a kubelet that starts makes of the kernel's parameters. */
export type KernelOutcome =
  | { readonly ok: true; readonly sysctls: Host['sysctls']; readonly log: readonly LogLine[] }
  | { readonly ok: false; readonly error: string };

/**
 * Without `protectKernelDefaults` a kubelet sets what is not as it wants it, and tells so at `--v=2`; with it, it names all of
 * that as its error. A sysctl that the host does not name has the expected value.
 * Models setupKernelTunables in pkg/kubelet/cm/container_manager_linux.go, v1.36.
 */
export function kernelTunables({ config, host }: StartContext, verbosity: number): KernelOutcome {
  const wrong = EXPECTED.flatMap(([flag, expected]) => {
    const name = flag.replaceAll('/', '.');
    const actual = host.sysctls[name] ?? expected;
    return actual === expected ? [] : [{ flag, name, expected, actual }];
  });
  if (wrong.length === 0) return { ok: true, sysctls: host.sysctls, log: [] };
  if (booleanAt(config, 'protectKernelDefaults')) {
    const errors = wrong.map(
      ({ flag, expected, actual }) =>
        `invalid kernel flag: ${flag}, expected value: ${expected}, actual value: ${actual}`,
    );
    return { ok: false, error: errors.length === 1 ? errors.join('') : `[${errors.join(', ')}]` };
  }
  // klog quotes texts and leaves numbers bare.
  const log = wrong.map(({ flag, expected, actual }) => {
    const line = klogLine('I', 'container_manager_linux.go:512', 'Updating kernel flag', [['flag', flag]]);
    return { ...line, text: `${line.text} expectedValue=${expected} actualValue=${actual}` };
  });
  const set = Object.fromEntries(wrong.map(({ name, expected }) => [name, expected]));
  return { ok: true, sysctls: { ...host.sysctls, ...set }, log: verbosity < 2 ? [] : log };
}
