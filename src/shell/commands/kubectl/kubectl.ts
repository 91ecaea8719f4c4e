import type { NodeCommand } from '../../command.ts';
import { runKubectl } from './dispatch.ts';
import { KUBECTL } from './program.ts';

/** `kubectl`: a client of the cluster's API server. Models kubernetes/cmd/kubectl, v1.36. */
export const kubectl: NodeCommand = {
  name: 'kubectl',
  run: (parameters, context) => runKubectl(KUBECTL, parameters, context),
};
