import type { LegalSource } from '../../model/source.ts';
import { BIRTH } from './compile/entities.ts';
import type { Definition, Figure, OrderKey, Row, Version, Who } from './definition.ts';
import { ExpressionParser } from './parse-expression.ts';
import type { RoleWord } from './expression.ts';
import { type Dates, Fields, plainNumber, readDate } from './fields.ts';
import { conditionOf, readConditions, readSourceNames, CONDITION_KEYS } from './read-conditions.ts';
import { measureOf } from './measure.ts';
import { asMap, asText, type Entry, items, type TextNode, type Tree } from './tree.ts';
import type { Findings } from '../finding.ts';

/** The words for whom a value is of. */
export const WHO: ReadonlyMap<string, Who> = new Map(
  (['子', '保護者', 'その他', '全員', '世帯'] as const).map((who) => [who, who]),
);

const ROLES: ReadonlyMap<string, RoleWord> = new Map(
  (['子', '保護者', 'その他', '全員'] as const).map((role) => [role, role]),
);

/** What readers of one file share: the names that may stand in calculations, and where mistakes go. */
export interface Reading {
  readonly names: ReadonlySet<string>;
  readonly findings: Findings;
}

/** The keys and values of a place that maps names to things. */
export function named(tree: Tree | undefined, findings: Findings): readonly Entry[] {
  if (tree === undefined || (tree.kind === 'text' && tree.value === '')) return [];
  return asMap(tree, findings)?.entries ?? [];
}

/** 「根拠」 at the top of a file: laws and ordinances by a short name. */
export function readSources(
  tree: Tree | undefined,
  findings: Findings,
): ReadonlyMap<string, LegalSource> {
  const keys = ['名前', '条', 'リンク', 'から', 'まで'];
  return new Map(
    named(tree, findings).flatMap(({ key, value }): [string, LegalSource][] => {
      const fields = Fields.read(value, keys, `根拠「${key.value}」`, findings);
      const title = fields?.neededText('名前', '児童手当法（昭和46年法律第73号）');
      const start = fields?.neededText('から', '2024-10-01');
      if (fields === undefined || title === undefined || start === undefined) return [];
      const from = readDate(start, findings) ?? '';
      const [article, url, to] = [
        fields.text('条'),
        readUrl(fields, 'リンク'),
        fields.date('まで'),
      ];
      return [
        [
          key.value,
          {
            title: { ja: title.value },
            ...(article && { article: article.value }),
            ...(url !== undefined && { url }),
            from,
            ...(to !== undefined && { to }),
          },
        ],
      ];
    }),
  );
}

/** An https address, or an error. */
export function readUrl(fields: Fields, key: string): string | undefined {
  const text = fields.text(key);
  if (text === undefined) return undefined;
  if (text.value.startsWith('https://') && URL.canParse(text.value)) return text.value;
  return fields.findings.error(
    'benefits/bad-value',
    text.place,
    `「${key}」に「${text.value.slice(0, 80)}」とあります。https:// で始まるアドレスを書いてください。`,
    `${key} is "${text.value.slice(0, 80)}". Write an address that begins with https://.`,
  );
}

/** 「数値」: figures of the law by date. */
export function readFigures(tree: Tree | undefined, { findings }: Reading): Figure[] {
  return named(tree, findings).flatMap(({ key, value }): Figure[] => {
    const map = asMap(value, findings);
    if (map === undefined) return [];
    const facts = map.entries.filter((entry) => ['説明', '根拠'].includes(entry.key.value));
    const fields = new Fields({ ...map, entries: facts }, ['説明', '根拠'], '数値', findings);
    const label = fields.text('説明');
    const values = map.entries
      .filter((entry) => !facts.includes(entry))
      .flatMap((entry) => readFigureValue(entry, findings));
    values.sort((a, b) => (a.from < b.from ? -1 : 1));
    return [{ name: key, ...(label && { label }), sources: readSourceNames(fields), values }];
  });
}

function readFigureValue({ key, value }: Entry, findings: Findings): Figure['values'][number][] {
  const [from, text] = [readDate(key, findings), asText(value, findings)];
  if (from === undefined || text === undefined) return [];
  if (text.value === 'なし') return [{ from, value: null, place: text.place }];
  const number = plainNumber(text.value);
  const measure = measureOf(text.value);
  if (number !== undefined)
    return [{ from, value: number, ...(measure && { measure }), place: text.place }];
  findings.error(
    'benefits/bad-value',
    text.place,
    `${key.value}の値に「${text.value}」とあります。数か「なし」を書いてください。`,
    `The value of ${key.value} is "${text.value}". Write a number, or なし where there is none.`,
  );
  return [];
}

/** 「計算」: values worked out of others, by name. */
export function readDefinitions(tree: Tree | undefined, reading: Reading): Definition[] {
  return named(tree, reading.findings).flatMap(({ key, value }) => {
    const definition = readDefinition(key, value, reading);
    return definition === undefined ? [] : [definition];
  });
}

