import address from './board.worker.ts?worker-beside-the-page';

/** What a browser with Trusted Types offers; others have none of it. */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(text: string): string },
  ): { createScriptURL(text: string): string };
}

/** Starts a worker of the class board. The page's content policy lets only this very address through. */
export function startWorker(): Worker {
  return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module', name: 'board' });
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies };

/** Made at once, since a name can be taken only once. Null where a browser has no Trusted Types. */
const policy =
  trustedTypes?.createPolicy('portside-board', {
    createScriptURL(asked) {
      if (asked !== address) throw new TypeError('Only the board’s worker is started.');
      return asked;
    },
  }) ?? null;
