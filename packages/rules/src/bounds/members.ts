import { personsOf } from '../population.ts';
import type { Simulation } from '../simulation.ts';

/** Who belongs to which group, looked up once. */
export class Members {
  readonly #simulation: Simulation;
  readonly #within = new Map<number, readonly number[]>();

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** A person's group. */
  groupOf(entity: number, person: number): number {
    return this.#simulation.memberships[entity]?.of[person] ?? 0;
  }

  /** Whether a person has one of the roles in `mask`. */
  hasRole(entity: number, person: number, mask: number): boolean {
    return ((this.#simulation.memberships[entity]?.roles[person] ?? 0) & mask) !== 0;
  }

  /** Persons of a group that have one of the roles in `mask`; -1 means all. */
  within(entity: number, group: number, mask: number): readonly number[] {
    const key = (group * this.#simulation.pack.entities.length + entity) * 2 ** 33 + mask;
    let found = this.#within.get(key);
    if (found === undefined) {
      const members = this.#simulation.memberships[entity];
      const persons = members === undefined ? [] : [...personsOf(members, group)];
      found = persons.filter((person) => this.hasRole(entity, person, mask));
      this.#within.set(key, found);
    }
    return found;
  }
}
