import { type Membership, orderOf } from './population.ts';

/**
 * Every person's place among the members of their group, from the smallest value up: 0, 1, 2 … Equal values keep the
 * order of persons; who does not fulfil the condition gets -1. (OpenFisca's `get_rank`.)
 */
export function rankMembers(
  { of }: Membership,
  values: ArrayLike<number>,
  condition?: ArrayLike<number>,
): Int32Array {
  const { persons, starts } = orderOf(of);
  const ranks = new Int32Array(of.length).fill(-1);
  const sorted: number[] = [];
  for (let group = 0; group + 1 < starts.length; group++) {
    sorted.length = 0;
    const [from, to] = [starts[group] as number, starts[group + 1] as number];
    for (let at = from; at < to; at++) {
      const person = persons[at] as number;
      if (condition === undefined || condition[person]) sorted.push(person);
    }
    sortBy(sorted, values);
    for (let rank = 0; rank < sorted.length; rank++) ranks[sorted[rank] as number] = rank;
  }
  return ranks;
}

/** Families are small: putting each one in its place beats everything else. */
function sortBy(persons: number[], values: ArrayLike<number>): void {
  if (persons.length > 50) {
    persons.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
    return;
  }
  for (let i = 1; i < persons.length; i++) {
    const person = persons[i] as number;
    const value = values[person] as number;
    let at = i;
    for (; at > 0 && (values[persons[at - 1] as number] as number) > value; at--)
      persons[at] = persons[at - 1] as number;
    persons[at] = person;
  }
}
