import type { Pack } from '@yokoten/rules';
import { type PackFacts, packOfSteps, type Step, type StepPack } from '@yokoten/rules/trace';

/** Rules of a town that does not exist, small enough to be read: every way in which an input can matter. */
const now = { moves: [] };
const PERSON = 0;
const HOME = 1;
const CHILD = 2;

const facts: PackFacts = {
  origin: { name: 'town', version: '1', licence: 'MIT', source: 'https://example.org/' },
  entities: [
    { key: 'person', plural: 'persons' },
    {
      key: 'home',
      plural: 'homes',
      roles: [
        { key: 'adult', plural: 'adults', max: 2 },
        { key: 'child', plural: 'children' },
      ],
    },
  ],
  parameters: [
    { path: 'child.until', values: [['2000-01-01', 15], ['2024-10-01', 18]] }, // prettier-ignore
    { path: 'rent.limit', values: [['2000-01-01', 2_000_000]] },
    { path: 'rent.most', values: [['2000-01-01', 40_000]] },
  ],
  variables: [
    { name: 'birth', entity: 'person', type: 'date', unit: 'eternity', initial: 0 },
    { name: 'income', entity: 'person', type: 'int', unit: 'year', initial: 0 },
    { name: 'grade', entity: 'person', type: 'enum', unit: 'month', initial: 0, values: ['none', 'one', 'two'] }, // prettier-ignore
    { name: 'student', entity: 'person', type: 'bool', unit: 'month', initial: 0 },
    { name: 'rent', entity: 'home', type: 'int', unit: 'month', initial: 0 },
    { name: 'district', entity: 'home', type: 'text', unit: 'month', initial: 'elsewhere' },
    { name: 'age', entity: 'person', type: 'int', unit: 'month', initial: 0 },
    { name: 'child_allowance', entity: 'home', type: 'int', unit: 'month', initial: 0 },
    { name: 'rent_eligible', entity: 'home', type: 'bool', unit: 'month', initial: 0 },
    { name: 'rent_support', entity: 'home', type: 'int', unit: 'month', initial: 0 },
    { name: 'care', entity: 'person', type: 'int', unit: 'month', initial: 0 },
    { name: 'grant', entity: 'home', type: 'int', unit: 'month', initial: 0 },
  ],
};

const at = (name: string): number => facts.variables.findIndex((one) => one.name === name);
const p = { axis: PERSON } as const;
const h = { axis: HOME } as const;
const all = { axis: -1 } as const;

const get = (name: string, axis: number, kind: Step['kind']): Step => ({
  op: 'get',
  variable: at(name),
  when: now,
  kind,
  axis,
});
const figure = (parameter: number): Step => ({
  op: 'parameter',
  parameter,
  when: now,
  kind: 'int64',
  ...all,
});
const number = (value: number): Step => ({ op: 'const', value, kind: 'int64', ...all });
const text = (value: string): Step => ({ op: 'const', value, kind: 'text', ...all });

const formulas: Readonly<Record<string, readonly Step[]>> = {
  age: [
    { op: 'clock', when: now, part: 'date', kind: 'date', ...all },
    get('birth', PERSON, 'date'),
    { op: 'sub', args: [0, 1], kind: 'int64', ...p },
    { op: 'const', value: 365.25, kind: 'float64', ...all },
    { op: 'div', args: [2, 3], kind: 'float64', ...p },
    { op: 'floor', args: [4], kind: 'float64', ...p },
    { op: 'cast', args: [5], kind: 'int32', ...p },
  ],
  child_allowance: [
    get('age', PERSON, 'int32'),
    figure(0),
    { op: 'le', args: [0, 1], kind: 'bool', ...p },
    { op: 'sum', entity: HOME, mask: CHILD, args: [2], kind: 'int64', ...h },
    number(10_000),
    { op: 'mul', args: [3, 4], kind: 'int64', ...h },
  ],
  rent_eligible: [
    {
      op: 'get',
      variable: at('income'),
      when: { moves: [['within', 'year']] },
      kind: 'int32',
      ...p,
    },
    { op: 'sum', entity: HOME, mask: -1, args: [0], kind: 'int64', ...h },
    figure(1),
    { op: 'le', args: [1, 2], kind: 'bool', ...h },
    get('district', HOME, 'text'),
    text('north'),
    { op: 'eq', args: [4, 5], kind: 'bool', ...h },
    text('south'),
    { op: 'eq', args: [4, 7], kind: 'bool', ...h },
    { op: 'or', args: [6, 8], kind: 'bool', ...h },
    { op: 'mul', args: [3, 9], kind: 'bool', ...h },
  ],
  rent_support: [
    get('rent', HOME, 'int32'),
    figure(2),
    { op: 'min', args: [0, 1], kind: 'int64', ...h },
    get('rent_eligible', HOME, 'bool'),
    { op: 'mul', args: [2, 3], kind: 'int64', ...h },
  ],
  care: [
    get('grade', PERSON, 'enum'),
    { op: 'table', table: 0, args: [0], kind: 'int64', ...p },
    get('age', PERSON, 'int32'),
    number(40),
    { op: 'lt', args: [2, 3], kind: 'bool', ...p },
    { op: 'mul', args: [1, 4], kind: 'int64', ...p },
  ],
  grant: [
    get('student', PERSON, 'bool'),
    { op: 'any', entity: HOME, mask: -1, args: [0], kind: 'bool', ...h },
    {
      op: 'get',
      variable: at('income'),
      when: { moves: [['within', 'year']] },
      kind: 'int32',
      ...p,
    },
    { op: 'most', entity: HOME, mask: -1, args: [2], kind: 'int64', ...h },
    number(20),
    { op: 'floordiv', args: [3, 4], kind: 'int64', ...h },
    number(100_000),
    { op: 'sub', args: [6, 5], kind: 'int64', ...h },
    number(0),
    { op: 'max', args: [7, 8], kind: 'int64', ...h },
    { op: 'mul', args: [1, 9], kind: 'int64', ...h },
  ],
};

export const townSteps: StepPack = {
  tables: [{ data: [0, 30_000, 15_000], shape: [3] }],
  keys: [],
  formulas: facts.variables.map(({ name }) => {
    const steps = formulas[name];
    return steps === undefined
      ? []
      : [{ from: '2000-01-01', body: { steps, result: steps.length - 1 } }];
  }),
};

export const townRules: Pack = packOfSteps(facts, townSteps);
