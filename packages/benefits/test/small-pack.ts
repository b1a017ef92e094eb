import type { PackFacts, Step, StepPack } from '@yokoten/rules/trace';
import { packOfSteps } from '@yokoten/rules/trace';
import type { BenefitPack } from '../src/model/pack.ts';
import type { PackTexts } from '../src/model/texts.ts';

const PERSON = 0;
const HOME = 1;
const GUARDIAN = 1;
const CHILD = 2;
const now = { moves: [] };

const facts: PackFacts = {
  origin: {
    name: 'small-pack',
    version: '1.0.0',
    licence: 'MIT',
    source: 'https://example.org/rules',
  },
  entities: [
    { key: 'person', plural: 'persons' },
    {
      key: 'home',
      plural: 'homes',
      roles: [
        { key: 'guardian', plural: 'guardians' },
        { key: 'child', plural: 'children' },
      ],
    },
  ],
  parameters: [
    { path: 'school.limit', values: [['2020-04-01', 3_000_000], ['2026-04-01', 3_500_000]] }, // prettier-ignore
  ],
  variables: [
    { name: 'birth', entity: 'person', type: 'date', unit: 'eternity', initial: 0 },
    { name: 'income', entity: 'person', type: 'int', unit: 'eternity', initial: 0 },
    { name: 'renting', entity: 'home', type: 'bool', unit: 'eternity', initial: 0 },
    { name: 'kind', entity: 'home', type: 'enum', unit: 'eternity', initial: 0, values: ['house', 'flat', 'room'] }, // prettier-ignore
    { name: 'damaged', entity: 'home', type: 'bool', unit: 'eternity', initial: 0 },
    { name: 'deaf', entity: 'person', type: 'bool', unit: 'eternity', initial: 0 },
    { name: 'blind', entity: 'person', type: 'bool', unit: 'eternity', initial: 0 },
    { name: 'child-money', entity: 'person', type: 'int', unit: 'month', initial: 0 },
    { name: 'poor', entity: 'home', type: 'bool', unit: 'month', initial: 0 },
    { name: 'school-money', entity: 'home', type: 'int', unit: 'month', initial: 0 },
    { name: 'rent-money', entity: 'home', type: 'int', unit: 'month', initial: 0 },
    { name: 'care-money', entity: 'person', type: 'int', unit: 'month', initial: 0 },
    { name: 'flood-money', entity: 'home', type: 'int', unit: 'month', initial: 0 },
  ],
};

const get = (variable: number, axis: number, kind: Step['kind'] = 'int64'): Step => ({
  op: 'get',
  variable,
  when: now,
  kind,
  axis,
});
const constant = (value: number): Step => ({ op: 'const', value, kind: 'int64', axis: -1 });
const select = (...args: number[]): Omit<Step & { op: 'select' }, 'axis'> => ({
  op: 'select',
  args,
  kind: 'int64',
});
const formula = (...list: Step[]): StepPack['formulas'][number] => [
  { from: '2020-04-01', body: { steps: list, result: list.length - 1 } },
];
const incomeOfGuardians: readonly Step[] = [
  get(1, PERSON),
  { op: 'sum', entity: HOME, mask: GUARDIAN, args: [0], kind: 'int64', axis: HOME },
];

