import { clockText, rfc3339 } from '#engine/time.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { NodeCommand } from '../../command.ts';
import { complained, notModelled, printed } from '../answer.ts';

/** `uptime`: how long the node has run on the world's clock. Load is not modelled, hence 0.00. Models procps 4. */
export const uptime: NodeCommand = {
  name: 'uptime',
  run(parameters, { world, node }) {
    const host = nodeNamed(world, node)?.host;
    if (host === undefined) return notModelled(`there is no node ${node}.`);
    const [option] = parameters;
    const minutes = Math.floor((world.now - host.bootedAt) / 60_000);
    const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
    if (option === '-s' || option === '--since')
      return printed(`${rfc3339(host.bootedAt).replace('T', ' ').replace('Z', '')}\n`);
    if (option === '-p' || option === '--pretty') {
      const part = (count: number, unit: string): string[] =>
        count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
      return printed(
        `up ${[...part(days, 'day'), ...part(hours, 'hour'), ...part(rest, 'minute')].join(', ') || '0 minutes'}\n`,
      );
    }
    if (option !== undefined)
      return complained(`uptime: invalid option -- '${option.replace(/^-+/, '').slice(0, 1)}'\n`);
    const day = days === 0 ? '' : `${days} day${days === 1 ? '' : 's'}, `;
    const clock = hours === 0 ? `${rest} min` : `${String(hours).padStart(2)}:${String(rest).padStart(2, '0')}`;
    return printed(` ${clockText(world.now)} up ${day}${clock},  1 user,  load average: 0.00, 0.00, 0.00\n`);
  },
};
