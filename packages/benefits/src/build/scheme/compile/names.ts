import { parseIsoDate, type Variable } from '@yokoten/rules';
import type { Figure, Names, QuestionText } from '../definition.ts';
import { choose, plainNumber, readDate, YES_NO } from '../fields.ts';
import { measureOfAll } from '../measure.ts';
import type { TextNode } from '../tree.ts';
import {
  AGE_LAW,
  BUILTINS,
  type Builtin,
  GRADE,
  GRADES,
  HOUSEHOLD_SIZE,
  SCHOOL_AGE,
  writeBuiltin,
} from './builtins.ts';
import { compileDefinition, type Context, sourcesOf } from './definitions.ts';
import { axisOf, BIRTH, ENTITIES, PERSON } from './entities.ts';
import type { Facts, VariableFacts } from './facts.ts';
import { type Covered, type Meaning, Scope } from './scope.ts';

const ALWAYS: Covered = [{ from: '0001-01-01' }];

type Maker = readonly [name: string, make: () => Meaning | undefined];

/** The names of the language itself: dates of birth, ages, grades, the size of the household. */
export function languageScope(facts: Facts): Scope {
  const birth = facts.variable(
    { name: BIRTH, entity: 'person', type: 'date', unit: 'eternity', initial: 0 },
    { kind: 'word', word: BIRTH },
  );
  const made = new Map<Builtin, Meaning>();
  const make = (builtin: Builtin): Meaning => {
    const meaning = made.get(builtin) ?? makeBuiltin(builtin, birth, facts);
    made.set(builtin, meaning);
    return meaning;
  };
  const meaning: Meaning = {
    kind: 'variable',
    index: birth,
    axis: PERSON,
    type: 'date',
    covered: ALWAYS,
  };
  const makers: Maker[] = [
    [BIRTH, () => meaning],
    ...[...GRADES].map(([word, value]): Maker => [word, () => ({ kind: 'constant', value })]),
    ...BUILTINS.map((one): Maker => [one.name, () => make(one)]),
    ...BUILTINS.filter(({ name }) => name === SCHOOL_AGE).map((one): Maker => [
      GRADE,
      () => make(one),
    ]),
  ];
  return new Scope(new Map(makers));
}

function makeBuiltin(builtin: Builtin, birth: number, facts: Facts): Meaning {
  const { name, axis } = builtin;
  const entity = ENTITIES[axis]?.key ?? '';
  const index = facts.variable(
    { name, entity, type: 'int', unit: 'month', initial: 0 },
    { kind: 'word', word: name },
    name === SCHOOL_AGE ? [AGE_LAW] : [],
  );
  const { steps, result } = writeBuiltin(builtin, birth);
  facts.formulas[index] = [{ from: '0001-01-01', body: { steps: steps.steps, result } }];
  const positive = name === HOUSEHOLD_SIZE;
  const measure = positive ? 'persons' : undefined;
  if (measure !== undefined) facts.variableMeasures.set(name, measure);
  return { kind: 'variable', index, axis, type: 'number', positive, measure, covered: ALWAYS };
}

/**
 * The names of a file, over `outer`; each is compiled when it is first used.
 * @param contextOf gives the context of this scope
 */
export function fileScope(names: Names, outer: Scope, contextOf: () => Context): Scope {
  const { questions, figures, definitions } = names;
  return new Scope(
    new Map<string, () => Meaning | undefined>([
      ...questions.map((one): Maker => [one.name.value, () => makeQuestion(one, contextOf())]),
      ...figures.map((one): Maker => [one.name.value, () => makeFigure(one, contextOf())]),
      ...definitions.map((one): Maker => [
        one.name.value,
        () => compileDefinition(one, contextOf(), { kind: 'text', node: one.label ?? one.name }),
      ]),
    ]),
    outer,
  );
}

const TYPES = { yen: 'int', number: 'int', bool: 'bool', enum: 'enum', date: 'date' } as const;

function makeQuestion(question: QuestionText, { facts, prefix, findings }: Context): Meaning {
  const { name, who, type, options } = question;
  const axis = axisOf(who);
  const values = options.map(({ value }) => value);
  const described: VariableFacts = {
    name: prefix + name.value,
    entity: ENTITIES[axis]?.key ?? '',
    type: TYPES[type],
    unit: 'eternity',
    initial: 0,
    ...(type === 'enum' && { values }),
  };
  const initial = question.initial && readAnswer(question, question.initial, findings);
  const index = facts.variable(
    { ...described, initial: initial ?? 0 },
    { kind: 'text', node: question.label ?? name },
  );
  return {
    kind: 'variable',
    index,
    axis,
    type: type === 'yen' || type === 'number' ? 'number' : type,
    ...(type === 'enum' && { values }),
    measure: type === 'yen' ? 'yen' : question.unit === 'persons' ? 'persons' : undefined,
    covered: ALWAYS,
  };
}

/** An answer as a column of the variable holds it; an error where it is none. */
function readAnswer(
  { type, options, name }: Pick<QuestionText, 'type' | 'options' | 'name'>,
  text: TextNode,
  findings: Context['findings'],
): Variable['initial'] | undefined {
  if (type === 'bool') {
    const flag = choose(text, YES_NO, name.value, findings);
    return flag === undefined ? undefined : Number(flag);
  }
  if (type === 'enum')
    return choose(text, new Map(options.map(({ value }, at) => [value, at])), name.value, findings);
  if (type === 'date') {
    const date = readDate(text, findings);
    return date === undefined ? undefined : parseIsoDate(date);
  }
  const number = plainNumber(text.value);
  if (number !== undefined && Number.isInteger(number)) return number;
  return findings.error(
    'benefits/bad-value',
    text.place,
    `「${name.value}」に「${text.value}」とあります。整数で書いてください。`,
    `"${name.value}" is "${text.value}". Write a whole number.`,
  );
}

function makeFigure(figure: Figure, context: Context): Meaning | undefined {
  const { name, values, label, sources } = figure;
  if (values.length === 0)
    return context.findings.error(
      'benefits/missing-key',
      name.place,
      `「${name.value}」に値がありません。「2024-10-01: 15,000円」のように、日付と値を書いてください。`,
      `"${name.value}" has no value. Write dates with values, like 2024-10-01: 15,000円.`,
    );
  const numbers = values.flatMap(({ value }) => value ?? []);
  const path = context.prefix + name.value;
  const measure = measureOfAll(values.map((one) => one.measure));
  if (measure !== undefined) context.facts.parameterMeasures.set(path, measure);
  const parameter = context.facts.parameter(
    { path, values: values.map(({ from, value }) => [from, value] as const) },
    { kind: 'text', node: label ?? name },
    sourcesOf(sources, context),
  );
  return {
    kind: 'figure',
    parameter,
    decimals: Math.max(...numbers.map((number) => (String(number).split('.')[1] ?? '').length), 0),
    positive: numbers.every((number) => number > 0),
    measure,
    covered: coveredBy(values),
  };
}

function coveredBy(values: Figure['values']): Covered {
  return values.flatMap(({ from, value }, at) => {
    if (value === null) return [];
    const next = values[at + 1]?.from;
    return [{ from, ...(next !== undefined && { to: dayBefore(next) }) }];
  });
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
