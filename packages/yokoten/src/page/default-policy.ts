/** The part of Trusted Types that is used here; the DOM library's types do not hold it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {
      readonly createHTML: (text: string) => string;
      readonly createScriptURL: (address: string) => string;
    },
  ): unknown;
}

/** What Leaflet writes, while it is loaded, to find out what a browser can draw. */
const CONSTANTS: readonly string[] = ['<svg/>', '<v:shape adj="1"/>'];

// A library that knows nothing of Trusted Types is checked here, as the page's Content-Security-Policy demands.
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy('default', {
  createHTML(text) {
    if (CONSTANTS.includes(text)) return text;
    throw new TypeError('text does not become HTML on this page');
  },
  createScriptURL(address) {
    const { origin, protocol } = new URL(address, document.baseURI);
    if (origin === location.origin && /^(?:blob|https?):$/u.test(protocol)) return address;
    throw new TypeError(`not a script of this site: ${address}`);
  },
});
