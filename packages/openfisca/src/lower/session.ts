import type { Entity, Origin, Parameter } from '@yokoten/rules';
import type { EntityText } from '@yokoten/rules/http';
import type { Table } from '@yokoten/rules/trace';
import type { PythonFile } from '../python/ast.ts';
import { parsePython } from '../python/parse.ts';
import type { PackageFiles } from '../package-files.ts';
import { tooLarge } from './steps.ts';
import type { ClassValue, Value } from './value.ts';

/** A variable's class with the position it has in the pack. */
export interface VariableEntry {
  readonly name: string;
  /** Class attributes, those of an updated variable filled up from the one before. */
  readonly class: ClassValue;
  readonly attributes: ReadonlyMap<string, Value>;
  readonly neutral: boolean;
}

/** Expressions of one package; the largest known takes a sixteenth. */
const MOST_EXPRESSIONS = 2_000_000;

type Key = number | string | readonly (number | string)[];

/** Everything that is found while a package is compiled. */
export class Session {
  readonly files: PackageFiles;
  readonly origin: Origin;
  readonly entities: Entity[] = [];
  readonly variables: Map<string, VariableEntry> = new Map();
  /** Paths of the parameters that are fractions even where they hold a whole number. */
  fractions: ReadonlySet<string> = new Set();
  /** Parameter files as data, by the first part of their path. */
  tree: Record<string, unknown> = {};
  /** The same files as they stand, with what they say about themselves. */
  readonly parameterFiles: { path: string; data: unknown; source: string }[] = [];
  /** What is said about entities, by key. */
  readonly entityTexts: Map<string, EntityText> = new Map();
  readonly tables: Table[] = [];
  readonly keys: Key[][] = [];
  readonly #parsed = new Map<string, PythonFile>();
  readonly #tablePositions = new Map<string, number>();
  readonly #keyPositions = new Map<string, number>();
  #spent = 0;
  #parameters: Parameter[] = [];
  #parameterPositions = new Map<string, number>();
  #nodes = new Set<string>();
  #variablePositions: Map<string, number> | undefined;

  constructor(files: PackageFiles, origin: Origin) {
    this.files = files;
    this.origin = origin;
  }

  /**
   * Notes that one more expression is worked out.
   * @throws OpenFiscaError `openfisca/too-large` for loops within loops that would take for ever
   */
  spend(): void {
    if (++this.#spent > MOST_EXPRESSIONS) throw tooLarge();
  }

  /** Parses a file once. */
  parse(path: string, text: string): PythonFile {
    let found = this.#parsed.get(path);
    if (found === undefined) this.#parsed.set(path, (found = parsePython(path, text)));
    return found;
  }

  get parameters(): readonly Parameter[] {
    return this.#parameters;
  }

  set parameters(parameters: readonly Parameter[]) {
    this.#parameters = [...parameters];
    this.#parameterPositions = new Map(parameters.map(({ path }, at) => [path, at]));
    this.#nodes = new Set(['']);
    for (const { path } of parameters)
      for (let end = path.indexOf('.'); end > 0; end = path.indexOf('.', end + 1))
        this.#nodes.add(path.slice(0, end));
  }

  /** Texts of the Python files that were read, by path. */
  get sources(): ReadonlyMap<string, string> {
    return new Map([...this.#parsed].map(([path, { text }]) => [path, text]));
  }

  /** A parameter's position, `'node'` for a branch of the tree, or nothing. */
  parameterAt(path: readonly string[]): number | 'node' | undefined {
    const name = path.join('.');
    return this.#parameterPositions.get(name) ?? (this.#nodes.has(name) ? 'node' : undefined);
  }

  /** Position of a constant table; equal tables are one. */
  table(table: Table): number {
    return remember(this.tables, this.#tablePositions, table);
  }

  /** Position of rows to match. */
  keyList(keys: Key[]): number {
    return remember(this.keys, this.#keyPositions, keys);
  }

  /** Position of a variable in the pack. */
  variableAt(name: string): number | undefined {
    this.#variablePositions ??= new Map([...this.variables.keys()].map((key, at) => [key, at]));
    return this.#variablePositions.get(name);
  }

  /** A population's position by its key. */
  entityAt(key: string): number {
    return this.entities.findIndex((entity) => entity.key === key);
  }

  get person(): number {
    return this.entities.findIndex(({ roles }) => roles === undefined);
  }
}

function remember<T>(list: T[], positions: Map<string, number>, item: T): number {
  const key = JSON.stringify(item);
  const known = positions.get(key);
  if (known !== undefined) return known;
  positions.set(key, list.length);
  return list.push(item) - 1;
}
