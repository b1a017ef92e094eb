import type { LegalSource } from '../../../model/source.ts';
import { HOUSEHOLD, PERSON } from './entities.ts';
import { known, StepWriter, type Term } from './steps.ts';

/** Whole months since the month of birth: 0 in that month. */
export const AGE_IN_MONTHS = '月齢';
/** The age reached by 31 March: 7 in the first year of school, 18 in the last of upper secondary school. */
export const SCHOOL_AGE = '年度末年齢';
/** The age in years on the first day of the month. */
export const AGE = '年齢';
/** The same figure as `SCHOOL_AGE`, to be compared with 小1 … 高3. */
export const GRADE = '学年';
/** How many persons the household has. */
export const HOUSEHOLD_SIZE = '世帯人数';

/** Names for which an upper limit alone means: born, and below it. */
export const BORN_ONLY: readonly string[] = [AGE, SCHOOL_AGE, GRADE];

/** 小1 … 小6, 中1 … 中3, 高1 … 高3 as the age reached by the end of that school year. */
export const GRADES: ReadonlyMap<string, number> = new Map(
  (
    [
      ['小', 7, 6],
      ['中', 13, 3],
      ['高', 16, 3],
    ] as const
  ).flatMap(([word, first, years]) =>
    Array.from({ length: years }, (_, at): [string, number] => [`${word}${at + 1}`, first + at]),
  ),
);

/** Where the rules of ages are written: a year of age is reached on the day before the birthday. */
export const AGE_LAW: LegalSource = {
  title: { ja: '年齢計算ニ関スル法律（明治35年法律第50号）' },
  url: 'https://laws.e-gov.go.jp/law/135AC1000000050',
  from: '1902-12-22',
};

/** How a variable of the language itself is worked out, and of whom it is. */
export interface Builtin {
  readonly name: string;
  readonly axis: number;
  readonly write: (steps: StepWriter, birth: number) => Term;
}

const NOW = { moves: [] } as const;

/** What each name of the language is worked out of; `birth` is the variable's position. */
export const BUILTINS: readonly Builtin[] = [
  {
    name: AGE,
    axis: PERSON,
    write(steps, birth) {
      // Whoever is born on the first of a month has a birthday on the day that is asked about: the day before counts.
      const last = months(steps, dayBefore(steps, birth));
      const passed = steps.arithmetic(
        'sub',
        thisMonth(steps),
        steps.arithmetic('add', last, known(1)),
      );
      return steps.arithmetic('floordiv', passed, known(12));
    },
  },
  {
    name: AGE_IN_MONTHS,
    axis: PERSON,
    write: (steps, birth) =>
      steps.arithmetic('sub', thisMonth(steps), months(steps, birthday(steps, birth))),
  },
  {
    name: SCHOOL_AGE,
    axis: PERSON,
    write(steps, birth) {
      const year = (month: Term): Term =>
        steps.arithmetic('floordiv', steps.arithmetic('sub', month, known(3)), known(12));
      return steps.arithmetic(
        'sub',
        year(thisMonth(steps)),
        year(months(steps, dayBefore(steps, birth))),
      );
    },
  },
  {
    name: HOUSEHOLD_SIZE,
    axis: HOUSEHOLD,
    write: (steps) =>
      steps.add({ op: 'count', entity: HOUSEHOLD, mask: -1, kind: 'int64', axis: HOUSEHOLD }),
  },
];

function birthday(steps: StepWriter, variable: number): Term {
  return steps.add({ op: 'get', variable, when: NOW, kind: 'date', axis: PERSON });
}

function dayBefore(steps: StepWriter, variable: number): Term {
  const args = [
    steps.position(birthday(steps, variable)),
    steps.position(known(1), 'int64'),
  ] as const;
  return steps.add({ op: 'sub', args, kind: 'date', axis: PERSON });
}

function months(steps: StepWriter, date: Term): Term {
  const axis = 'axis' in date ? date.axis : -1;
  return steps.add({ op: 'cast', args: [steps.position(date, 'date')], kind: 'months', axis });
}

function thisMonth(steps: StepWriter): Term {
  return months(steps, steps.add({ op: 'clock', when: NOW, part: 'date', kind: 'date', axis: -1 }));
}

/** Writes a builtin's steps. */
export function writeBuiltin(
  { write }: Builtin,
  birth: number,
): {
  steps: StepWriter;
  result: number;
} {
  const steps = new StepWriter();
  return { steps, result: steps.position(write(steps, birth)) };
}
