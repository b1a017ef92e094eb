import { ETERNITY, readValue, type Simulation, type Value } from '@yokoten/rules';
import { repeatSimulation } from '@yokoten/rules/repeat';
import type { Facts } from '../facts/facts.ts';
import type { Programme } from '../model/programme.ts';
import type { Check } from '../open/check.ts';
import { periodAt } from '../open/questions.ts';
import type { Input } from '../open/input.ts';
import { wholeYen } from '../result/yen.ts';

/** One input of one member, or of the household. */
export interface Place {
  readonly input: Input;
  /** Position among the members; 0 for the household. */
  readonly member: number;
}

/**
 * The same household many times over, with other values of one input: all of them are worked out in one go by the pack itself.
 * What nobody answered has its initial value.
 * @throws RulesError where a value is none, or the rules cannot be worked out
 */
export function amountsFor(
  check: Check,
  { simulation }: Facts,
  { input, member }: Place,
  values: readonly Value[],
  programmes: readonly Programme[],
): number[][] {
  const many = repeatSimulation(simulation, values.length);
  const variable = many.pack.variable(input.index);
  const column = many.known(input.index, ETERNITY) as (number | string)[] | undefined;
  const size = (column?.length ?? 0) / values.length;
  if (column !== undefined)
    for (const [copy, value] of values.entries())
      column[copy * size + member] = readValue(variable, value, []);
  return programmes.map((programme) => {
    if (check.behind.get(programme.id)?.has(input.index) !== false)
      return amountsOf(check, many, programme, values.length);
    const [amount = 0] = amountsOf(check, simulation, programme, 1);
    return values.map(() => amount);
  });
}

/** A programme's amount in every copy, in whole yen; nothing for those who are not eligible. */
function amountsOf(
  { pack, date }: Check,
  many: Simulation,
  { output, eligible }: Programme,
  copies: number,
): number[] {
  const sums = (name: string): number[] => {
    const column = many.calculate(name, periodAt(pack.rules, name, date)) as ArrayLike<number>;
    const variable = many.pack.variable(many.pack.indexOf(name));
    const perCopy = (many.populations[many.pack.entityOf(variable)]?.count ?? 0) / copies;
    const persons = many.pack.entityOf(variable) === many.pack.person ? perCopy : 1;
    return Array.from({ length: copies }, (_, copy) => {
      let sum = 0;
      for (let at = 0; at < persons; at++) sum += Number(column[copy * perCopy + at]);
      return sum;
    });
  };
  const amounts = sums(output).map((amount) => wholeYen(amount));
  if (eligible === undefined) return amounts;
  const entitled = sums(eligible);
  return amounts.map((amount, copy) => (entitled[copy] === 0 ? 0 : amount));
}
