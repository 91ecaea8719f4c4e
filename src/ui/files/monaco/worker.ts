import address from 'monaco-editor/editor/editor.worker?worker&url';
import { trustedAddress } from '../../app/trustedAddress.ts';

/** Made at once, since a policy's name can be taken only once. */
const trusted = trustedAddress('portside-worker', address);

/** Starts Monaco's worker. The page's content policy lets only this very address through. */
export function startWorker(): Worker {
  return new Worker(trusted(), { type: 'module', name: 'editor' });
}
