import { applyScale } from '../src/kernel.ts';
import {
  dayOf,
  epochDay,
  type Pack,
  rankMembers,
  roleMask,
  type Entity,
  type Scale,
} from '../src/index.ts';

/** The rules of a town that does not exist, written by hand: what a compiled pack looks like from the engine's side. */
const person: Entity = { key: 'person', plural: 'persons' };

const household: Entity = {
  key: 'household',
  plural: 'households',
  roles: [
    {
      key: 'guardian',
      plural: 'guardians',
      max: 2,
      subroles: ['first_guardian', 'second_guardian'],
    },
    { key: 'child', plural: 'children' },
  ],
};

const CHILD = roleMask(household, 'child');
const [BIRTH, AGE, INCOME, LEVY, SUPPORT, HOUSING] = [0, 1, 2, 3, 4, 5];

export const samplePack: Pack = {
  origin: { name: 'sample', version: '1.0.0', licence: 'MIT', source: 'https://example.org/' },
  entities: [household, person],
  parameters: [
    {
      path: 'support.amount',
      values: [
        ['2015-04-01', 10_000],
        ['2024-10-01', 12_000],
        ['2030-01-01', null],
      ],
    },
    {
      path: 'levy',
      scale: 'marginal-rate',
      brackets: [
        { threshold: [['2010-01-01', 0]], rate: [['2010-01-01', 0.1]] },
        { threshold: [['2010-01-01', 200_000]], rate: [['2010-01-01', 0.25]] },
      ],
    },
  ],
  variables: [
    { name: 'birth', entity: 'person', type: 'date', unit: 'eternity', initial: 0 },
    {
      name: 'age',
      entity: 'person',
      type: 'int',
      unit: 'month',
      initial: 0,
      formulas: [
        {
          from: '0001-01-01',
          compute(s, t, out) {
            const birth = s.get(BIRTH, t);
            for (let i = 0; i < out.length; i++) {
              const born = dayOf(birth[i] as number);
              const past =
                epochDay(2000, born.month, born.day) <= epochDay(2000, t.start.month, t.start.day);
              out[i] = t.start.year - born.year - (past ? 0 : 1);
            }
          },
        },
      ],
    },
    {
      name: 'income',
      entity: 'person',
      type: 'float',
      unit: 'month',
      initial: 0,
      spread: 'divide',
    },
    {
      name: 'levy',
      entity: 'person',
      type: 'float',
      unit: 'month',
      initial: 0,
      end: '2029-12-31',
      formulas: [
        {
          from: '2010-01-01',
          compute(s, t, out) {
            const scale = s.parameter(1, t.from) as Scale;
            const income = s.get(INCOME, t);
            for (let i = 0; i < out.length; i++) out[i] = applyScale(scale, income[i] as number);
          },
        },
      ],
    },
    {
      // From the second child on, counted from the oldest.
      name: 'support',
      entity: 'household',
      type: 'float',
      unit: 'month',
      initial: 0,
      formulas: [
        {
          from: '2015-04-01',
          compute(s, t, out) {
            const amount = s.parameter(0, t.from) as number;
            const age = s.get(AGE, t) as Int32Array;
            const { of, roles } = s.memberships[0] ?? { of: [], roles: [] };
            const child = Uint8Array.from(age, (_, i) => (((roles[i] ?? 0) & CHILD) === 0 ? 0 : 1));
            const rank = rankMembers(
              { of: Int32Array.from(of), roles: Int32Array.from(roles) },
              age.map((one) => -one),
              child,
            );
            for (let i = 0; i < age.length; i++)
              if ((rank[i] ?? 0) >= 1) out[of[i] ?? 0] = (out[of[i] ?? 0] as number) + amount;
          },
        },
      ],
    },
    {
      name: 'housing',
      entity: 'household',
      type: 'enum',
      unit: 'month',
      initial: 1,
      values: ['owner', 'tenant'],
    },
    {
      name: 'echo',
      entity: 'person',
      type: 'float',
      unit: 'month',
      initial: 0,
      formulas: [
        { from: '0001-01-01', compute: (s, t, out) => void (out[0] = Number(s.get(6, t)[0])) },
      ],
    },
    {
      name: 'memory',
      entity: 'person',
      type: 'float',
      unit: 'month',
      initial: 0,
      formulas: [
        {
          from: '0001-01-01',
          compute: (s, t, out) => void (out[0] = Number(s.get(7, t.offset(-1))[0]) + 1),
        },
      ],
    },
  ],
};

export const positions = { BIRTH, AGE, INCOME, LEVY, SUPPORT, HOUSING };
