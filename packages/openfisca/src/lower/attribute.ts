import { type Context, failAt, unsupported } from './context.ts';
import { nodeAt } from './parameter-access.ts';
import { holderGroup, holderOf } from './population.ts';
import { editable } from './evaluate.ts';
import { moduleAttribute } from './module.ts';
import { int, str, describeValue, type Value } from './value.ts';
import { timeAttribute } from './when.ts';
import { list } from './value.ts';

/** `object.name`. */
export function attributeOf(context: Context, at: number, object: Value, name: string): Value {
  const found = find(context, at, object, name);
  if (found !== undefined) return found;
  const chain = holderGroup(context, object, name);
  if (chain !== undefined) return chain;
  if (object.is === 'method' && object.name.startsWith('holder:') && name === 'has_role')
    return { is: 'method', self: object, name };
  if (object.is === 'builtin') return moduleAttribute(context, at, object.name, name);
  if (
    [
      'list',
      'dict',
      'str',
      'file',
      'step',
      'array',
      'system',
      'class',
      'editable',
      'when',
      'node',
    ].includes(object.is)
  )
    return { is: 'method', self: object, name };
  if (object.is === 'population' || object.is === 'projector' || object.is === 'members')
    return { is: 'method', self: object, name };
  throw unsupported(context, { at }, `.${name} of ${describeValue(object)}`);
}

function find(context: Context, at: number, object: Value, name: string): Value | undefined {
  const { session } = context;
  switch (object.is) {
    case 'enum': {
      const item = object.enum.items.findIndex(([key]) => key === name);
      if (item >= 0) return { is: 'item', enum: object.enum, at: item };
      throw failAt(
        context,
        at,
        'openfisca/unknown-name',
        `「${object.enum.name}」に「${name}」はありません。`,
        `"${object.enum.name}" has no "${name}".`,
      );
    }
    case 'item':
      if (name === 'value') return object.enum.items[object.at]?.[1];
      if (name === 'name') return str(object.enum.items[object.at]?.[0] ?? '');
      return name === 'index' ? int(object.at) : undefined;
    case 'entity': {
      const role = roleNamed(context, object.entity, name);
      if (role !== undefined) return role;
      const entity = session.entities[object.entity];
      if (name === 'key') return str(entity?.key ?? '');
      return name === 'plural' ? str(entity?.plural ?? '') : undefined;
    }
    case 'population': {
      const group = session.entityAt(name);
      if (object.entity === session.person && group >= 0) return { is: 'projector', entity: group };
      if (name === 'members') return { is: 'members', entity: object.entity };
      return holderOf(context, object, name);
    }
    case 'projector': {
      if (name === 'members') return { is: 'members', entity: object.entity };
      return holderOf(context, object, name);
    }
    case 'members': {
      const group = session.entityAt(name);
      return group >= 0 ? { is: 'projector', entity: group } : undefined;
    }
    case 'node':
      return nodeAt(context, at, object, name);
    case 'when':
      return timeAttribute(context, at, object, name);
    case 'step':
      return name === 'possible_values' && object.enum !== undefined
        ? { is: 'enum', enum: object.enum }
        : undefined;
    case 'array':
      return name === 'shape' ? list(object.array.shape.map((length) => int(length))) : undefined;
    case 'class':
      return object.class.members.get(name);
    case 'system':
      return object.class?.members.get(name);
    case 'editable':
      return editableAttribute(object.target, name);
    default:
      return undefined;
  }
}

/** `Household.PARENT`: a role is known by its key in capitals. */
function roleNamed(context: Context, entity: number, name: string): Value | undefined {
  let bit = 0;
  for (const { key, subroles } of context.session.entities[entity]?.roles ?? []) {
    let mask = 0;
    for (const sub of subroles ?? [key]) {
      if (sub.toUpperCase() === name) return { is: 'role', entity, mask: 1 << bit };
      mask |= 1 << bit++;
    }
    if (key.toUpperCase() === name) return { is: 'role', entity, mask };
  }
  return undefined;
}

/** In a reform, `parameter.brackets[0].rate.values_list` stands for what the file says. */
function editableAttribute(
  target: Record<string, unknown> | unknown[],
  name: string,
): Value | undefined {
  if (Array.isArray(target) || !Object.hasOwn(target, name)) return undefined;
  return editable(target[name]);
}
