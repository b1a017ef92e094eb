import { createScanner, findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';

type Path = readonly (string | number)[];

/** The value at a path of a JSON text with comments, or `undefined`. */
export function valueAt(text: string, path: Path): unknown {
  const node = nodeAt(text, path);
  return node === undefined ? undefined : plainValue(node);
}

/**
 * The text with one value changed, added, or with `undefined` removed. Every other byte stays, comments too: a library
 * that formats what it edits would move the owner's own lines.
 */
export function setValue(text: string, path: Path, value: unknown): string {
  const node = nodeAt(text, path);
  if (value === undefined)
    return node?.parent?.type === 'property' ? removed(text, node.parent) : text;
  if (node !== undefined) {
    const written = asText(text, value, indentAt(text, node.parent?.offset ?? node.offset));
    return splice(text, node.offset, node.length, written);
  }
  const [key, parent] = [path.at(-1), path.slice(0, -1)];
  if (typeof key !== 'string') return text;
  const object = nodeAt(text, parent);
  if (object?.type === 'object') return added(text, object, key, value);
  return parent.length === 0 || object !== undefined
    ? text
    : setValue(text, parent, Object.fromEntries([[key, value]]));
}

/** The text with a key under another name; its value and the comments around it stay. A missing key changes nothing. */
export function renameKey(text: string, path: Path, name: string): string {
  const value = nodeAt(text, path);
  const key = value?.parent?.type === 'property' ? value.parent.children?.[0] : undefined;
  if (key === undefined || nodeAt(text, [...path.slice(0, -1), name]) !== undefined) return text;
  return splice(text, key.offset, key.length, JSON.stringify(name));
}

function nodeAt(text: string, path: Path): Node | undefined {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  return tree && findNodeAtLocation(tree, [...path]);
}

function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value as unknown;
  const entries = (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[String(key.value), plainValue(value)] as const] : [],
  );
  return Object.fromEntries(entries);
}

function added(text: string, object: Node, key: string, value: unknown): string {
  const last = object.children?.at(-1);
  const end = object.offset + object.length;
  const lineEnd = lineEndOf(text);
  const outer = indentAt(text, object.offset);
  if (last === undefined) {
    const inner = outer + stepOf(text);
    const only = `${lineEnd}${inner}${member(text, key, value, inner)}${lineEnd}${outer}`;
    // Comments in an empty object stay in front of its first key.
    const kept = text.slice(object.offset + 1, end - 1).trimEnd();
    return splice(text, object.offset + 1, object.length - 2, kept + only);
  }
  const lastEnd = last.offset + last.length;
  if (!text.slice(object.offset, last.offset).includes('\n'))
    return splice(text, lastEnd, 0, `, ${member(text, key, value, outer)}`);
  const inner = indentAt(text, last.offset);
  const comma = commaAfter(text, lastEnd);
  const line = `${lineEnd}${inner}${member(text, key, value, inner)}${comma === undefined ? '' : ','}`;
  const from = comma === undefined ? lastEnd : comma + 1;
  const place = afterComment(text, from);
  return (
    text.slice(0, lastEnd) +
    (comma === undefined ? ',' : '') +
    text.slice(lastEnd, place) +
    line +
    text.slice(place)
  );
}

/** The property goes with its comma, and with its line where nothing else stands on it. */
function removed(text: string, property: Node): string {
  const end = property.offset + property.length;
  const comma = commaAfter(text, end);
  const siblings = property.parent?.children ?? [];
  const before = siblings[siblings.indexOf(property) - 1];
  let [from, to] = [property.offset, comma === undefined ? end : comma + 1];
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const rest = /^[ \t]*\r?\n/.exec(text.slice(to))?.[0];
  if (text.slice(lineStart, from).trim() === '' && rest !== undefined)
    [from, to] = [lineStart, to + rest.length];
  else to += /^ */.exec(text.slice(to))?.[0].length ?? 0;
  const without = text.slice(0, from) + text.slice(to);
  // The last one without a comma leaves the comma of the one before it, which strict JSON does not allow.
  const left =
    comma === undefined && before ? commaAfter(text, before.offset + before.length) : undefined;
  return left === undefined ? without : splice(without, left, 1, '');
}

function member(text: string, key: string, value: unknown, indent: string): string {
  return `${JSON.stringify(key)}: ${asText(text, value, indent)}`;
}

function asText(text: string, value: unknown, indent: string): string {
  return JSON.stringify(value, undefined, stepOf(text)).replaceAll('\n', lineEndOf(text) + indent);
}

/** Where the comma behind a property stands, if it has one. */
function commaAfter(text: string, at: number): number | undefined {
  const scanner = createScanner(text, true);
  scanner.setPosition(at);
  scanner.scan();
  const next = scanner.getTokenOffset();
  return text[next] === ',' ? next : undefined;
}

/** The end of the line where only a comment follows on it: that comment belongs to what stands before it. */
function afterComment(text: string, at: number): number {
  const rest = /^[ \t]*(?:\/\/[^\n\r]*|\/\*[^\n\r*]*\*\/[ \t]*)?(?=\r?\n)/.exec(
    text.slice(at),
  )?.[0];
  return at + (rest?.length ?? 0);
}

function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function stepOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function splice(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length);
}
