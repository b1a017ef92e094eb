import {
  buildSimulation,
  type Pack,
  parsePeriod,
  RulesError,
  type Situation,
} from '@yokoten/rules';
import { packOfSteps } from '@yokoten/rules/trace';
import type { Findings } from '../finding.ts';
import type { CompiledSchemes } from './compile/compile.ts';
import { BIRTH, HOUSEHOLD, ROLES } from './compile/entities.ts';
import type { Meaning } from './compile/scope.ts';
import type { Example, ExamplePerson, Scheme } from './definition.ts';
import { choose, didYouMean, plainNumber, readDate, YES_NO } from './fields.ts';
import type { TextNode } from './tree.ts';

/** How many of the examples came out as they say. */
export interface ExampleCount {
  readonly passed: number;
  readonly failed: number;
}

/** Works every example of every scheme out; one that comes out otherwise is an error at its line. */
export function runExamples(compiled: CompiledSchemes, findings: Findings): ExampleCount {
  const { data } = compiled;
  const pack = packOfSteps(data, data.steps);
  let [passed, failed] = [0, 0];
  for (const scheme of compiled.schemes) {
    if (scheme.examples.length === 0) noExamples(scheme, findings);
    for (const example of scheme.examples)
      if (new ExampleRun(pack, compiled, scheme, example, findings).passes()) passed++;
      else failed++;
  }
  return { passed, failed };
}

class ExampleRun {
  readonly #pack: Pack;
  readonly #compiled: CompiledSchemes;
  readonly #scheme: Scheme;
  readonly #example: Example;
  readonly #findings: Findings;

