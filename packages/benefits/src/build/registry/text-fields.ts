import type { ListedLink, Span } from '../../listing/model.ts';
import { readLooseDate } from './dates.ts';
import type { Quality } from './quality.ts';

/** Characters that a text of a listing may have; the rest stands on the page that is linked. */
const MOST_CHARACTERS = 900;
const MOST_TITLE = 100;

/** The value behind a path of keys, whatever is in between; keys that objects have of themselves are not followed. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

/** A text of a record, without blanks around it; nothing for an empty one. Lists are joined line by line. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  const text = Array.isArray(found)
    ? found.filter((one) => typeof one === 'string').join('\n')
    : typeof found === 'number'
      ? String(found)
      : found;
  if (typeof text !== 'string') return undefined;
  const trimmed = text.trim();
  return trimmed === '' || trimmed === '-' || trimmed === '－' ? undefined : trimmed;
}

/** Reads texts of one record: links come out of them, what is too long is cut. */
export class TextFields {
  readonly links: ListedLink[] = [];
  readonly #id: string;
  readonly #quality: Quality;

  constructor(id: string, quality: Quality) {
    [this.#id, this.#quality] = [id, quality];
  }

  /** A text for people. */
  text(field: string, raw: string | undefined): string | undefined {
    if (raw === undefined) return undefined;
    const text =
      raw.includes('https://') || raw.includes('http://') ? this.#unlinked(field, raw) : raw;
    if (text.length <= MOST_CHARACTERS) return text;
    const cut = `${text.slice(0, MOST_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
    this.#repair(field, 'cut', `${text.length}文字`, `${cut.length}文字`);
    return cut;
  }

  /** An https address; another is told of. */
  url(field: string, raw: string | undefined): string | undefined {
    if (raw === undefined) return undefined;
    const address = raw.slice(raw.lastIndexOf(';http') + 1).trim();
    if (address.startsWith('https://') && URL.canParse(address)) return address;
    this.#quality.trouble('link-not-https', this.#id, `${field}: ${raw}`);
    return undefined;
  }

  /** A date; what is none stays in words. */
  span(field: string, from?: string, to?: string, words?: string): Span | undefined {
    const { date: first, words: firstWords } = this.#date(`${field}.from`, from);
    const { date: last, words: lastWords } = this.#date(`${field}.to`, to);
    const said = [firstWords, lastWords, this.text(field, words)].filter(
      (one) => one !== undefined,
    );
    if (first === undefined && last === undefined && said.length === 0) return undefined;
    return {
      ...(first !== undefined && { from: first }),
      ...(last !== undefined && { to: last }),
      ...(said.length > 0 && { words: [...new Set(said)].join('\n') }),
    };
  }

  #date(field: string, raw: string | undefined): { date?: string; words?: string } {
    if (raw === undefined) return {};
    const read = readLooseDate(raw);
    if (read.kind === 'date') {
      if (read.date !== raw) this.#repair(field, 'date', raw, read.date);
      return { date: read.date };
    }
    const trouble = read.kind === 'words' ? 'date-in-words' : 'date-unreadable';
    this.#quality.trouble(trouble, this.#id, `${field}: ${raw}`);
    return { words: raw.slice(0, MOST_TITLE) };
  }

  /** 「申込み;https://…」 becomes 「申込み」 and a link. */
  #unlinked(field: string, raw: string): string {
    let text = '';
    let rest = raw;
    for (;;) {
      const start = rest.search(/https?:\/\//);
      if (start < 0) return text + rest;
      const address = /^[^\s、。；;）)」』<>"']+/.exec(rest.slice(start))?.[0] ?? '';
      const before = rest.slice(0, start);
      const titled = /[;；]$/.test(before) ? before.slice(0, -1) : before;
      const title = titled === before ? undefined : lastPiece(titled);
      const link = this.url(field, address);
      if (link !== undefined) {
        this.links.push({ ...(title !== undefined && { title }), url: link });
        this.#repair(field, 'link', `${title ?? ''};${address}`.slice(0, 300), title ?? '');
      }
      text += titled;
      rest = rest.slice(start + Math.max(address.length, 8));
    }
  }

  #repair(field: string, kind: 'link' | 'date' | 'cut', before: string, after: string): void {
    this.#quality.repair({ id: this.#id, field, kind, before, after });
  }
}

function lastPiece(text: string): string | undefined {
  const piece = text
    .slice(-MOST_TITLE)
    .split(/[\n\s、。]/)
    .at(-1)
    ?.trim();
  return piece === '' ? undefined : piece;
}
