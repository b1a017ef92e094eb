import type { Column } from './column.ts';
import { Simulation } from './simulation.ts';

/** Persons that all copies together may have. */
const MOST_PERSONS = 10_000_000;

/**
 * The same households `count` times over, each with what was stated: a what-if sweep states one value anew for each copy, and
 * works all of them out in one go. The members of copy `k` stand at `k × (number of members)` and after.
 * @throws RangeError for more than ten million persons
 */
export function repeatSimulation(simulation: Simulation, count: number): Simulation {
  const { pack, populations, memberships } = simulation;
  const persons = populations[pack.person]?.count ?? 0;
  if (persons * count > MOST_PERSONS)
    throw new RangeError(`${persons * count} persons are more than ${MOST_PERSONS}.`);
  const repeated = new Simulation(
    pack,
    populations.map(({ entity, ids, count: members }) => ({ entity, ids, count: members * count })),
    memberships.map(({ of, roles }, entity) => {
      const groups = populations[entity]?.count ?? 0;
      const length = of.length * count;
      return {
        of: Int32Array.from({ length }, (_, at) => {
          const copy = Math.floor(at / of.length);
          return (of[at - copy * of.length] as number) + copy * groups;
        }),
        roles: tile(roles, count) as Int32Array,
      };
    }),
  );
  for (const { index, period, column, exact } of simulation.inputs())
    repeated.set(
      index,
      period,
      tile(column, count),
      exact === column ? undefined : tile(exact, count),
    );
  for (const { index, column, exact } of simulation.steadyInputs())
    repeated.setAlways(
      index,
      tile(column, count),
      exact === column ? undefined : tile(exact, count),
    );
  return repeated;
}

function tile(column: Column, count: number): Column {
  if (Array.isArray(column)) return Array.from({ length: count }, () => column).flat();
  const tiled = new (column.constructor as Float64ArrayConstructor)(column.length * count);
  for (let copy = 0; copy < count; copy++) tiled.set(column, copy * column.length);
  return tiled;
}
