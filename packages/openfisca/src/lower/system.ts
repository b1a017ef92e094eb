import type { Entity, Role } from '@yokoten/rules';
import { type Context, failAt, unsupported } from './context.ts';
import { editable, iterate } from './evaluate.ts';
import { callValue } from './call.ts';
import { loadVariables, pathInPackage } from './module.ts';
import { loadParameters, parseParameterTree } from './parameter-files.ts';
import type { Call } from './population.ts';
import { dedent } from '../python/block.ts';
import { plainData } from './reform-edit.ts';
import { describeValue, NONE, type ClassValue, type Value } from './value.ts';

/** `build_entity(key=…, plural=…, roles=[…], is_person=…)`. */
export function buildEntity(context: Context, call: Call): Value {
  const names = ['key', 'plural', 'label', 'doc', 'roles', 'is_person'];
  const get = (name: string): Value | undefined =>
    call.keywords.get(name) ?? call.args[names.indexOf(name)];
  const person = get('is_person');
  const rolesValue = get('roles');
  const key = textIn(context, call, get('key'));
  const plural = textIn(context, call, get('plural'));
  const roles =
    rolesValue === undefined || rolesValue.is === 'none'
      ? []
      : iterate(context, call.at, rolesValue).map((role) => readRole(context, call, role));
  const isPerson = person?.is === 'bool' && person.value;
  const entity: Entity = { key, plural, ...(!isPerson && { roles }) };
  const { entities } = context.session;
  const known = entities.findIndex((one) => one.key === key);
  if (known >= 0) return { is: 'entity', entity: known };
  context.session.entityTexts.set(key, {
    ...textOf('description', get('label')),
    ...textOf('documentation', get('doc'), (doc) => dedent(doc).trim()),
    roles: Object.fromEntries(
      rolesValue?.is === 'list'
        ? rolesValue.items.map((role) => [
            role.is === 'dict' ? textIn(context, call, role.entries.get('key')?.[1]) : '',
            textOf(
              'description',
              role.is === 'dict' ? role.entries.get('doc')?.[1] : undefined,
              (doc) => dedent(doc).trim(),
            ),
          ])
        : [],
    ),
  });
  return { is: 'entity', entity: entities.push(entity) - 1 };
}

function textOf<K extends string>(
  key: K,
  value: Value | undefined,
  change: (text: string) => string = (text) => text,
): Partial<Record<K, string>> {
  if (value?.is !== 'str') return {};
  return { [key]: change(value.value) } as Partial<Record<K, string>>;
}

function readRole(context: Context, call: Call, value: Value): Role {
  if (value.is !== 'dict') throw unsupported(context, call, `${describeValue(value)} as a role`);
  const get = (name: string): Value | undefined => value.entries.get(name)?.[1];
  const [plural, max, subroles] = [get('plural'), get('max'), get('subroles')];
  return {
    key: textIn(context, call, get('key')),
    ...(plural?.is === 'str' && { plural: plural.value }),
    ...(max?.is === 'int' && { max: max.value }),
    ...(subroles?.is === 'list' && {
      subroles: subroles.items.map((item) => textIn(context, call, item)),
    }),
  };
}

function textIn(context: Context, call: Call, value: Value | undefined): string {
  if (value?.is === 'str') return value.value;
  throw unsupported(context, call, 'an entity or role whose name is not a plain text');
}

/** In a reform: a bracket as it would stand in a parameter file. */
export function scaleBracket(context: Context, call: Call): Value {
  const data = call.keywords.get('data') ?? call.args[1];
  if (data === undefined) throw unsupported(context, call, 'a bracket without data');
  return editable(parseParameterTree(plainData(context, call.at, data)));
}

/** What the constructor of a tax and benefit system, or a reform's `apply`, asks for. */
export function applyToSystem(context: Context, name: string, call: Call): Value {
  const { session } = context;
  const [first] = call.args;
  switch (name) {
    case '__init__':
      return NONE;
    case 'add_variables_from_directory':
      loadVariables(context, call, pathInPackage(context, call.at, textIn(context, call, first)));
      return NONE;
    case 'add_variables':
      for (const value of call.args) addVariable(context, call, value, false);
      return NONE;
    case 'add_variable':
    case 'replace_variable':
      addVariable(context, call, first, false);
      return NONE;
    case 'update_variable':
      addVariable(context, call, first, true);
      return NONE;
    case 'neutralize_variable': {
      const entry = session.variables.get(textIn(context, call, first));
      if (entry === undefined) throw unknownVariable(context, call, first);
      session.variables.set(entry.name, { ...entry, neutral: true });
      return NONE;
    }
    case 'load_parameters':
      loadParameters(session, pathInPackage(context, call.at, textIn(context, call, first)));
      return NONE;
    case 'modify_parameters': {
      const modify = first ?? call.keywords.get('modifier_function');
      if (modify === undefined)
        throw unsupported(context, call, 'modify_parameters without a function');
      const changed = callValue(context, modify, {
        at: call.at,
        args: [editable(session.tree)],
        keywords: new Map(),
      });
      if (changed.is !== 'editable' || Array.isArray(changed.target))
        throw unsupported(context, call, 'a change of the parameters that does not return them');
      session.tree = changed.target;
      return NONE;
    }
    default:
      throw unsupported(context, call, `self.${name}`);
  }
}

function addVariable(
  context: Context,
  call: Call,
  value: Value | undefined,
  update: boolean,
): void {
  if (value?.is !== 'class') throw unsupported(context, call, 'a variable that is no class');
  const before = context.session.variables.get(value.class.name);
  if (update && before === undefined) throw unknownVariable(context, call, value);
  enter(context, value.class, update ? before?.attributes : undefined);
}

/** Puts a variable's class among the variables; an update keeps what it does not state anew. */
export function enter(
  context: Context,
  added: ClassValue,
  before?: ReadonlyMap<string, Value>,
): void {
  const formulas = [...added.members.keys()].some((key) => key.startsWith('formula'));
  const kept = [...(before ?? [])].filter(([key]) => !formulas || !key.startsWith('formula'));
  context.session.variables.set(added.name, {
    name: added.name,
    class: added,
    attributes: new Map([...kept, ...added.members]),
    neutral: false,
  });
}

function unknownVariable(context: Context, { at }: Call, value: Value | undefined): Error {
  const name = value?.is === 'class' ? value.class.name : value?.is === 'str' ? value.value : '';
  return failAt(
    context,
    at,
    'openfisca/unknown-name',
    `変数「${name}」はこのパッケージにありません。`,
    `The package has no variable "${name}".`,
  );
}
