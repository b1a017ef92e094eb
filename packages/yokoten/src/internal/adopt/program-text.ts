/** A piece of a text: where it begins, and what it says. */
export interface Piece {
  readonly at: number;
  readonly text: string;
}

const LONGEST_TAG = 2000;

/**
 * The opening tags of a component in a text of JSX. Only looked at, never run: quotes, braces and comments are counted,
 * so that `=>` inside of an expression does not end the tag.
 */
export function openingTags(source: string, name: string): Piece[] {
  const found: Piece[] = [];
  const start = `<${name}`;
  for (let at = source.indexOf(start); at !== -1; at = source.indexOf(start, at + 1)) {
    if (/[\w.]/.test(source.charAt(at + start.length))) continue;
    const end = endOfTag(source, at + start.length);
    if (end !== undefined) found.push({ at, text: source.slice(at, end) });
  }
  return found;
}

/** The attribute of a tag: its expression or text, `true` where it stands alone; `undefined` where there is none. */
export function attribute(tag: string, name: string): string | true | undefined {
  const outside = maskInside(tag);
  const pattern = new RegExp(`(?:^|[\\s"'}])(${name})(?=[\\s=/>]|$)`);
  const match = pattern.exec(outside);
  if (match === null) return undefined;
  const after = match.index + match[0].length;
  const equals = /^\s*=\s*/.exec(tag.slice(after));
  if (equals === null) return true;
  const from = after + equals[0].length;
  const quote = tag.charAt(from);
  if (quote === '"' || quote === "'") return tag.slice(from + 1, tag.indexOf(quote, from + 1));
  return quote === '{' ? tag.slice(from + 1, endOfBraces(tag, from)).trim() : true;
}

/** The tag with everything inside of quotes and braces blanked out, character by character. */
function maskInside(tag: string): string {
  let depth = 0;
  let quote = '';
  return Array.from({ length: tag.length }, (_, at) => tag.charAt(at))
    .map((character) => {
      if (quote !== '') {
        if (character === quote) quote = '';
        return quote === '' && depth === 0 ? character : ' ';
      }
      if (character === '{') depth += 1;
      const isInside = depth > 0;
      if (character === '}') depth -= 1;
      if (/["'`]/.test(character)) quote = character;
      return isInside && !(character === '}' && depth === 0) ? ' ' : character;
    })
    .join('');
}

function endOfBraces(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text.charAt(at) === '{') depth += 1;
    if (text.charAt(at) === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function endOfTag(source: string, from: number): number | undefined {
  let depth = 0;
  let quote = '';
  for (let at = from; at < Math.min(source.length, from + LONGEST_TAG); at += 1) {
    const character = source.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (/["'`]/.test(character)) quote = character;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === '>' && depth === 0) return at + 1;
  }
  return undefined;
}
