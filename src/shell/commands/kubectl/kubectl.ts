import type { NodeCommand } from '../../command.ts';
import { completeKubectl } from './complete.ts';
import { runKubectl } from './dispatch.ts';
import { ROOT_HELP } from './help/root.data.ts';
import { KUBECTL } from './program.ts';

/** `kubectl`: a client of the cluster's API server. Models kubernetes/cmd/kubectl, v1.36. */
export const kubectl: NodeCommand = {
  name: 'kubectl',
  run: (parameters, context) => runKubectl(KUBECTL, parameters, context),
  complete: (words, context) => completeKubectl(KUBECTL, words, context),
  manual: ROOT_HELP,
};
