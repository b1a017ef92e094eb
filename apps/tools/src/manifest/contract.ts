/** One line of the docblock: `@attr {string} src - address of …`. */
export interface Entry {
  readonly name: string;
  /** As TypeScript writes it; empty where the line has none. */
  readonly type: string;
  readonly description: string;
}

/** What the docblock of an element's class promises. */
export interface Contract {
  readonly className: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly attributes: readonly Entry[];
  readonly properties: readonly Entry[];
  readonly events: readonly Entry[];
  readonly slots: readonly Entry[];
  readonly parts: readonly Entry[];
  readonly tokens: readonly Entry[];
}

const TAGS = new Set(['summary', 'tag', 'attr', 'prop', 'fires', 'slot', 'csspart', 'cssprop']);

/** Reads the docblock that stands before the exported class. A tag that means nothing here is a mistake. */
export function readContract(source: string): Contract {
  const found = /\/\*\*\n((?: \*.*\n)+?) \*\/\nexport class (\w+)/.exec(source);
  const [, block = '', className = ''] = found ?? [];
  const lines = block.split('\n').map((line) => line.replace(/^ \* ?/, ''));
  const firstTag = lines.findIndex((line) => line.startsWith('@'));
  if (firstTag < 0) throw new Error('The class has no docblock with tags.');
  const tagged = lines
    .slice(firstTag)
    .join('\n')
    .split(/^@/m)
    .filter((text) => text.trim() !== '')
    .map((text) => text.replaceAll(/\s+/g, ' ').trim());
  const strange = tagged.find((text) => !TAGS.has(text.split(' ', 1)[0] ?? ''));
  if (strange !== undefined) throw new Error(`@${strange} is none of ${[...TAGS].join(', ')}.`);
  const of = (tag: string): string[] =>
    tagged.flatMap((text) => (text.startsWith(`${tag} `) ? [text.slice(tag.length + 1)] : []));
  return {
    className,
    tag: of('tag')[0] ?? '',
    summary: of('summary')[0] ?? '',
    description: lines.slice(0, firstTag).join('\n').trim(),
    attributes: of('attr').map(typedEntry),
    properties: of('prop').map(typedEntry),
    events: of('fires').map(eventEntry),
    slots: of('slot').map(typedEntry),
    parts: of('csspart').map(typedEntry),
    tokens: of('cssprop').map(typedEntry),
  };
}

/** `{type} name - description`; the type may be left out. */
function typedEntry(text: string): Entry {
  const [, type = '', name = '', description = ''] =
    /^(?:\{(.+?)\} )?(\S+) - (.+)$/.exec(text) ?? [];
  return entry(text, { name, type, description });
}

/** ``name - `CustomEvent<Detail>`: description``. */
function eventEntry(text: string): Entry {
  const [, name = '', type = '', description = ''] =
    /^(\S+) - `([^`]+)`[:,] (.+)$/.exec(text) ?? [];
  return entry(text, { name, type, description });
}

function entry(text: string, read: Entry): Entry {
  if (read.name !== '') return read;
  throw new Error(`Not a line of a docblock: ${text}. Expected "{type} name - description".`);
}
