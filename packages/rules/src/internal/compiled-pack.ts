import { RulesError } from '../error.ts';
import type { Entity, Formula, Pack, Parameter, Variable } from '../pack.ts';

const compiled = new WeakMap<Pack, CompiledPack>();

/** A pack with its names looked up once. */
export class CompiledPack {
  readonly origin: Pack['origin'];
  readonly entities: readonly Entity[];
  readonly variables: readonly Variable[];
  readonly spirals: Pack['spirals'];
  /** Position of the entity that has no roles. */
  readonly person: number;
  readonly #parameters: readonly Parameter[];
  readonly #indices: ReadonlyMap<string, number>;
  readonly #entityOf: ReadonlyMap<string, number>;

  private constructor(pack: Pack) {
    this.origin = pack.origin;
    this.entities = pack.entities;
    this.variables = pack.variables;
    this.spirals = pack.spirals;
    this.#parameters = pack.parameters;
    this.person = pack.entities.findIndex(({ roles }) => roles === undefined);
    this.#indices = new Map(pack.variables.map(({ name }, index) => [name, index]));
    this.#entityOf = new Map(pack.entities.map(({ key }, index) => [key, index]));
  }

  /** The same object for the same pack. */
  static of(pack: Pack | CompiledPack): CompiledPack {
    if (pack instanceof CompiledPack) return pack;
    let found = compiled.get(pack);
    if (found === undefined) compiled.set(pack, (found = new CompiledPack(pack)));
    return found;
  }

  /**
   * A variable's position.
   * @throws RulesError `rules/unknown-variable`
   */
  indexOf(name: string): number {
    const index = this.#indices.get(name);
    if (index !== undefined) return index;
    const { name: pack, version } = this.origin;
    throw new RulesError('rules/unknown-variable', [name.slice(0, 80), pack, version]);
  }

  has(name: string): boolean {
    return this.#indices.has(name);
  }

  variable(index: number): Variable {
    return this.variables[index] as Variable;
  }

  parameter(index: number): Parameter {
    return this.#parameters[index] as Parameter;
  }

  /** Position of the variable's entity. */
  entityOf(variable: Variable): number {
    return this.#entityOf.get(variable.entity) as number;
  }

  /** The formula in force on a day, if the variable has one and still exists. */
  formulaAt(index: number, date: string): Formula | undefined {
    const { formulas, end } = this.variable(index);
    if (formulas === undefined || (end !== undefined && date > end)) return undefined;
    return formulas.findLast(({ from }) => from <= date);
  }
}
