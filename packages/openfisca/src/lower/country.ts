import type { Entity, Origin, Parameter, Variable } from '@yokoten/rules';
import type { PackTexts } from '@yokoten/rules/http';
import type { StepFormula, StepPack } from '@yokoten/rules/trace';
import { OpenFiscaError } from '../error.ts';
import type { PackageFiles } from '../package-files.ts';
import { dedent } from '../python/block.ts';
import { callValue } from './call.ts';
import type { Context } from './context.ts';
import { readFormulas } from './formula.ts';
import { isA, loadModule, noCountry } from './module.ts';
import { flattenParameters, fractionPaths } from './parameter-files.ts';
import { Scope } from './scope.ts';
import { Session } from './session.ts';
import { readTexts } from './texts.ts';
import type { Value } from './value.ts';
import { kindOfVariable } from './variable.ts';

/** What a person reads about a variable. */
export interface Label {
  readonly label?: string;
  readonly reference?: readonly string[];
  readonly documentation?: string;
  readonly unit?: string;
}

/** A country package as data: everything a pack is written from. */
export interface Country {
  readonly origin: Origin;
  readonly entities: readonly Entity[];
  readonly variables: readonly Omit<Variable, 'formulas'>[];
  readonly parameters: readonly Parameter[];
  readonly steps: StepPack;
  /** In the order of the variables. */
  readonly labels: readonly Label[];
  readonly texts: PackTexts;
  /** Name of the Python module, and its files by path: what source maps lead to. */
  readonly module: string;
  readonly sources: ReadonlyMap<string, string>;
  /** Dotted names of the reforms the package brings along. */
  readonly reforms: readonly string[];
}

/** Errors that are told at once. */
const MOST_ERRORS = 5000;

/**
 * Reads a country package, with a reform applied where one is named.
 * @returns the country, and one error for each formula that cannot be compiled
 * @throws OpenFiscaError for what concerns the package as a whole
 */
export function readCountry(
  files: PackageFiles,
  origin: Origin,
  reform?: string,
): { readonly country: Country; readonly errors: readonly OpenFiscaError[] } {
  const session = new Session(files, origin);
  const system = loadModule(session, files.module)?.find('CountryTaxBenefitSystem');
  if (system?.is !== 'class') throw noCountry(files.module);
  construct(session, system, '__init__');
  if (reform !== undefined) construct(session, reformClass(session, reform), 'apply');
  session.parameters = flattenParameters(session.tree);
  session.fractions = new Set(fractionPaths(session.tree));
  const errors: OpenFiscaError[] = [];
  const formulas: StepFormula[][] = [];
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof OpenFiscaError)) throw error;
      if (errors.length < MOST_ERRORS) errors.push(error);
      return undefined;
    }
  };
  // What is not even a variable goes first: positions are counted without it.
  for (const entry of session.variables.values())
    if (attempt(() => kindOfVariable(session, entry)) === undefined)
      session.variables.delete(entry.name);
  const entries = [...session.variables.values()];
  for (const entry of entries) formulas.push(attempt(() => readFormulas(session, entry)) ?? []);
  const variables = entries.map((entry) => {
    const facts = kindOfVariable(session, entry);
    const { type, unit, initial, spread, end } = facts;
    return {
      name: entry.name,
      entity: session.entities[facts.entity]?.key ?? '',
      type,
      unit,
      initial,
      ...(facts.enum && { values: facts.enum.items.map(([name]) => name) }),
      ...(spread && { spread }),
      ...(end !== undefined && { end }),
    };
  });
  const country: Country = {
    origin,
    entities: session.entities,
    variables,
    parameters: session.parameters,
    steps: { formulas, tables: session.tables, keys: session.keys },
    labels: entries.map(({ attributes }) => readLabel(attributes)),
    texts: readTexts(session),
    reforms: findReforms(session),
    module: files.module,
    sources: session.sources,
  };
  return { country, errors };
}

/** Runs `__init__` or `apply` of a class, with `self` as the system. */
function construct(session: Session, value: Extract<Value, { is: 'class' }>, name: string): void {
  const method = value.class.members.get(name);
  if (method?.is !== 'function') throw noCountry(session.files.module);
  const context: Context = { session, file: value.class.file, scope: new Scope(), depth: 0 };
  const self: Value =
    value.class.members.size > 1 ? { is: 'system', class: value.class } : { is: 'system' };
  callValue(context, method, { at: method.def.at, args: [self], keywords: new Map() });
}

function reformClass(session: Session, name: string): Extract<Value, { is: 'class' }> {
  const at = name.lastIndexOf('.');
  const value = loadModule(session, name.slice(0, at))?.find(name.slice(at + 1));
  if (value?.is === 'class') return value;
  throw new OpenFiscaError('openfisca/unknown-name', {
    ja: `改正「${name}」は、このパッケージにありません。`,
    en: `The package has no reform "${name}".`,
  });
}

/** Reforms by convention stand below `reforms`; each is a class that comes from `Reform`. */
function findReforms(session: Session): string[] {
  return session.files
    .list('reforms')
    .filter((path) => path.endsWith('.py'))
    .flatMap((path) => {
      const module = `${session.files.module}.${path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.')}`;
      const names = [...(loadModule(session, module)?.own() ?? [])];
      return names
        .filter(
          ([, value]) =>
            value.is === 'class' && value.class.file.path === path && isA(value.class, 'Reform'),
        )
        .map(([name]) => `${module}.${name}`);
    });
}

function readLabel(attributes: ReadonlyMap<string, Value>): Label {
  const text = (name: string): string | undefined => {
    const value = attributes.get(name);
    return value?.is === 'str' ? value.value : undefined;
  };
  const [label, documentation, unit] = [text('label'), text('documentation'), text('unit')];
  const given = attributes.get('reference');
  const reference = given?.is === 'list' ? given.items : given === undefined ? [] : [given];
  const links = reference.flatMap((one) => (one.is === 'str' ? [one.value] : []));
  return {
    ...(label !== undefined && { label }),
    ...(links.length > 0 && { reference: links }),
    ...(documentation !== undefined && { documentation: dedent(documentation).trim() }),
    ...(unit !== undefined && { unit }),
  };
}
