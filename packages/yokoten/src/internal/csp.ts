/** Origins the page contacts at run time, as the app's builder declares them. */
export interface Hosts {
  readonly img: readonly string[];
  readonly connect: readonly string[];
  /** The published page never asks for anything itself, not even its own site. */
  readonly isSilent?: boolean;
}

/**
 * The page's Content-Security-Policy: everything from the site itself, pictures and data also from declared hosts,
 * nothing from anywhere else. On a published page no text becomes HTML or a script's address but through the
 * policies of lit, of Yokoten's elements and of `default-policy.ts`.
 */
export function contentSecurityPolicy(hosts: Hosts, mode: 'build' | 'dev'): string {
  const dev = mode === 'dev';
  const policy: readonly (readonly [directive: string, ...sources: string[]])[] = [
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    // Vite's client shows styles and its error panel from inline style elements; a published page has none.
    ['style-src', "'self'", ...(dev ? ["'unsafe-inline'"] : [])],
    ['img-src', "'self'", 'data:', ...origins(hosts.img)],
    hosts.isSilent === true && !dev
      ? ['connect-src', "'none'"]
      : ['connect-src', "'self'", ...(dev ? ['ws:', 'wss:'] : []), ...origins(hosts.connect)],
    ['font-src', "'self'"],
    ['worker-src', "'self'", ...(dev ? ['blob:'] : [])],
    ['manifest-src', "'self'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    // Vite's client writes its error panel as HTML; a published page has no such text.
    ...(dev
      ? []
      : [
          ['require-trusted-types-for', "'script'"] as const,
          ['trusted-types', 'lit-html', 'yokoten', 'default'] as const,
        ]),
  ];
  return policy.map((part) => part.join(' ')).join('; ');
}

function origins(hosts: readonly string[]): string[] {
  return [...new Set(hosts.map(origin))].toSorted();
}

/** A builder that hands over anything but an https origin would silently open the page to more than it says. */
function origin(host: string): string {
  const url = URL.canParse(host) ? new URL(host) : undefined;
  if (url?.protocol !== 'https:' || url.hostname === '') {
    throw new TypeError(`A declared host must be an https origin, got ${JSON.stringify(host)}`);
  }
  return url.origin;
}
