import type { Control, Unit } from '../../model/question.ts';
import type { AnswerType, QuestionText } from './definition.ts';
import { choose, Fields, plainNumber } from './fields.ts';
import { named, WHO } from './read-names.ts';
import type { TextNode, Tree } from './tree.ts';
import type { Findings } from '../finding.ts';

const KEYS = [
  'だれに', '型', '選択肢', '初期値', '最小', '最大', '刻み', '年齢', '試す', '説明', '聞き方', '理由', 'ヒント',
]; // prettier-ignore

const TYPES: ReadonlyMap<string, readonly [AnswerType, Control, Unit?]> = new Map([
  ['円', ['yen', 'number', 'yen']],
  ['円（月）', ['yen', 'number', 'yen-per-month']],
  ['円（年）', ['yen', 'number', 'yen-per-year']],
  ['人数', ['number', 'number', 'persons']],
  ['数', ['number', 'number']],
  ['はい・いいえ', ['bool', 'yes-no']],
  ['選択', ['enum', 'choice']],
  ['日付', ['date', 'date']],
] as [string, readonly [AnswerType, Control, Unit?]][]);

/** 「質問」: what people are asked, by name. */
export function readQuestions(tree: Tree | undefined, findings: Findings): QuestionText[] {
  return named(tree, findings).flatMap(({ key, value }) => {
    const fields = Fields.read(value, KEYS, `質問「${key.value}」`, findings);
    const question = fields === undefined ? undefined : readQuestion(key, fields);
    return question === undefined ? [] : [question];
  });
}

function readQuestion(name: TextNode, fields: Fields): QuestionText | undefined {
  const { findings } = fields;
  const [whoText, typeText] = [
    fields.neededText('だれに', '保護者'),
    fields.neededText('型', '円（年）'),
  ];
  if (whoText === undefined || typeText === undefined) return undefined;
  const who = choose(whoText, WHO, 'だれに', findings);
  const type = choose(typeText, TYPES, '型', findings);
  if (who === undefined || type === undefined) return undefined;
  const [answer, control, unit] = type;
  const options = fields.texts('選択肢');
  if (answer === 'enum' && options.length === 0) fields.needed('選択肢', '[持ち家, 借家]');
  const [least, most, step] = [
    number(fields, '最小'),
    number(fields, '最大'),
    number(fields, '刻み'),
  ];
  const ages = readAges(fields);
  const [initial, label, question, why, hint] = ['初期値', '説明', '聞き方', '理由', 'ヒント'].map(
    (key) => fields.text(key),
  );
  return {
    name,
    who,
    type: answer,
    control,
    ...(unit && { unit }),
    options,
    ...(initial && { initial }),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    ...(step !== undefined && { step }),
    ...(ages && { ages }),
    ...(fields.flag('試す') === false && { untried: true }),
    ...(label && { label }),
    ...(question && { question }),
    ...(why && { why }),
    ...(hint && { hint }),
  };
}

function number(fields: Fields, key: string): number | undefined {
  const text = fields.text(key);
  if (text === undefined) return undefined;
  const value = plainNumber(text.value);
  if (value !== undefined) return value;
  return fields.findings.error(
    'benefits/bad-value',
    text.place,
    `「${key}」に「${text.value}」とあります。数で書いてください。`,
    `${key} is "${text.value}". Write a number.`,
  );
}

/** 「18〜22」: whole years, both included. */
function readAges(fields: Fields): QuestionText['ages'] {
  const text = fields.text('年齢');
  if (text === undefined) return undefined;
  const match = /^(\d{1,3})?\s*[〜～~-]\s*(\d{1,3})?$/.exec(text.value);
  if (match !== null) {
    const [, from, to] = match;
    return {
      ...(from !== undefined && { from: Number(from) }),
      ...(to !== undefined && { to: Number(to) }),
    };
  }
  return fields.findings.error(
    'benefits/bad-value',
    text.place,
    `「年齢」に「${text.value}」とあります。18〜22のように書いてください。`,
    `年齢 is "${text.value}". Write it like 18〜22.`,
  );
}
