import { trustedAddress } from '#ui/app/trustedAddress.ts';
import address from './board.worker.ts?worker-beside-the-page';

/** Made at once, since a policy's name can be taken only once. */
const trusted = trustedAddress('portside-board', address);

/** Starts a worker of the class board. The page's content policy lets only this very address through. */
export function startWorker(): Worker {
  return new Worker(trusted(), { type: 'module', name: 'board' });
}