  constructor(
    pack: Pack,
    compiled: CompiledSchemes,
    scheme: Scheme,
    example: Example,
    findings: Findings,
  ) {
    [this.#pack, this.#compiled, this.#scheme] = [pack, compiled, scheme];
    [this.#example, this.#findings] = [example, findings];
  }

  passes(): boolean {
    const before = this.#findings.all.length;
    const situation = this.#situation();
    if (this.#findings.all.length > before) return false;
    try {
      const { simulation } = buildSimulation(this.#pack, situation);
      const month = parsePeriod(this.#example.month);
      for (const result of this.#example.results) {
        const meaning = this.#result(result.name);
        if (meaning?.kind !== 'variable') continue;
        const column = simulation.get(meaning.index, month);
        this.#compare(result, meaning, [...column].map(Number));
      }
    } catch (error) {
      if (!(error instanceof RulesError)) throw error;
      this.#findings.error(
        'benefits/example-failed',
        this.#example.name.place,
        `例「${this.#example.name.value}」を計算できません。${error.text.ja}`,
        `The example "${this.#example.name.value}" cannot be worked out: ${error.message}`,
      );
    }
    return this.#findings.all.length === before;
  }

  #situation(): Situation {
    const { persons, values } = this.#example;
    const names = persons.map(({ name }, at) => `${at + 1} ${name}`);
    const of = (role: string): string[] => names.filter((_, at) => persons[at]?.role === role);
    const none = persons.length === 0;
    return {
      persons: none
        ? { 本人: {} }
        : Object.fromEntries(persons.map((person, at) => [names[at], this.#inputs(person.values)])),
      households: {
        home: {
          ...Object.fromEntries([...ROLES].map(([word, { plural }]) => [plural, of(word)])),
          ...(none && { guardians: ['本人'] }),
          ...this.#inputs(values, true),
        },
      },
    };
  }

  #inputs(pairs: ExamplePerson['values'], household = false): Record<string, unknown> {
    return Object.fromEntries(
      pairs.flatMap(({ name, value }) => {
        const read = this.#input(name, value, household);
        return read === undefined ? [] : [[read[0], { ETERNITY: read[1] }]];
      }),
    );
  }

  #input(
    name: TextNode,
    text: TextNode,
    household: boolean,
  ): readonly [string, unknown] | undefined {
    if (name.value === BIRTH) {
      const date = readDate(text, this.#findings);
      return date === undefined ? undefined : [BIRTH, date];
    }
    const { questions, data } = this.#compiled;
    const own = `${this.#scheme.title.value}_${name.value}`;
    const variable = questions.has(own) ? own : name.value;
    const question = questions.get(variable);
    if (question === undefined) return this.#unknown(name);
    const entity = data.variables.find((one) => one.name === variable)?.entity;
    if ((entity === 'household') !== household)
      return this.#findings.error(
        'benefits/scope-mismatch',
        name.place,
        `「${name.value}」は${household ? '一人ひとり' : '世帯'}の質問です。${household ? '人の中に' : '「世帯」のすぐ下に'}書いてください。`,
        `"${name.value}" is asked of ${household ? 'each person: write it in a person' : 'the household: write it right below 世帯'}.`,
      );
    if (question.type === 'bool')
      return named(variable, choose(text, YES_NO, name.value, this.#findings));
    if (question.type === 'date') return named(variable, readDate(text, this.#findings));
    if (question.type === 'enum') {
      const words = new Map(question.options.map(({ value }) => [value, value]));
      return named(variable, choose(text, words, name.value, this.#findings));
    }
    return named(variable, this.#number(name, text));
  }

  #number(name: TextNode, text: TextNode): number | undefined {
    const number = plainNumber(text.value);
    if (number !== undefined) return number;
    return this.#findings.error(
      'benefits/bad-value',
      text.place,
      `「${name.value}」に「${text.value}」とあります。数で書いてください。`,
      `"${name.value}" is "${text.value}". Write a number.`,
    );
  }

  #unknown(name: TextNode): undefined {
    const words = [...this.#compiled.questions.values()].map((one) => one.name.value);
    const guess = didYouMean(name.value, [BIRTH, '名前', '保護者', '子', 'その他', ...words]);
    return this.#findings.error(
      'benefits/unknown-name',
      name.place,
      `「${name.value}」という質問はありません。${guess.ja}`,
      `There is no question "${name.value}".${guess.en}`,
    );
  }

  #result(name: TextNode): Meaning | undefined {
    const { scopes, data } = this.#compiled;
    const title = this.#scheme.title.value;
    const at = data.variables.findIndex((one) => one.name === `${title}_${name.value}`);
    if (name.value !== '対象' && name.value !== '額')
      return scopes.get(this.#scheme)?.meaning(name.value, name.place, this.#findings);
    const type = name.value === '対象' ? 'bool' : 'number';
    const axis = data.variables[at]?.entity === 'household' ? HOUSEHOLD : 0;
    return { kind: 'variable', index: at, axis, type, covered: [] };
  }

  /** Of persons: the sum of numbers, whether one is true; or the value of the one who is named. */
  #compare(
    { name, person, value }: Example['results'][number],
    { type, axis }: Extract<Meaning, { kind: 'variable' }>,
    column: readonly number[],
  ): void {
    const { persons } = this.#example;
    const at = person === undefined ? -1 : persons.findIndex((one) => one.name === person.value);
    if (person !== undefined && (at < 0 || axis === HOUSEHOLD)) {
      this.#findings.error(
        'benefits/unknown-name',
        person.place,
        axis === HOUSEHOLD
          ? `「${name.value}」は世帯の値です。一人ひとりには分けられません。`
          : `「${person.value}」という人は、この例にいません。「名前」を確かめてください。`,
        axis === HOUSEHOLD
          ? `"${name.value}" is a value of the household, not of each person.`
          : `There is no "${person.value}" in this example. See the 名前 of its persons.`,
      );
      return;
    }
    const got =
      at >= 0
        ? (column[at] ?? 0)
        : type === 'bool'
          ? Number(column.some((one) => one !== 0))
          : column.reduce((sum, one) => sum + one, 0);
    const wanted =
      type === 'bool'
        ? choose(value, YES_NO, name.value, this.#findings)
        : this.#number(name, value);
    if (wanted === undefined || Number(wanted) === got) return;
    const shown = type === 'bool' ? (got === 0 ? 'いいえ' : 'はい') : got.toLocaleString('ja-JP');
    const of = person === undefined ? '' : `（${person.value}）`;
    this.#findings.error(
      'benefits/example-failed',
      value.place,
      `例「${this.#example.name.value}」の「${name.value}」${of}は、計算すると${shown}です。例は${value.value}です。例か制度を直してください。`,
      `In the example "${this.#example.name.value}", "${name.value}"${of} comes to ${shown}, not ${value.value}. Correct the example or the scheme.`,
    );
  }
}

function named(variable: string, value: unknown): readonly [string, unknown] | undefined {
  return value === undefined ? undefined : [variable, value];
}

function noExamples(scheme: Scheme, findings: Findings): void {
  findings.warn(
    'benefits/no-examples',
    scheme.place,
    `「${scheme.title.value}」に例がありません。「例」に、世帯と正しい額を書いてください。`,
    `"${scheme.title.value}" has no examples. Add 例: a household and the right amount.`,
  );
}
