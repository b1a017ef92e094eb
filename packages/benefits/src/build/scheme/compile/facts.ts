import type { Parameter, Variable } from '@yokoten/rules';
import type { StepFormula } from '@yokoten/rules/trace';
import type { LegalSource } from '../../../model/source.ts';
import type { Measure } from '../measure.ts';
import type { TextNode } from '../tree.ts';

/** A variable as data: everything but what runs. */
export type VariableFacts = Omit<Variable, 'formulas'>;

/** What a pack is made of, while its schemes are compiled. */
export class Facts {
  readonly variables: VariableFacts[] = [];
  readonly formulas: (readonly StepFormula[])[] = [];
  readonly parameters: Parameter[] = [];
  readonly variableSources: Map<string, readonly LegalSource[]> = new Map();
  readonly parameterSources: Map<string, readonly LegalSource[]> = new Map();
  /** Japanese labels, by variable and by parameter path. */
  readonly labels: Map<string, Label> = new Map();
  readonly parameterLabels: Map<string, Label> = new Map();
  /** What variables and parameters count, by name and path. */
  readonly variableMeasures: Map<string, Measure> = new Map();
  readonly parameterMeasures: Map<string, Measure> = new Map();
  readonly #rows = new Map<string, Map<string, number>>();

  /** Adds a variable; its formulas come when they are written. */
  variable(facts: VariableFacts, label: Label, sources: readonly LegalSource[] = []): number {
    this.variables.push(facts);
    this.formulas.push([]);
    this.labels.set(facts.name, label);
    if (sources.length > 0) this.variableSources.set(facts.name, sources);
    return this.variables.length - 1;
  }

  /**
   * A figure that stands in a row of a table, once for each row: its path is the table's name and the row's number.
   * @param at where the row stands
   */
  rowParameter(table: string, at: string, make: (path: string) => number): number {
    const rows = this.#rows.get(table) ?? new Map<string, number>();
    this.#rows.set(table, rows);
    let found = rows.get(at);
    if (found === undefined) rows.set(at, (found = make(`${table}_${rows.size + 1}`)));
    return found;
  }

  parameter(parameter: Parameter, label: Label, sources: readonly LegalSource[]): number {
    this.parameters.push(parameter);
    this.parameterLabels.set(parameter.path, label);
    if (sources.length > 0) this.parameterSources.set(parameter.path, sources);
    return this.parameters.length - 1;
  }
}

/** Words that people read: of a scheme file, or made of a scheme's title and a word of the language itself. */
export type Label =
  | { readonly kind: 'text'; readonly node: TextNode }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'of-scheme'; readonly title: TextNode; readonly word: 'eligible' | 'amount' };
