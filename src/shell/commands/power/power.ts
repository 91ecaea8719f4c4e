import type { NodeCommand } from '../../command.ts';
import { notModelled } from '../answer.ts';

/** Programs that would end the simulated machine. */
export const POWER: readonly NodeCommand[] = ['reboot', 'shutdown', 'poweroff', 'halt', 'init'].map((name) => ({
  name,
  run: () => notModelled(`${name} is not modelled: a simulated node runs on.`),
}));
