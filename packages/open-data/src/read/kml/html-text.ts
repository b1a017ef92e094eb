import { decodeEntities } from '../../internal/entities.ts';

const BREAKS = new Set([
  'br',
  'p',
  'div',
  'tr',
  'li',
  'table',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'hr',
]);
const UNSEEN = new Set(['script', 'style', 'head', 'title']);

/**
 * What a person reads of a balloon's HTML: its text, with line ends where blocks end, and the addresses of links and
 * pictures, which a text would otherwise lose. Text that holds no tag stays as it is.
 */
export function htmlText(html: string): string {
  if (!/<[a-z!/]/iu.test(html)) return html.trim();
  let text = '';
  let link: { readonly address: string; readonly from: number } | undefined;
  let unseen: string | undefined;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const until = open === -1 ? html.length : open;
    if (unseen === undefined) text += decodeEntities(html.slice(at, until));
    if (open === -1) break;
    const close = html.indexOf('>', open);
    if (close === -1) {
      text += html.slice(open);
      break;
    }
    at = close + 1;
    const tag = html.slice(open + 1, close);
    const name = (/^\/?([a-z][a-z0-9]*)/iu.exec(tag)?.[1] ?? '').toLowerCase();
    const closing = tag.startsWith('/');
    if (UNSEEN.has(name)) unseen = closing ? undefined : name;
    else if (BREAKS.has(name)) text += '\n';
    else if (name === 'td' && closing) text += ' ';
    else if (name === 'img') text += ` ${attribute(tag, 'src')} `;
    else if (name === 'a' && !closing)
      link = { address: attribute(tag, 'href'), from: text.length };
    else if (name === 'a' && link !== undefined) {
      const { address, from } = link;
      if (address !== '' && !text.slice(from).includes(address)) text += ` (${address})`;
      link = undefined;
    }
  }
  return tidy(text);
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line, index) => line !== '' || lines[index - 1] !== '')
    .join('\n')
    .trim();
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s?=\\s?(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu').exec(
    tag,
  );
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '');
}
