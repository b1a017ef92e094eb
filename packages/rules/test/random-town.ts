import { ETERNITY, parsePeriod, roleMask, Simulation } from '../src/index.ts';
import { positions, samplePack } from './sample-pack.ts';

/** Many persons of the sample pack, with members of a household here and there among the others. */
export function randomTown(households: number, persons: number, seed: number): Simulation {
  let state = seed;
  const random = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((state >>> 0) / 4_294_967_296) * most);
  };
  const [household, person] = samplePack.entities;
  if (household === undefined || person === undefined) throw new TypeError('no entities');
  const child = roleMask(household, 'child');
  const guardian = roleMask(household, 'first_guardian');
  const of = Int32Array.from({ length: persons }, (_, at) =>
    at < households ? households - 1 - at : random(households),
  );
  const roles = of.map((_, at) => (at < households ? guardian : child));
  const simulation = new Simulation(
    samplePack,
    [
      { entity: household, ids: [], count: households },
      { entity: person, ids: [], count: persons },
    ],
    [
      { of, roles },
      { of: new Int32Array(), roles: new Int32Array() },
    ],
  );
  const birth = Int32Array.from({ length: persons }, () => random(19_000));
  const income = Float32Array.from({ length: persons }, () => random(900_000));
  simulation.set(positions.BIRTH, ETERNITY, birth);
  simulation.set(positions.INCOME, parsePeriod('2024-10'), income);
  return simulation;
}