const VERSION_KEYS = [
  '式',
  '条件',
  '表',
  '順番',
  '数える人',
  'だれに',
  '説明',
  '根拠',
  'から',
  'まで',
];

/**
 * A value's definition: a calculation, or a mapping that says how it is worked out, or a list of such with dates.
 * @param rowsAlone whether a list is a table's rows instead
 */
export function readDefinition(
  name: TextNode,
  tree: Tree,
  reading: Reading,
  rowsAlone = false,
): Definition | undefined {
  const { findings } = reading;
  if (tree.kind === 'list' && rowsAlone)
    return {
      name,
      sources: [],
      versions: [{ kind: 'table', rows: readRows(tree, reading), place: tree.place }],
    };
  const versions: Version[] = [];
  let [label, who]: [TextNode | undefined, Who | undefined] = [undefined, undefined];
  const sources = new Map<string, TextNode>();
  for (const one of items(tree)) {
    if (one.kind === 'text') {
      const expression = new ExpressionParser(one, reading.names, findings).whole();
      if (expression !== undefined)
        versions.push({ kind: 'expression', expression, place: one.place });
      continue;
    }
    const fields = Fields.read(one, VERSION_KEYS, `「${name.value}」`, findings);
    if (fields === undefined) continue;
    label ??= fields.text('説明');
    who ??= fields.choice('だれに', WHO);
    for (const source of readSourceNames(fields)) sources.set(source.value, source);
    const version = readVersion(fields, reading);
    if (version !== undefined) versions.push(version);
  }
  if (versions.length === 0) return undefined;
  return {
    name,
    ...(label && { label }),
    ...(who && { who }),
    sources: [...sources.values()],
    versions,
  };
}

function readVersion(fields: Fields, reading: Reading): Version | undefined {
  const { findings } = reading;
  const dates: Dates & { place: Fields['place'] } = { ...fields.dates(), place: fields.place };
  const conditions = fields.tree('条件');
  if (fields.has('順番')) return { kind: 'order', ...readOrder(fields), ...dates };
  const table = fields.tree('表');
  if (table !== undefined) return { kind: 'table', rows: readRows(table, reading), ...dates };
  if (conditions !== undefined)
    return { kind: 'conditions', conditions: readConditions(conditions, findings), ...dates };
  const text = fields.neededText('式', '基本額 + 加算額 × 人数（子）');
  if (text === undefined) return undefined;
  const expression = new ExpressionParser(text, reading.names, findings).whole();
  return expression === undefined ? undefined : { kind: 'expression', expression, ...dates };
}

function readOrder(
  fields: Fields,
): Omit<Extract<Version, { kind: 'order' }>, keyof Dates | 'kind' | 'place'> {
  const { findings } = fields;
  const by = fields.texts('順番').flatMap((text) => orderKey(text, findings) ?? []);
  // Who is old is plain among children alone; of whom an income is must be said.
  if (by.some(({ name }) => name.value !== BIRTH)) fields.needed('だれに', '保護者');
  return {
    role: fields.choice('だれに', ROLES) ?? '子',
    by,
    counted: readConditions(fields.tree('数える人'), findings),
  };
}

/** 「年上から」, or a name with 「の高い順」 or 「の少ない順」 behind it. */
function orderKey(text: TextNode, findings: Findings): OrderKey | undefined {
  const { value, place } = text;
  if (value === '年上から') return { name: { ...text, value: BIRTH }, largestFirst: false };
  const [, name, word] = /^(.{1,80})の(高い|多い|低い|少ない)順$/u.exec(value) ?? [];
  if (name !== undefined)
    return { name: { ...text, value: name }, largestFirst: word === '高い' || word === '多い' };
  return findings.error(
    'benefits/bad-value',
    place,
    `「順番」に「${value.slice(0, 80)}」とあります。「年上から」か、「所得の高い順」「日数の少ない順」のように書いてください。`,
    `順番 is "${value.slice(0, 80)}". Write 年上から, or a name like 所得の高い順 (highest first), 日数の少ない順 (fewest first).`,
  );
}

function readRows(tree: Tree, reading: Reading): Row[] {
  const { findings, names } = reading;
  return items(tree).flatMap((item): Row[] => {
    const map = asMap(item, findings);
    if (map === undefined) return [];
    const { label, sources, from, to, ...condition } = conditionOf(map, ['額'], findings);
    const known = [...CONDITION_KEYS, '額'];
    const entries = map.entries.filter(({ key }) => known.includes(key.value));
    const fields = new Fields({ ...map, entries }, known, '表の行', findings);
    const text = fields.neededText('額', '15,000円');
    const value = text && new ExpressionParser(text, names, findings).whole();
    if (value === undefined) return [];
    return [
      {
        place: map.place,
        conditions:
          condition.kind === 'all' && condition.of.length === 0
            ? []
            : [{ ...condition, sources: [] }],
        value,
        ...(label && { label }),
        sources,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      },
    ];
  });
}
