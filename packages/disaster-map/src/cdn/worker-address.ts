/** The part of Trusted Types that is used here; the DOM library's types do not hold it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

type Policy = ReturnType<TrustedTypes['createPolicy']>;

let policy: Policy | undefined;

/**
 * The address of a worker of ours, in the form that a page which demands Trusted Types takes: as the policy `yokoten`
 * writes it. Where that policy may not be made, the address stays a text, and the page decides.
 */
export function workerAddress(address: string): string {
  policy ??= makePolicy();
  return policy?.createScriptURL(address) ?? address;
}

function makePolicy(): Policy | undefined {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  try {
    return trustedTypes?.createPolicy('yokoten', { createScriptURL: (text) => text });
  } catch {
    // Not among the page's `trusted-types`, or made already by another copy of the package.
    return undefined;
  }
}
