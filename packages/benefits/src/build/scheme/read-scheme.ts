import type { MoneyKind } from '../../model/programme.ts';
import type { Names, PackFile, Scheme, SchemeTexts } from './definition.ts';
import { Fields, readDate } from './fields.ts';
import { readConditions, readSourceNames } from './read-conditions.ts';
import { readExamples } from './read-example.ts';
import {
  readDefinition,
  readDefinitions,
  readFigures,
  type Reading,
  readSources,
  readUrl,
  WHO,
} from './read-names.ts';
import { readQuestions } from './read-question.ts';
import { readContacts, readDeadlines } from './read-service.ts';
import type { TextNode, Tree } from './tree.ts';

/** Keys of a scheme's file. */
export const SCHEME_KEYS: readonly string[] = [
  '制度', 'id', '種類', '場面', 'だれに', 'から', 'まで', '上限額', '説明', '対象者', '額の説明', '申請', '書類', '窓口で聞くこと',
  '連絡先', '期限', '申請リンク', '詳しく', '根拠', '根拠一覧', '質問', '数値', '計算', '条件', '額', '参考', '例',
]; // prettier-ignore

/** Keys of a folder's file. */
export const PACK_KEYS: readonly string[] = [
  'パック', 'id', '版', '見本', 'から', '国の制度', 'ライセンス', '出典', 'お知らせ', '制度の順', '根拠一覧', '質問', '数値', '計算',
]; // prettier-ignore

/** Keys of a file of what several schemes share, beside the folder's own. */
const SHARED_KEYS = ['共通', '根拠一覧', '質問', '数値', '計算'];

/** How a scheme gives, by its word. */
export const MONEY: ReadonlyMap<string, MoneyKind> = new Map([
  ['毎月', 'monthly'],
  ['毎年', 'yearly'],
  ['一回', 'one-off'],
  ['貸付', 'loan'],
  ['現物', 'in-kind'],
]);

/** What somebody may come for, by its word: the id of the question set that a scheme belongs to. */
export const SCENES: ReadonlyMap<string, 'main' | 'disaster'> = new Map([
  ['くらし', 'main'],
  ['災害', 'disaster'],
]);

/** Reads the file of a scheme; nothing where it is not enough for one. */
export function readScheme(tree: Tree, file: string, reading: Reading): Scheme | undefined {
  const { findings } = reading;
  const fields = Fields.read(tree, SCHEME_KEYS, '制度', findings);
  if (fields === undefined) return undefined;
  const title = fields.neededText('制度', '子ども医療費助成');
  const start = fields.neededText('から', '2024-10-01');
  fields.needed('種類', '毎月');
  const money = fields.choice('種類', MONEY);
  const to = fields.date('まで');
  const who = fields.choice('だれに', WHO) ?? '世帯';
  const conditions = readConditions(fields.needed('条件', '[{年齢: 18歳以下}]'), findings);
  const amountTree = fields.needed('額', '10,000円');
  const amountName: TextNode = {
    kind: 'text',
    value: '額',
    place: amountTree?.place ?? fields.place,
  };
  const amount = amountTree && readDefinition(amountName, amountTree, reading, true);
  const [applyUrl, infoUrl] = [readUrl(fields, '申請リンク'), readUrl(fields, '詳しく')];
  const names = readNames(fields, reading);
  const rest = {
    texts: readTexts(fields),
    deadlines: readDeadlines(fields.tree('期限'), findings),
    contacts: readContacts(fields.tree('連絡先'), findings),
    examples: readExamples(fields.tree('例'), findings),
  };
  // What is missing has been told; a stand-in lets the rest of the file be checked in the same run.
  const from = (start && readDate(start, findings)) ?? '1970-01-01';
  if (title === undefined || amount === undefined) return undefined;
  return {
    file,
    place: fields.place,
    title,
    id: readId(fields, title.value),
    from,
    ...(to !== undefined && { to }),
    money: money ?? 'one-off',
    scene: fields.choice('場面', SCENES) ?? 'main',
    upTo: fields.flag('上限額') ?? false,
    who,
    conditions,
    amount,
    details: fields.texts('参考'),
    schemeSources: readSourceNames(fields),
    ...(applyUrl !== undefined && { applyUrl }),
    ...(infoUrl !== undefined && { infoUrl }),
    ...names,
    ...rest,
  };
}

function readNames(fields: Fields, reading: Reading): Names {
  return {
    sources: readSources(fields.tree('根拠一覧'), reading.findings),
    questions: readQuestions(fields.tree('質問'), reading.findings),
    figures: readFigures(fields.tree('数値'), reading),
    definitions: readDefinitions(fields.tree('計算'), reading),
  };
}

function readTexts(fields: Fields): SchemeTexts {
  const [summary, target, amount, where] = ['説明', '対象者', '額の説明', '申請'].map((key) =>
    fields.text(key),
  );
  return {
    ...(summary && { summary }),
    ...(target && { target }),
    ...(amount && { amount }),
    ...(where && { where }),
    documents: fields.texts('書類'),
    counter: fields.texts('窓口で聞くこと'),
  };
}

/** Letters of any script, digits, `-` and `_`; what else stands in a title becomes `_`. */
function readId(fields: Fields, title: string): string {
  const id = fields.text('id');
  if (id === undefined) return title.replace(/[^\p{L}\p{N}_-]+/gu, '_');
  if (/^[\p{L}\p{N}_-]{1,60}$/u.test(id.value)) return id.value;
  fields.findings.error(
    'benefits/bad-value',
    id.place,
    `idに「${id.value.slice(0, 60)}」とあります。文字、数字、-、_ だけで、60文字までにしてください。`,
    `The id is "${id.value.slice(0, 60)}". Use letters, digits, - and _ only, at most 60.`,
  );
  return title;
}

/** Reads a file of what several schemes share. */
export function readShared(tree: Tree, reading: Reading): Names | undefined {
  const fields = Fields.read(tree, SHARED_KEYS, '共通', reading.findings);
  return fields && readNames(fields, reading);
}

/** Reads the file of a folder. */
export function readPackFile(tree: Tree, file: string, reading: Reading): PackFile | undefined {
  const { findings } = reading;
  const fields = Fields.read(tree, PACK_KEYS, 'パック', findings);
  const title = fields?.neededText('パック', '見本市の支援');
  if (fields === undefined || title === undefined) return undefined;
  const notice = fields.text('お知らせ');
  return {
    file,
    title,
    id: readId(fields, title.value),
    version: fields.neededText('版', '2026-04-01')?.value ?? '0',
    from: fields.date('から') ?? '1970-01-01',
    sample: fields.flag('見本') ?? false,
    licence: fields.text('ライセンス')?.value ?? '記載なし',
    source: readUrl(fields, '出典') ?? '',
    ...(notice && { notice }),
    order: fields.texts('制度の順'),
    ...readNames(fields, reading),
  };
}
