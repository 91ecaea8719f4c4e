/** What a browser with Trusted Types offers; others have none of it. */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(text: string): string },
  ): { createScriptURL(text: string): string };
}

/**
 * The page's content policy lets no text become a script's address but through a policy that it names. Makes the one of
 * this name, once, which lets through a single address; what comes back gives that address to a worker.
 */
export function trustedAddress(policy: string, address: string): () => string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies };
  const made = trustedTypes?.createPolicy(policy, {
    createScriptURL(asked) {
      if (asked !== address) throw new TypeError(`${policy} lets through ${address} and nothing else.`);
      return asked;
    },
  });
  return () => made?.createScriptURL(address) ?? address;
}
