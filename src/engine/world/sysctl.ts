import { type Step, told, withHost, withNode } from './change.ts';
import { nodeNamed, type World } from './world.ts';

/** Sets a kernel parameter of a node, as root writes to `/proc/sys`; a kubelet that runs does not look again. */
export function setSysctl(world: World, name: string, parameter: string, value: string): Step {
  const node = nodeNamed(world, name);
  if (node === undefined) return { world, trace: told(world, { stderr: `no such node: ${name}`, exitCode: 1 }) };
  if (!Object.hasOwn(node.host.sysctls, parameter)) {
    const path = `/proc/sys/${parameter.replaceAll('.', '/')}`;
    const stderr = `sysctl: cannot stat ${path}: No such file or directory\n`;
    return { world, trace: told(world, { stderr, exitCode: 1 }) };
  }
  const next = withNode(world, withHost(node, { sysctls: { ...node.host.sysctls, [parameter]: value } }));
  return { world: next, trace: told(next, { stdout: `${parameter} = ${value}\n` }) };
}
