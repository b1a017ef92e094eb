import {
  CHILDREN,
  HANDBOOKS,
  INCOMES,
  MEAN_INCOME,
  MEAN_RENT,
  MINORS_AMONG_COUPLES_WITH_CHILDREN,
  OLD_AMONG_COUPLES,
  OLD_AMONG_SINGLE,
  PREFECTURES,
  RENTING,
  TYPES,
} from './statistics.ts';

/** Somebody who does not exist. */
export interface DrawnMember {
  readonly kind: 'self' | 'partner' | 'child' | 'grandparent';
  readonly age: number;
  /** `YYYY-MM-DD` */
  readonly birth: string;
  readonly woman: boolean;
  /** Yen a year. */
  readonly income: number;
  readonly savings: number;
  readonly selfEmployed: boolean;
  /** Grades from 1, the heaviest; nothing for nobody's. */
  readonly handbooks: { readonly body?: number; readonly mind?: number; readonly spirit?: number };
  readonly pregnant: boolean;
  readonly inHospital: boolean;
}

/** A household that does not exist. */
export interface DrawnHousehold {
  readonly members: readonly DrawnMember[];
  readonly oneParent: boolean;
  readonly prefecture: string;
  /** From 0 to 1: which of the municipalities that the rules know. */
  readonly place: number;
  /** Yen a month; 0 for those who own. */
  readonly rent: number;
}

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Draws a household after national statistics (`statistics.ts`).
 * @param date the day on which it lives, `YYYY-MM-DD`
 */
export function drawHousehold(random: () => number, date: string): DrawnHousehold {
  const type = pick(random, TYPES);
  const between = (from: number, to: number): number => Math.floor(from + random() * (to - from));
  const old = random() < (type === 'single' ? OLD_AMONG_SINGLE : OLD_AMONG_COUPLES);
  const children = (): number[] => {
    const parent = between(25, 50);
    return Array.from({ length: pick(random, CHILDREN) }, () =>
      Math.max(0, Math.min(17, parent - between(24, 36))),
    );
  };
  let ages: Partial<Record<DrawnMember['kind'], number[]>>;
  if (type === 'single') ages = { self: [old ? between(65, 93) : between(18, 65)] };
  else if (type === 'couple') {
    const age = old ? between(65, 90) : between(25, 65);
    ages = { self: [age], partner: [Math.max(20, age + between(-5, 6))] };
  } else if (type === 'couple-with-children') {
    const minors = random() < MINORS_AMONG_COUPLES_WITH_CHILDREN ? children() : [];
    const age = minors.length > 0 ? Math.max(...minors) + between(24, 36) : between(46, 80);
    const grown = minors.length > 0 ? [] : [Math.max(18, age - between(25, 36))];
    ages = {
      self: [age],
      partner: [Math.max(20, age + between(-5, 6))],
      child: [...minors, ...grown],
    };
  } else if (type === 'one-parent') {
    const minors = random() < 0.35 ? children() : [];
    const age = minors.length > 0 ? Math.max(...minors) + between(22, 36) : between(50, 90);
    ages = {
      self: [age],
      child: minors.length > 0 ? minors : [Math.max(18, age - between(25, 36))],
    };
  } else if (type === 'three-generations') {
    const minors = children();
    const age = Math.max(...minors) + between(24, 36);
    ages = { self: [age], partner: [age], child: minors, grandparent: [age + between(24, 34)] };
  } else ages = { self: [between(30, 70)], grandparent: [between(70, 95)] };

  const income = householdIncome(
    random,
    Math.min(...Object.values(ages).flat()) < 18,
    ages.self?.[0] ?? 40,
  );
  const share = 0.6 + random() * 0.4;
  const members = Object.entries(ages).flatMap(([kind, list]) =>
    list.map((age): DrawnMember => {
      const part =
        kind === 'self'
          ? ages.partner || ages.grandparent
            ? share
            : 1
          : kind === 'child'
            ? 0
            : 1 - share;
      const own = kind === 'child' && age >= 18 && random() < 0.7 ? between(100, 350) : 0;
      return drawMember(random, date, {
        kind: kind as DrawnMember['kind'],
        age,
        income: Math.round(income * part + own) * 10_000,
      });
    }),
  );
  return {
    members,
    oneParent: type === 'one-parent' && members.some(({ age }) => age < 18),
    prefecture: pick(random, PREFECTURES),
    place: random(),
    rent: random() < RENTING ? Math.round((MEAN_RENT * (0.5 + random())) / 1000) * 1000 : 0,
  };
}

function drawMember(
  random: () => number,
  date: string,
  known: Pick<DrawnMember, 'kind' | 'age' | 'income'>,
): DrawnMember {
  const { age, income } = known;
  const woman = random() < 0.51;
  // Holders of 身体障害者手帳 are mostly old; the other two are spread over all ages.
  const holds = (perCent: number): boolean => random() * 100 < perCent;
  return {
    ...known,
    birth: birthOf(random, date, age),
    woman,
    savings: age < 18 ? 0 : Math.round(income * random() * (age > 60 ? 5 : 1.5)),
    selfEmployed: income > 0 && age < 75 && random() < 0.1,
    handbooks: {
      ...(holds(HANDBOOKS.body * (age >= 65 ? 2.2 : 0.45)) && {
        body: 1 + Math.floor(random() * 6),
      }),
      ...(holds(HANDBOOKS.mind) && { mind: 1 + Math.floor(random() * 2) }),
      ...(holds(age < 18 ? HANDBOOKS.spirit / 3 : HANDBOOKS.spirit) && {
        spirit: 1 + Math.floor(random() * 3),
      }),
    },
    pregnant: woman && age >= 20 && age < 43 && random() < 0.03,
    inHospital: random() < (age >= 65 ? 0.025 : 0.004),
  };
}

/** In ten thousand yen: drawn from the distribution over all households, then scaled to the mean of its type. */
function householdIncome(random: () => number, minors: boolean, age: number): number {
  const upper = pick(random, INCOMES);
  const lower = upper === 3000 ? 2000 : upper - 100;
  const mean = minors ? MEAN_INCOME.children : age >= 65 ? MEAN_INCOME.old : MEAN_INCOME.others;
  return ((lower + random() * (upper - lower)) * mean) / MEAN_INCOME.all;
}

function birthOf(random: () => number, date: string, age: number): string {
  const last = Date.UTC(
    Number(date.slice(0, 4)) - age,
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8)),
  );
  return new Date(last - Math.floor(random() * 365) * 86_400_000).toISOString().slice(0, 10);
}

function pick<T>(random: () => number, weighted: readonly (readonly [T, number])[]): T {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [value, weight] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  return (weighted.at(-1) as readonly [T, number])[0];
}