const steps: StepPack = {
  tables: [],
  keys: [],
  formulas: [
    ...Array.from({ length: 7 }, () => []),
    // child-money: 10,000 yen for a child born on 2008-04-02 or later
    formula(
      { op: 'role', entity: HOME, mask: CHILD, kind: 'bool', axis: PERSON },
      get(0, PERSON, 'date'),
      { op: 'const', value: Date.UTC(2008, 3, 2) / 86_400_000, kind: 'date', axis: -1 },
      { op: 'ge', args: [1, 2], kind: 'bool', axis: PERSON, name: 'young' },
      { op: 'and', args: [0, 3], kind: 'bool', axis: PERSON },
      constant(10_000),
      constant(0),
      { ...select(4, 5, 6), axis: PERSON },
    ),
    // poor: the guardians' income is at most the limit
    formula(
      ...incomeOfGuardians,
      { op: 'parameter', parameter: 0, when: now, kind: 'int64', axis: -1 },
      { op: 'le', args: [1, 2], kind: 'bool', axis: HOME, name: 'within the limit' },
    ),
    // school-money: 60,000 yen a year for those within the limit who have a child
    formula(
      get(8, HOME, 'bool'),
      { op: 'count', entity: HOME, mask: CHILD, kind: 'int64', axis: HOME },
      constant(60_000),
      { op: 'mul', args: [1, 2], kind: 'int64', axis: HOME },
      constant(0),
      { ...select(0, 3, 4), axis: HOME },
    ),
    // rent-money: 30,000 yen less a hundredth of the income, for a rented flat
    formula(
      ...incomeOfGuardians,
      constant(100),
      { op: 'floordiv', args: [1, 2], kind: 'int64', axis: HOME },
      constant(30_000),
      { op: 'sub', args: [4, 3], kind: 'int64', axis: HOME },
      constant(0),
      { op: 'max', args: [5, 6], kind: 'int64', axis: HOME },
      get(2, HOME, 'bool'),
      get(3, HOME, 'enum'),
      { op: 'const', value: 1, kind: 'enum', axis: -1 },
      { op: 'eq', args: [9, 10], kind: 'bool', axis: HOME },
      { op: 'and', args: [8, 11], kind: 'bool', axis: HOME },
      { ...select(12, 7, 6), axis: HOME },
    ),
    // care-money: 5,000 yen for who is deaf or blind
    formula(
      get(5, PERSON, 'bool'),
      get(6, PERSON, 'bool'),
      { op: 'or', args: [0, 1], kind: 'bool', axis: PERSON },
      constant(5_000),
      constant(0),
      { ...select(2, 3, 4), axis: PERSON },
    ),
    // flood-money: 200,000 yen once for a damaged home
    formula(get(4, HOME, 'bool'), constant(200_000), constant(0), {
      ...select(0, 1, 2),
      axis: HOME,
    }),
  ],
};

const ja: PackTexts = {
  language: 'ja',
  reviewed: true,
  title: '小さな手当の確認',
  notice: '試験のためのルールです。',
  programmes: {
    'child-money': {
      title: '子ども手当',
      summary: '子どもを育てる人への手当です。',
      who: '子どものいる世帯',
      amount: '子ども一人ごとに払われます。',
      documents: ['本人確認書類', '口座の番号がわかるもの'],
      where: '市役所1階の窓口',
      counter: ['いつから払われますか。'],
      deadlines: { birth: '生まれてから15日以内に申し込みます。' },
      events: { birth: '子どもの誕生' },
    },
    'school-money': { title: '学校の費用の助け', summary: '学用品の費用を助けます。' },
    'rent-money': { title: '家賃の助け', summary: '家賃の一部を助けます。' },
    'care-money': { title: '見守り手当' },
    'flood-money': { title: '水害の見舞金' },
  },
  variables: {
    birth: { label: '生年月日' },
    income: {
      label: '年収',
      question: '{who}の年収はいくらですか',
      why: '収入で金額が変わります。',
    },
    renting: { label: '家賃を払っている', question: '家賃を払っていますか' },
    kind: { label: '家の種類', values: { house: '一戸建て', flat: 'アパート', room: '部屋' } },
    damaged: { label: '家がこわれた' },
    deaf: { label: '耳が聞こえない' },
    blind: { label: '目が見えない' },
    poor: { label: '収入が限度以下' },
    'child-money': { label: '子ども手当の額' },
    'school-money': { label: '学校の費用の額' },
    'rent-money': { label: '家賃の助けの額' },
    'care-money': { label: '見守り手当の額' },
    'flood-money': { label: '見舞金の額' },
  },
  gates: { care: { question: '次のことがある人はいますか', why: '見守り手当に要ります。' } },
  sets: { main: 'くらしの手当', disaster: '水害のあとの助け' },
  parameters: { 'school.limit': '収入の限度' },
};

