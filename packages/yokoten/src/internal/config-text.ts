import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { fault, stopOn, type Fault, type Place } from './fault.ts';

/** The one file a fork owns its identity in. */
export const CONFIG_FILE = 'yokoten.config.jsonc';

/** A parsed config that still knows where everything stands. It is never written back, so comments survive. */
export interface ConfigText {
  readonly value: Readonly<Record<string, unknown>>;
  /** The place of the value at this path, or of the nearest parent that exists. */
  readonly place: (path: readonly (string | number)[]) => Place;
}

const SYNTAX: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  CommaExpected: ['この前に「,」が要ります', 'a comma is missing before this'],
  ColonExpected: ['この前に「:」が要ります', 'a colon is missing before this'],
  ValueExpected: ['ここに値が要ります', 'a value is missing here'],
  PropertyNameExpected: [
    'ここには「"」で囲んだ項目名が要ります',
    'a key in double quotes is missing here',
  ],
  InvalidSymbol: ['言葉は、半角の「"」で囲みます', 'words stand in straight double quotes'],
  CloseBraceExpected: ['「}」が足りません', 'a closing } is missing'],
  CloseBracketExpected: ['「]」が足りません', 'a closing ] is missing'],
  UnexpectedEndOfString: ['「"」が閉じていません', 'a text is not closed with "'],
  UnexpectedEndOfComment: ['コメントが閉じていません', 'a comment is not closed'],
  EndOfFileExpected: ['ここから後は余分です', 'everything from here on is too much'],
};

/**
 * Parses JSON with comments; a comma after the last entry is allowed.
 *
 * @throws YokotenError `yokoten/config-syntax`, `yokoten/duplicate-key`
 */
export function parseConfig(text: string, file: string = CONFIG_FILE): ConfigText {
  const source = text.replace(/^\ufeff/, '');
  const errors: ParseError[] = [];
  const tree = parseTree(source, errors, { allowTrailingComma: true });
  const at = (offset: number): Place => ({ file, ...positionOf(source, offset) });
  // One slip often causes several complaints; the first one is where the person must look.
  const [first] = errors;
  if (first !== undefined) {
    const name = printParseErrorCode(first.error);
    const [ja, en] = SYNTAX[name] ?? ['ここは読めません', 'this cannot be read'];
    stopOn([
      fault(
        'yokoten/config-syntax',
        `設定ファイルの書き方に誤りがあります。\n${ja}。すぐ前の行も確かめてください。`,
        `The config is not valid JSON with comments: ${en}. Look at the line above it too.`,
        at(first.offset),
      ),
    ]);
  }
  if (tree?.type !== 'object') {
    stopOn([
      fault(
        'yokoten/config-syntax',
        '設定ファイル全体を「{」と「}」で囲んでください。',
        'The config must be one object: put everything between { and }.',
        at(tree?.offset ?? 0),
      ),
    ]);
  }
  stopOn(repeatedKeys(tree).map(({ key, offset }) => repeated(key, at(offset))));
  return {
    value: tree === undefined ? {} : (getNodeValue(tree) as Record<string, unknown>),
    place: (path) => {
      for (let length = path.length; length >= 0; length -= 1) {
        const node = tree && findNodeAtLocation(tree, path.slice(0, length));
        if (node !== undefined) return at(node.offset);
      }
      return at(0);
    },
  };
}

/** JSON takes the last of two equal keys without a word; whoever copied an entry meant something else. */
function repeatedKeys(node: Node | undefined): { key: string; offset: number }[] {
  const keys = new Set<string>();
  const found: { key: string; offset: number }[] = [];
  for (const child of node?.children ?? []) {
    const [key] = child.type === 'property' ? (child.children ?? []) : [];
    if (key !== undefined) {
      const name = String(key.value);
      if (keys.has(name)) found.push({ key: name, offset: key.offset });
      keys.add(name);
    }
    found.push(...repeatedKeys(child));
  }
  return found;
}

function repeated(key: string, place: Place): Fault {
  return fault(
    'yokoten/duplicate-key',
    `「${key}」が、同じところに2回あります。片方を消してください。`,
    `"${key}" stands here twice. Delete one of the two.`,
    place,
  );
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
