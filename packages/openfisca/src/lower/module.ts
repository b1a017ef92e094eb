import { OpenFiscaError } from '../error.ts';
import type { ClassDef, Stmt } from '../python/ast.ts';
import { type Context, failAt, unsupported } from './context.ts';
import { runBody, runStatement } from './execute.ts';
import { evaluate } from './evaluate.ts';
import type { Call } from './population.ts';
import { Scope } from './scope.ts';
import type { Session } from './session.ts';
import { enter } from './system.ts';
import { MODEL_API, outside, PYTHON } from './outside-names.ts';
import { builtin, type ClassValue, str, type Value } from './value.ts';

/** The package's folder, as `__file__` gives it; no real path ever enters a pack. */
const ROOT = '/package';

const modules = new WeakMap<Session, Map<string, Scope>>();

/** The names of a module of the package, by its dotted name. */
export function loadModule(session: Session, name: string): Scope | undefined {
  let known = modules.get(session);
  if (known === undefined) modules.set(session, (known = new Map()));
  const found = known.get(name);
  if (found !== undefined) return found;
  const path = name.split('.').slice(1).join('/');
  const candidates = path === '' ? ['__init__.py'] : [`${path}.py`, `${path}/__init__.py`];
  for (const candidate of candidates) {
    const text = session.files.read(candidate);
    if (text === undefined) continue;
    const scope = new Scope(pythonScope());
    known.set(name, scope);
    const file = session.parse(candidate, text);
    scope.set('__file__', str(`${ROOT}/${candidate}`));
    scope.set('__name__', str(name));
    runModule({ session, file, scope, depth: 0 });
    return scope;
  }
  return undefined;
}

function pythonScope(): Scope {
  const scope = new Scope();
  for (const name of PYTHON) scope.set(name, builtin(name));
  return scope;
}

function runModule(context: Context): void {
  for (const statement of context.file.body) {
    if (statement.is === 'if') runBody(context, [statement]);
    else if (statement.is === 'assign') runLater(context, statement);
    else runStatement(context, statement);
  }
}

/** A module may set up what no rule uses (a logger): what cannot be compiled is an error where its name is used. */
function runLater(context: Context, statement: Extract<Stmt, { is: 'assign' }>): void {
  try {
    runStatement(context, statement);
  } catch (error) {
    const names = statement.targets.flatMap((target) => (target.is === 'name' ? [target.id] : []));
    if (!(error instanceof OpenFiscaError) || names.length < statement.targets.length) throw error;
    const get = (): never => {
      throw error;
    };
    for (const name of names) context.scope.set(name, { is: 'lazy', get });
  }
}

/** `import a.b as c`, `from a.b import c`: followed when the name is first used. */
export function bindImport(context: Context, statement: Extract<Stmt, { is: 'import' }>): void {
  const { module, name, local, at } = statement;
  const { session } = context;
  const own = session.files.module;
  const from = absolute(context, module);
  if (name === undefined) {
    const first = local === module ? (module.split('.')[0] ?? module) : local;
    context.scope.set(first, builtin(local === module ? first : module));
    return;
  }
  if (name === '*') {
    importAll(context, statement, from);
    return;
  }
  if (from !== own && !from.startsWith(`${own}.`)) {
    context.scope.set(local, outside(from, name));
    return;
  }
  const lazy: Value = {
    is: 'lazy',
    get: () => {
      const names = loadModule(session, from);
      // `from package import part` in the package's own __init__: the name is this very import.
      const value = names?.own().get(name) === lazy ? undefined : names?.find(name);
      if (value !== undefined) return value;
      if (loadModule(session, `${from}.${name}`) !== undefined) return builtin(`${from}.${name}`);
      throw failAt(
        context,
        at,
        'openfisca/unknown-name',
        `「${from}」に「${name}」がありません。`,
        `"${from}" has no "${name}".`,
      );
    },
  };
  context.scope.set(local, lazy);
}

/** `from package.part import *`: everything the module has a name for. */
function importAll(
  context: Context,
  statement: Extract<Stmt, { is: 'import' }>,
  from: string,
): void {
  const own = context.session.files.module;
  if (from === 'openfisca_core.model_api') {
    for (const [name, value] of MODEL_API) context.scope.set(name, value);
    return;
  }
  const names =
    from === own || from.startsWith(`${own}.`) ? loadModule(context.session, from) : undefined;
  if (names === undefined)
    throw unsupported(context, statement, `from ${from} import *, where the names are not known`);
  for (const [name, value] of names.own())
    if (!name.startsWith('_')) context.scope.set(name, value);
}

/** `from .entities import …` inside the package. */
function absolute({ session, file }: Context, module: string): string {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  if (dots === 0) return module;
  const here = [
    session.files.module,
    ...file.path.replace(/(\/?__init__)?\.py$/, '').split('/'),
  ].filter((part) => part !== '');
  const up = file.path.endsWith('__init__.py') ? dots - 1 : dots;
  const base = here.slice(0, here.length - up);
  return [...base, ...module.slice(dots).split('.')].filter((part) => part !== '').join('.');
}

