import { nodeNamed } from '#engine/world/world.ts';
import type { NodeCommand } from '../../command.ts';
import { complained, notModelled, printed } from '../answer.ts';

/** `hostname`: the node's name and address. Models hostname 3.23. */
export const hostname: NodeCommand = {
  name: 'hostname',
  run(parameters, { world, node }) {
    const host = nodeNamed(world, node)?.host;
    if (host === undefined) return notModelled(`there is no node ${node}.`);
    const [option] = parameters;
    switch (option) {
      case undefined:
      case '-s':
      case '--short':
      case '-f':
      case '--fqdn':
      case '--long':
        return printed(`${host.hostname}\n`);
      case '-i':
      case '--ip-address':
        return printed(`${host.address}\n`);
      case '-I':
      case '--all-ip-addresses':
        return printed(`${host.address} \n`);
      case '-d':
      case '--domain':
        return printed('');
      default:
        if (!option.startsWith('-')) return notModelled('another name for the node is not modelled.');
        return complained(
          `hostname: invalid option -- '${option.replace(/^-+/, '').slice(0, 1)}'\nUsage: hostname [-b] {hostname|-F file}         set host name (from file)\n       hostname [-a|-A|-d|-f|-i|-I|-s|-y]       display formatted name\n       hostname                                 display host name\n`,
          4,
        );
    }
  },
};
