/** What of the browser's Trusted Types is needed here. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

/**
 * The address of the script's own worker, as a page that enforces Trusted Types takes it: by the policy `clv-dashboard`, which
 * the page's Content-Security-Policy has to name. It is made for this address and allows no other; where the page allows no
 * such policy, the address stays what it is, and the page says so when the worker starts.
 */
export function ownScriptUrl(own: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return own;
  try {
    return trustedTypes.createPolicy('clv-dashboard', { createScriptURL: () => own }).createScriptURL('');
  } catch {
    return own;
  }
}
