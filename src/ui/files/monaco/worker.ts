import address from 'monaco-editor/editor/editor.worker?worker&url';

/** What a browser with Trusted Types offers; others have none of it. */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(text: string): string },
  ): { createScriptURL(text: string): string };
}

/**
 * Starts Monaco's worker. The page's content policy lets no text become a script's address but through a named policy, and
 * this one lets only this very address through.
 */
export function startWorker(): Worker {
  return new Worker(trusted(address), { type: 'module', name: 'editor' });
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies };

/** Made at once, since a name can be taken only once. Null where a browser has no Trusted Types. */
const policy =
  trustedTypes?.createPolicy('portside-worker', {
    createScriptURL(asked) {
      if (asked !== address) throw new TypeError('Only the editor’s worker is started.');
      return asked;
    },
  }) ?? null;

function trusted(text: string): string {
  return policy?.createScriptURL(text) ?? text;
}
