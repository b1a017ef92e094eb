import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { Findings, Place } from '../finding.ts';
import type { Entry, TextNode, Tree } from './tree.ts';

/** Characters of one file: a whole law's worth of figures is a tenth of it. */
const MOST_CHARACTERS = 2_000_000;

const MOST_DEPTH = 30;

/** Reads YAML 1.2 with the place of every part. Scalars stay as they are written, so that 2024-10-01 and 1.30 lose nothing. */
export function readYaml(text: string, file: string, findings: Findings): Tree | undefined {
  if (text.length > MOST_CHARACTERS)
    return findings.error(
      'benefits/too-large',
      { file },
      `ファイルが大きすぎます（${text.length}文字）。${MOST_CHARACTERS}文字までに分けてください。`,
      `The file has ${text.length} characters. Split it: at most ${MOST_CHARACTERS} are read.`,
    );
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (syntaxErrors(document, placeAt, findings)) return undefined;
  const { contents } = document;
  if (contents === null)
    return findings.error(
      'benefits/file-syntax',
      { file, line: 1, column: 1 },
      'ファイルが空です。「制度: 名前」から書き始めてください。',
      'The file is empty. Begin with 制度: and the name of the scheme.',
    );
  return convert(contents, placeAt, findings, 0);
}

function syntaxErrors(
  document: Document.Parsed,
  placeAt: (offset: number) => Place,
  findings: Findings,
): boolean {
  for (const { code, message, pos } of document.errors)
    findings.error(
      'benefits/file-syntax',
      placeAt(pos[0]),
      `YAMLとして読めません。字下げ（空白の数）と「:」の後の空白を確かめてください。（${code}）`,
      `This is no valid YAML: ${message} Check the indentation, and the space after each ":".`,
    );
  return document.errors.length > 0;
}

function convert(
  node: Node,
  placeAt: (offset: number) => Place,
  findings: Findings,
  depth: number,
): Tree | undefined {
  const place = placeAt(node.range?.[0] ?? 0);
  if (isAlias(node) || depth > MOST_DEPTH)
    return findings.error(
      'benefits/file-syntax',
      place,
      isAlias(node)
        ? '「*」で始まる参照は使えません。値をそのまま書いてください。'
        : `字下げが深すぎます。${MOST_DEPTH}段までです。`,
      isAlias(node)
        ? 'References that begin with * are not taken. Write the value itself.'
        : `This is nested too deeply: at most ${MOST_DEPTH} levels.`,
    );
  if (isScalar(node)) return scalar(node, place);
  if (isSeq(node)) {
    const parts = node.items.map((item) => convert(item as Node, placeAt, findings, depth + 1));
    return { kind: 'list', items: parts.filter((part) => part !== undefined), place };
  }
  if (!isMap(node)) return undefined;
  const entries = node.items.flatMap(({ key, value }): Entry[] => {
    const name = key as Node;
    if (!isScalar(name)) {
      findings.error(
        'benefits/file-syntax',
        placeAt(name.range?.[0] ?? 0),
        '項目の名前は文字で書いてください。',
        'A key must be a text.',
      );
      return [];
    }
    const at = scalar(name, placeAt(name.range?.[0] ?? 0));
    if (value === null) return [{ key: at, value: { ...at, value: '' } }];
    const read = convert(value as Node, placeAt, findings, depth + 1);
    return read === undefined ? [] : [{ key: at, value: read }];
  });
  const whole = node.flow === true ? joinThousands(entries) : entries;
  return {
    kind: 'map',
    entries: withoutRepeats(
      whole.filter((entry) => isNamed(entry, findings)),
      findings,
    ),
    place,
  };
}

/** Whether something stands before the colon. */
function isNamed({ key }: Entry, findings: Findings): boolean {
  if (key.value !== '') return true;
  findings.error(
    'benefits/missing-key',
    key.place,
    '「:」の前に名前がありません。名前を書いてください。',
    'There is no name before the colon. Write one.',
  );
  return false;
}

function withoutRepeats(entries: readonly Entry[], findings: Findings): Entry[] {
  const seen = new Set<string>();
  return entries.filter(({ key }) => {
    if (!seen.has(key.value)) return seen.add(key.value);
    findings.error(
      'benefits/duplicate-name',
      key.place,
      `「${key.value}」が二つあります。一つにまとめてください。`,
      `The key ${key.value} stands here twice. Keep one.`,
    );
    return false;
  });
}

/** `{額: 30,000円}` is two keys to YAML, 額 and 000円: nobody means that, so what the comma cut is put together again. */
function joinThousands(entries: readonly Entry[]): Entry[] {
  const joined: Entry[] = [];
  for (const entry of entries) {
    const last = joined.at(-1);
    if (last?.value.kind === 'text' && isRest(last.value, entry))
      joined[joined.length - 1] = {
        key: last.key,
        value: { ...last.value, value: `${last.value.value},${entry.key.value}` },
      };
    else joined.push(entry);
  }
  return joined;
}

function isRest(before: TextNode, { key, value }: Entry): boolean {
  const bare = value.kind === 'text' && value.value === '';
  return bare && /\d$/.test(before.value) && /^\d{3}/.test(key.value);
}

function scalar(node: { value: unknown; type?: string | undefined }, place: Place): TextNode {
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  const at = quoted ? { ...place, column: (place.column ?? 1) + 1 } : place;
  return {
    kind: 'text',
    value: (typeof node.value === 'string' ? node.value : '').trim(),
    place: at,
  };
}
