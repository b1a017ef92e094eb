/** HTML that was put together here; nothing else is ever written into a page unescaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: markup as it is, everything else as text. */
export type Part = Markup | string | number | readonly Part[];

/** A template whose values are escaped, in text and in quoted attributes alike. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings.reduce((text, string, at) => text + write(parts[at - 1] ?? '') + string),
  );
}

function write(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escapeText(part);
  return typeof part === 'number' ? String(part) : part.map(write).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Data as text: markup characters are escaped, control characters and direction marks become visible or go. */
export function escapeText(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu, '\ufffd')
      .replace(/[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu, '')
      .replace(/[&<>"'`]/gu, (character) => ENTITIES[character] ?? '')
  );
}

const LONGEST = 160;

/** A value from the file: set apart from the text around it, and cut where it is very long. */
export function value(text: string, blank: string): Markup {
  if (text.trim() === '') return markup`<span class="blank">${blank}</span>`;
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\p{Cs}$/u, '')}…` : text;
  return markup`<bdi class="value">${cut}</bdi>`;
}

/** A link where the address is one a page may lead to (https, tel, mailto), else only its text. */
export function link(address: string, text: Part): Markup {
  return /^(?:https:\/\/|tel:|mailto:)/u.test(address)
    ? markup`<a href="${address}" rel="noreferrer">${text}</a>`
    : markup`${text}`;
}
