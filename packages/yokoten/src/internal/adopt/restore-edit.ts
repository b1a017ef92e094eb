import { openingTags } from './program-text.ts';
import { blobHash } from './upstream.ts';

/** One way to take an edit back, and the kind of edit it takes back. */
interface Restoration {
  readonly kind: 'checked' | 'title' | 'color-name' | 'form';
  readonly undo: (text: string) => string;
}

/** The words of the template's own title behind the name of the town. */
const TITLE = 'ハザードマップ';

const RESTORATIONS: readonly Restoration[] = [
  { kind: 'form', undo: (text) => text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n') },
  { kind: 'checked', undo: withoutChecked },
  {
    kind: 'title',
    undo: (text) =>
      text.replace(
        /<title>(\{config\.\w{1,20}\})[^<{}]{0,200}<\/title>/,
        `<title>$1${TITLE}</title>`,
      ),
  },
  { kind: 'color-name', undo: (text) => text.replace('"grey"', '"gray"') },
  { kind: 'form', undo: (text) => `${text.trimEnd()}\n` },
  { kind: 'form', undo: trimmedLines },
  { kind: 'form', undo: indentedOverlay },
];

/** What an edit was, where taking it back gives a file of the template byte by byte: nothing else was edited then. */
export interface Restored {
  readonly kinds: ReadonlySet<Restoration['kind']>;
  /** Lines that differ from the template's. */
  readonly edited: number;
}

/**
 * Takes known edits back, one after the other, until the file is one that some version of the template has.
 *
 * @param isKnown whether some version of the template has a file with this hash there
 */
export function restoreEdit(
  source: string,
  isKnown: (blob: string) => boolean,
): Restored | undefined {
  let text = source;
  const kinds = new Set<Restoration['kind']>();
  for (const { kind, undo } of RESTORATIONS) {
    const before = undo(text);
    if (before === text) continue;
    text = before;
    kinds.add(kind);
    if (isKnown(blobHash(new TextEncoder().encode(text))))
      return { kinds, edited: differentLines(source, text) };
  }
  return undefined;
}

function withoutChecked(text: string): string {
  let left = text;
  for (const { at, text: tag } of openingTags(text, 'LayersControl.Overlay').toReversed()) {
    const plain = tag
      .replace(/\s+checked(?:=\{true\})?(?=[\s/>])/, '')
      .replace(/([}"'])checked(?=[\s/>])/, '$1');
    left = left.slice(0, at) + plain + left.slice(at + tag.length);
  }
  return left;
}

function trimmedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The tag stands two blanks further in than the line before it, as a formatter would write it. */
function indentedOverlay(text: string): string {
  return text.replace(
    /^([ \t]*)(return \(\n)[ \t]*(<LayersControl\.Overlay)/m,
    (_, indent: string, open: string, tag: string) => `${indent}${open}${indent}  ${tag}`,
  );
}

function differentLines(a: string, b: string): number {
  const [before, after] = [a.split(/\r?\n/), b.split('\n')];
  const length = Math.max(before.length, after.length);
  let count = 0;
  for (let line = 0; line < length; line += 1) if (before[line] !== after[line]) count += 1;
  return count;
}
