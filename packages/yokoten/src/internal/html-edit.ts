/** Text as HTML text or as the value of a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** An element without content, e.g. `<meta name="…" content="…">`; an attribute with value `true` stands alone. */
export function emptyElement(
  name: string,
  attributes: Readonly<Record<string, string | true>>,
): string {
  return `<${name}${attributeText(attributes)}>`;
}

/** Sets attributes on the first start tag of this name; `undefined` when the page has none. */
export function setAttributes(
  html: string,
  name: string,
  attributes: Readonly<Record<string, string>>,
): string | undefined {
  const tag = findStartTag(html, name);
  if (tag === undefined) return undefined;
  let kept = html.slice(tag.start + 1 + name.length, tag.end - 1);
  for (const attribute of Object.keys(attributes)) {
    kept = kept.replace(
      new RegExp(`\\s${attribute}(?:\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'>]+))?(?=[\\s/]|$)`, 'i'),
      '',
    );
  }
  const changed = `<${name}${attributeText(attributes)}${kept.trimEnd()}>`;
  return html.slice(0, tag.start) + changed + html.slice(tag.end);
}

/** Puts markup right behind the first start tag of this name, or returns `undefined` when there is none. */
export function insertAfterStart(html: string, name: string, markup: string): string | undefined {
  const tag = findStartTag(html, name);
  return tag && html.slice(0, tag.end) + markup + html.slice(tag.end);
}

/** Puts markup right before the first end tag of this name, or returns `undefined` when there is none. */
export function insertBeforeEnd(html: string, name: string, markup: string): string | undefined {
  const at = withoutComments(html).search(new RegExp(`</${name}\\s*>`, 'i'));
  return at < 0 ? undefined : html.slice(0, at) + markup + html.slice(at);
}

/** Removes every element of this name whose whole text matches, comments left alone. */
export function remove(html: string, pattern: RegExp): string {
  const masked = withoutComments(html);
  const found = [...masked.matchAll(pattern)].toReversed();
  return found.reduce(
    (text, match) => text.slice(0, match.index) + text.slice(match.index + match[0].length),
    html,
  );
}

function findStartTag(html: string, name: string): { start: number; end: number } | undefined {
  const match = new RegExp(`<${name}(?=[\\s/>])(?:"[^"]*"|'[^']*'|[^"'>])*>`, 'i').exec(
    withoutComments(html),
  );
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

/** The same length, so that positions stay true: a tag that is commented out is no tag. */
function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
}

function attributeText(attributes: Readonly<Record<string, string | true>>): string {
  return Object.entries(attributes)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`))
    .join('');
}
