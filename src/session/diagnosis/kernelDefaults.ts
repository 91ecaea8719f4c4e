import { homeOf } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W16: the kubelet shall refuse wrong sysctls, and they are wrong. */
export const kernelDefaults: Misconception = {
  id: 'W16',
  name: 'protectKernelDefaults before the sysctls',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    const error = node?.kubelet.lastExit?.error ?? '';
    if (node === null || node.kubelet.process !== null || !error.includes('invalid kernel flag')) return null;
    const flags = [...error.matchAll(/invalid kernel flag: (\S+), expected value: (-?\d+), actual value: (-?\d+)/g)];
    const wrong = flags.map(
      ([, name = '', wanted = '', is = '']) => `${name.replaceAll('/', '.')} is ${is}, not ${wanted}`,
    );
    return {
      done: 'protectKernelDefaults is true, and the kernel’s parameters are not as a kubelet wants them.',
      happens: `The kubelet changes nothing any more and does not start: ${wrong.join('; ') || error}.`,
      causes: wrong.map((label) => ({ kind: 'text', label })),
      levels: [
        'What does the kubelet do with a kernel parameter that is not as it wants it?',
        `With protectKernelDefaults it refuses to start. Its journal names them: ${wrong.join('; ')}.`,
        'Set them first (sysctl -w, and a file in /etc/sysctl.d for the next boot), then restart.',
      ],
    };
  },
};