/** `numpy.select`, `os.path`, `package.entities.Household`. */
export function moduleAttribute(context: Context, at: number, module: string, name: string): Value {
  const { session } = context;
  if (module === session.files.module || module.startsWith(`${session.files.module}.`)) {
    const value = loadModule(session, module)?.find(name);
    if (value !== undefined) return value;
    if (loadModule(session, `${module}.${name}`) !== undefined) return builtin(`${module}.${name}`);
    throw unsupported(context, { at }, `${module}.${name}, which is not there`);
  }
  return outside(module, name);
}

/** A class of the package: an enum, a variable, a reform or a tax and benefit system. */
export function defineClass(context: Context, def: ClassDef): Value {
  const bases = def.bases.map((base) => evaluate(context, base));
  const scope = new Scope(context.scope);
  const inner = { ...context, scope };
  const order: string[] = [];
  for (const statement of def.body) {
    if (statement.is === 'assign')
      for (const target of statement.targets) if (target.is === 'name') order.push(target.id);
    runStatement(inner, statement);
  }
  const own = new Map([...scope.own().keys()].map((key) => [key, scope.find(key) as Value]));
  if (bases.some((base) => base.is === 'builtin' && base.name === 'Enum')) {
    const items = [...new Set(order)]
      .filter((name) => !/^_.*_$/.test(name))
      .map((name): readonly [string, Value] => [name, own.get(name) as Value]);
    return { is: 'enum', enum: { name: def.name, items } };
  }
  const inherited = bases.flatMap((base) => (base.is === 'class' ? [...base.class.members] : []));
  const members = new Map([...inherited, ...own]);
  return { is: 'class', class: { name: def.name, def, file: context.file, bases, members } };
}

/** `type(name, (Variable,), {…})`: a variable that is made, not written. */
export function defineVariable(context: Context, call: Call): Value {
  const [name, bases, attributes] = call.args;
  if (name?.is !== 'str' || bases?.is !== 'list' || attributes?.is !== 'dict')
    throw unsupported(context, call, 'type()');
  const members = new Map([...attributes.entries].map(([key, [, value]]) => [String(key), value]));
  const { at } = call;
  const def: ClassDef = { is: 'class', at, end: at, name: name.value, bases: [], body: [] };
  return {
    is: 'class',
    class: { name: name.value, def, file: context.file, bases: bases.items, members },
  };
}

/** Whether a class comes, directly or not, from one of OpenFisca's. */
export function isA({ bases }: ClassValue, name: string): boolean {
  return bases.some(
    (base) =>
      (base.is === 'builtin' && base.name === name) ||
      (base.is === 'class' && isA(base.class, name)),
  );
}

/** All variables of the files below a folder. */
export function loadVariables(context: Context, _call: Call, folder: string): void {
  const { session } = context;
  for (const path of session.files.list(folder)) {
    if (!path.endsWith('.py')) continue;
    const module = path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
    const scope = loadModule(session, `${session.files.module}.${module}`);
    for (const [name, value] of scope?.own() ?? []) {
      if (value.is !== 'class' || value.class.name !== name || value.class.file.path !== path)
        continue;
      if (isA(value.class, 'Variable')) enter(context, value.class);
    }
  }
}

/** Parts of a path put together, as `os.path.join` does. */
export function joinPath(parts: readonly string[]): string {
  return parts.reduce((path, part) =>
    part.startsWith('/') ? part : `${path.replace(/\/$/, '')}/${part}`,
  );
}

/**
 * A path of the package, relative to its folder.
 * @throws OpenFiscaError `openfisca/outside-package`
 */
export function pathInPackage(context: Context, at: number, path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/').slice(1)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  if (path.startsWith(`${ROOT}/`) && parts[0] === ROOT.slice(1)) return parts.slice(1).join('/');
  throw failAt(
    context,
    at,
    'openfisca/outside-package',
    'パッケージのフォルダーの外のファイルは読みません。',
    'Files outside of the package’s folder are not read.',
  );
}

/** A data file of the package. */
export function readPackageFile(context: Context, at: number, path: string): string {
  const inside = pathInPackage(context, at, path);
  const text = context.session.files.read(inside);
  if (text !== undefined) return text;
  throw failAt(
    context,
    at,
    'openfisca/cannot-read',
    `ファイル「${inside}」がありません。`,
    `There is no file "${inside}" in the package.`,
  );
}

/** The file a class stands in; for messages about a whole module. */
export function noCountry(module: string): OpenFiscaError {
  return new OpenFiscaError('openfisca/no-country', {
    ja: `「${module}」の__init__.pyに、CountryTaxBenefitSystemがありません。国のパッケージのフォルダーを指定してください。`,
    en: `The __init__.py of "${module}" has no CountryTaxBenefitSystem. Name the folder of a country package.`,
  });
}
