import type { CellKind } from '../kind.ts';

const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['http', 'http'],
  ['https', 'https'],
  ['ttp', 'http'],
  ['ttps', 'https'],
]);
const SCHEME = /^\s?<?\s?([A-Za-z]{3,5})\s?[:;]?\s?\/{1,3}\s?([^\s/<>].*)$/u;
const HOST =
  /^(?:\/\/)?((?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})(?::\d{1,5})?(?:[/?#][^\s]*)?$/u;
/** The last part of a file's name, which looks like that of a host. */
const FILE = /^[^/]*\.(?:jpe?g|png|gif|webp|svg|pdf|html?|php|aspx?)$/iu;
const KNOWN = /^(https?):\/\/([^/?#:\s]{1,253})/u;

/**
 * An address of the web that no browser takes: `ttps://`, `http:/`, `HTTP://`, `<https://…>`. Without any scheme the same
 * host elsewhere in the column says which it is; else `https` is only offered.
 */
export const urlFormat: CellKind = {
  code: 'open-data/url-format',
  prepare: ({ values, fits }) => {
    let schemes: ReadonlyMap<string, string> | undefined;
    return (text) => {
      if (text.length > 1000) return undefined;
      const [, scheme, rest] = SCHEME.exec(text) ?? [];
      const known = SCHEMES.get(scheme?.toLowerCase() ?? '');
      if (known !== undefined && rest !== undefined) {
        const after = `${known}://${text.trim().startsWith('<') ? rest.replace(/\s?>$/u, '') : rest}`;
        return fits(after) ? { after, confidence: 0.95 } : { doubt: 'open-data/url-format' };
      }
      const host = FILE.test(text) ? undefined : HOST.exec(text)?.[1]?.toLowerCase();
      if (host === undefined)
        return /https?:/u.test(text) ? { doubt: 'open-data/url-format' } : undefined;
      schemes ??= schemesOf(values());
      const own = schemes.get(host);
      const bare = text.replace(/^\/\//u, '');
      if (own !== undefined && own !== '') return { after: `${own}://${bare}`, confidence: 0.95 };
      return { doubt: 'open-data/url-format', expected: `https://${bare}` };
    };
  },
};

/** Host → its scheme in this column, blank where both are used. */
function schemesOf(values: ReadonlySet<string>): ReadonlyMap<string, string> {
  const schemes = new Map<string, string>();
  for (const value of values) {
    const [, scheme = '', name = ''] = KNOWN.exec(value.slice(0, 300)) ?? [];
    const host = name.toLowerCase();
    if (host !== '') schemes.set(host, (schemes.get(host) ?? scheme) === scheme ? scheme : '');
  }
  return schemes;
}