const en: PackTexts = {
  language: 'en',
  reviewed: false,
  title: 'Small benefit check',
  programmes: {
    'child-money': { title: 'Child allowance', summary: 'For people who bring up children.' },
    'school-money': { title: 'School costs' },
    'rent-money': { title: 'Help with the rent' },
    'care-money': { title: 'Care allowance' },
    'flood-money': { title: 'Flood relief' },
  },
  variables: {
    birth: { label: 'date of birth' },
    income: { label: 'yearly income', question: 'What is the yearly income ({who})?' },
    renting: { label: 'pays rent', question: 'Do you pay rent?' },
    kind: { label: 'kind of home', values: { house: 'a house', flat: 'a flat', room: 'a room' } },
    damaged: { label: 'home was damaged' },
    deaf: { label: 'deaf' },
    blind: { label: 'blind' },
    poor: { label: 'income within the limit' },
  },
  gates: { care: { question: 'Does any of this apply to anybody?' } },
  sets: { main: 'Everyday benefits', disaster: 'After a flood' },
};

/** A pack of five made-up programmes with every kind of question, and a second set for after a flood. */
export function smallPack(overrides: Partial<BenefitPack> = {}): BenefitPack {
  return {
    id: 'small',
    version: '2026-04-01',
    rules: packOfSteps(facts, steps),
    steps: () => Promise.resolve(steps),
    sources: () =>
      Promise.resolve({
        variables: {
          poor: [
            {
              title: { ja: '学校の費用に関する規則', en: 'Rules on school costs' },
              article: '第3条',
              url: 'https://example.org/law',
              from: '2020-04-01',
            },
          ],
        },
        parameters: {},
      }),
    sample: true,
    household: {
      person: 'person',
      groups: ['home'],
      birth: 'birth',
      kinds: [
        { id: 'self', roles: { home: 'guardian' }, most: 1 },
        { id: 'partner', roles: { home: 'guardian' }, most: 1 },
        { id: 'child', roles: { home: 'child' }, most: 4 },
      ],
    },
    programmes: [
      {
        id: 'child-money',
        output: 'child-money',
        money: 'monthly',
        deadlines: [
          { id: 'birth', kind: 'event', event: 'birth', days: 15 },
          { id: 'may', kind: 'yearly', from: '06-01', to: '06-30' },
        ],
        contacts: [
          {
            name: { ja: '子育て課', en: 'Child office' },
            phone: '03-0000-0000',
            url: 'https://example.org/office',
            hours: { ja: '平日9時～17時', en: 'Weekdays 9 to 17' },
          },
        ],
        applyUrl: 'https://example.org/apply',
        sources: [
          { title: { ja: '子ども手当に関する規則' }, article: '第1条', from: '2020-04-01' },
        ],
      },
      {
        id: 'school-money',
        output: 'school-money',
        eligible: 'poor',
        money: 'yearly',
        deadlines: [{ id: 'term', kind: 'window', from: '2026-04-01', to: '2026-05-31' }],
        sources: [],
      },
      { id: 'rent-money', output: 'rent-money', money: 'monthly', sources: [] },
      { id: 'care-money', output: 'care-money', money: 'monthly', sources: [] },
      { id: 'flood-money', output: 'flood-money', money: 'one-off', sources: [] },
    ],
    questions: [
      { variable: 'income', unit: 'yen-per-year', most: 100_000_000, kinds: ['self', 'partner'] },
    ],
    gates: [{ id: 'care', variables: ['deaf', 'blind'] }],
    sets: [
      { id: 'main', programmes: ['child-money', 'school-money', 'rent-money', 'care-money'] },
      { id: 'disaster', programmes: ['flood-money', 'care-money'] },
    ],
    languages: ['ja', 'en'],
    texts: (language) => Promise.resolve(language === 'en' ? en : ja),
    licenceUrl: 'https://example.org/licence',
    ...overrides,
  };
}
