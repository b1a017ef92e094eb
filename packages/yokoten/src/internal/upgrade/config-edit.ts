import { applyEdits, findNodeAtLocation, modify, parseTree, type Node } from 'jsonc-parser';

type Path = readonly (string | number)[];

const FORMAT = { insertSpaces: true, tabSize: 2, eol: '\n' } as const;

/**
 * The text of a config with one value changed, added, or with `undefined` removed. Comments, order and everything else
 * stay as they are.
 */
export function setValue(text: string, path: Path, value: unknown): string {
  return applyEdits(text, modify(text, [...path], value, { formattingOptions: FORMAT }));
}

/** The text with a key under another name; its value and the comments around it stay. A missing key changes nothing. */
export function renameKey(text: string, path: Path, name: string): string {
  const value = nodeAt(text, path);
  const key = value?.parent?.type === 'property' ? value.parent.children?.[0] : undefined;
  if (key === undefined || nodeAt(text, [...path.slice(0, -1), name]) !== undefined) return text;
  return text.slice(0, key.offset) + JSON.stringify(name) + text.slice(key.offset + key.length);
}

/** The value at a path, or `undefined`. */
export function valueAt(text: string, path: Path): unknown {
  const node = nodeAt(text, path);
  return node === undefined ? undefined : plainValue(node);
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
