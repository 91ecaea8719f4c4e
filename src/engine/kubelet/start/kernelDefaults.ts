import { booleanAt } from '../../config/effective.ts';
import type { StartContext } from './context.ts';

/** What `protectKernelDefaults` insists on, in the order the kubelet names it. Models pkg/util/sysctl/sysctl.go, v1.36. */
const EXPECTED: readonly (readonly [name: string, value: string])[] = [
  ['vm/overcommit_memory', '1'],
  ['vm/panic_on_oom', '0'],
  ['kernel/panic', '10'],
  ['kernel/panic_on_oops', '1'],
  ['kernel/keys/root_maxkeys', '1000000'],
  ['kernel/keys/root_maxbytes', '25000000'],
];

/**
 * The error of a kubelet that must not change kernel flags and finds some it would change; null when it may go on.
 * A sysctl that the host does not name has the expected value.
 * Models setupKernelTunables in pkg/kubelet/cm/container_manager_linux.go, v1.36.
 */
export function kernelDefaultsError({ config, host }: StartContext): string | null {
  if (!booleanAt(config, 'protectKernelDefaults')) return null;
  const wrong = EXPECTED.flatMap(([name, expected]) => {
    const actual = host.sysctls[name.replaceAll('/', '.')] ?? expected;
    return actual === expected
      ? []
      : [`invalid kernel flag: ${name}, expected value: ${expected}, actual value: ${actual}`];
  });
  if (wrong.length === 0) return null;
  return wrong.length === 1 ? (wrong[0] ?? null) : `[${wrong.join(', ')}]`;
}
