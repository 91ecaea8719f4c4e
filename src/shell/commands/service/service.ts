import type { NodeCommand } from '../../command.ts';
import { complained, notModelled } from '../answer.ts';
import { systemctl } from '../systemctl/systemctl.ts';

const USAGE = 'Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]\n';

/** `service NAME VERB`, which hands on to systemctl. Models init-system-helpers 1.66. */
export const service: NodeCommand = {
  name: 'service',
  run(parameters, context) {
    const [name, verb] = parameters;
    if (name === '--status-all') return notModelled('service --status-all is not modelled: try systemctl list-units.');
    if (name === undefined || verb === undefined || name.startsWith('-')) return complained(USAGE);
    const unit = name.endsWith('.service') ? name : `${name}.service`;
    if (verb === '--full-restart') return systemctl.run(['restart', unit], context);
    if (['start', 'stop', 'restart', 'status', 'reload', 'force-reload'].includes(verb))
      return systemctl.run([verb, unit], context);
    return complained(USAGE);
  },
  complete: (words) => {
    const last = words.at(-1) ?? '';
    const words1 = words.length < 2 ? ['kubelet'] : ['restart', 'start', 'status', 'stop'];
    return words1.filter((word) => word.startsWith(last)).map((insert) => ({ insert }));
  },
};
