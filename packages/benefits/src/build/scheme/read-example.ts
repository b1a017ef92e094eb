import { parseIsoDate } from '@yokoten/rules';
import type { Example, ExamplePerson } from './definition.ts';
import type { RoleWord } from './expression.ts';
import { Fields } from './fields.ts';
import { asText, items, type TextNode, type Tree } from './tree.ts';
import type { Findings } from '../finding.ts';

const ROLES: readonly RoleWord[] = ['保護者', '子', 'その他'];

interface Pair {
  readonly name: TextNode;
  readonly value: TextNode;
}

/** 「例」: households with what must come out for them. */
export function readExamples(tree: Tree | undefined, findings: Findings): Example[] {
  return items(tree).flatMap((item, at) => readExample(item, at + 1, findings) ?? []);
}

function readExample(tree: Tree, number: number, findings: Findings): Example | undefined {
  const fields = Fields.read(tree, ['名前', '月', '世帯', '結果'], `例${number}`, findings);
  if (fields === undefined) return undefined;
  const name = fields.text('名前') ?? { kind: 'text', value: `例${number}`, place: fields.place };
  const [month, household, results] = [
    fields.neededText('月', '2024-10'),
    fields.needed('世帯', '{保護者: [{}], 子: [{生年月日: 2020-05-05}]}'),
    fields.needed('結果', '{額: 10,000円}'),
  ];
  if (month === undefined || household === undefined || results === undefined) return undefined;
  if (parseIsoDate(`${month.value}-01`) === undefined)
    return findings.error(
      'benefits/date-unreadable',
      month.place,
      `「月」に「${month.value}」とあります。2024-10のように書いてください。`,
      `月 is "${month.value}". Write a month like 2024-10.`,
    );
  return {
    name,
    month: month.value,
    ...readHousehold(household, findings),
    results: readResults(results, findings),
  };
}

function readHousehold(tree: Tree, findings: Findings): Pick<Example, 'persons' | 'values'> {
  if (tree.kind !== 'map') {
    asPairs(tree, findings);
    return { persons: [], values: [] };
  }
  const persons: ExamplePerson[] = [];
  const values: Pair[] = [];
  for (const { key, value } of tree.entries) {
    const role = ROLES.find((word) => word === key.value);
    if (role === undefined) {
      const text = asText(value, findings);
      if (text !== undefined) values.push({ name: key, value: text });
      continue;
    }
    for (const [at, person] of items(value).entries()) {
      const pairs = person.kind === 'text' && person.value === '' ? [] : asPairs(person, findings);
      persons.push({
        role,
        name: pairs.find(({ name }) => name.value === '名前')?.value.value ?? `${role}${at + 1}`,
        values: pairs.filter(({ name }) => name.value !== '名前'),
      });
    }
  }
  return { persons, values };
}

function readResults(tree: Tree, findings: Findings): Example['results'] {
  if (tree.kind !== 'map') {
    asPairs(tree, findings);
    return [];
  }
  return tree.entries.flatMap(({ key, value }): Example['results'] => {
    if (value.kind !== 'map') {
      const text = asText(value, findings);
      return text === undefined ? [] : [{ name: key, value: text }];
    }
    return asPairs(value, findings).map(({ name, value: text }) => ({
      name: key,
      person: name,
      value: text,
    }));
  });
}

function asPairs(tree: Tree, findings: Findings): Pair[] {
  if (tree.kind === 'map')
    return tree.entries.flatMap(({ key, value }) => {
      const text = asText(value, findings);
      return text === undefined ? [] : [{ name: key, value: text }];
    });
  findings.error(
    'benefits/wrong-type',
    tree.place,
    'ここには「項目: 値」の並びを書きます。例: {生年月日: 2020-05-05}',
    'Expected keys with values, like {生年月日: 2020-05-05}.',
  );
  return [];
}
