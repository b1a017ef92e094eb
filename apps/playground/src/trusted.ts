/** The part of Trusted Types that is used here; not every browser has it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {
      readonly createHTML?: (text: string) => string;
      readonly createScriptURL?: (address: string) => string;
    },
  ): { createHTML(text: string): string };
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/** What Leaflet writes to find out what a browser can draw. */
const LEAFLET = '<svg/>';

/**
 * For libraries that know nothing of Trusted Types: workers come from this site or from memory, nothing else becomes a
 * script, and no text becomes HTML but Leaflet's own constant.
 */
export function allowOwnParts(): void {
  trustedTypes?.createPolicy('default', {
    createHTML(text) {
      if (text === LEAFLET) return text;
      throw new TypeError('text does not become HTML here');
    },
    createScriptURL(address) {
      const { origin, protocol } = new URL(address, document.baseURI);
      if (origin === location.origin && /^(?:blob|https?):$/u.test(protocol)) return address;
      throw new TypeError(`not a script of this page: ${address}`);
    },
  });
}

const reports = trustedTypes?.createPolicy('report', { createHTML: (text) => text });

/**
 * Parses a page that `reportHtml` made, which escapes everything out of the data. In a template nothing runs, loads or
 * is styled; the tags around head and body fall away.
 */
export function parseReport(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = reports?.createHTML(html) ?? html;
  return template.content;
}
