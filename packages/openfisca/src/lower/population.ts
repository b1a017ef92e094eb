import type { Conversion, Entity } from '@yokoten/rules';
import type { ReduceOp } from '@yokoten/rules/trace';
import { castTo, toStep } from './arithmetic.ts';
import { builderOf, type Context, failAt, unsupported } from './context.ts';
import { asTime } from './when.ts';
import { describeValue, int, type StepValue, type Value } from './value.ts';
import { kindOfVariable } from './variable.ts';

/** A population, a group seen from its members, or the members seen from the group. */
export type People = Extract<Value, { is: 'population' | 'members' | 'projector' }>;

/** The arguments of a call, evaluated. */
export interface Call {
  readonly at: number;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
}

/** `person("salary", period)`: a variable's values. */
export function readVariable(context: Context, people: People, call: Call): Value {
  const [nameValue, timeValue, optionsValue] = call.args;
  if (nameValue?.is !== 'str')
    throw unsupported(context, call, 'a variable whose name is worked out');
  const variable = context.session.variableAt(nameValue.value);
  const entry = context.session.variables.get(nameValue.value);
  if (variable === undefined || entry === undefined)
    throw failAt(
      context,
      call.at,
      'openfisca/unknown-name',
      `変数「${nameValue.value}」はこのパッケージにありません。`,
      `The package has no variable "${nameValue.value}".`,
    );
  const { kind, entity, enum: named } = kindOfVariable(context.session, entry);
  const expected = people.is === 'members' ? context.session.person : people.entity;
  if (entity !== expected) throw otherEntity(context, call.at, nameValue.value, entity, expected);
  const conversion = conversionOf(context, call, call.keywords.get('options') ?? optionsValue);
  const when = asTime(context, call.at, timeValue ?? call.keywords.get('period'));
  const summed = conversion === 'add' && kind === 'bool' ? 'int64' : kind;
  const step = builderOf(context, call.at).add({
    op: 'get',
    kind: summed,
    axis: entity,
    variable,
    when,
    ...(conversion && { conversion }),
  });
  const value: StepValue = {
    is: 'step',
    step,
    kind: summed,
    axis: entity,
    ...(named && { enum: named }),
  };
  return people.is === 'projector' ? project(context, call.at, people.entity, value) : value;
}

function conversionOf(
  context: Context,
  { at }: Call,
  options: Value | undefined,
): Conversion | undefined {
  if (options === undefined || options.is === 'none') return undefined;
  const items = options.is === 'list' ? options.items : [options];
  const names = items.map((item) => (item.is === 'builtin' ? item.name : ''));
  if (names.length === 1 && names[0] === 'ADD') return 'add';
  if (names.length === 1 && names[0] === 'DIVIDE') return 'divide';
  throw unsupported(context, { at }, 'these options');
}

/** A group's values, one for each person; zero for those without a role in `mask`. */
function project(
  context: Context,
  at: number,
  entity: number,
  value: StepValue,
  mask = -1,
): StepValue {
  if (value.axis < 0 && mask === -1) return value;
  const axis = context.session.person;
  const step = builderOf(context, at).add({
    op: 'project',
    kind: value.kind,
    axis,
    entity,
    mask,
    args: [value.step],
  });
  return { ...value, step, axis };
}

const REDUCE: Readonly<Record<string, ReduceOp>> = {
  sum: 'sum',
  any: 'any',
  all: 'all',
  max: 'most',
  min: 'least',
};

/** A method of a population: `sum`, `nb_persons`, `has_role`, `get_rank` … */
export function peopleMethod(context: Context, people: People, name: string, call: Call): Value {
  const { session } = context;
  const { at, args, keywords } = call;
  const group = people.entity;
  const seen = (value: StepValue): Value =>
    people.is === 'projector' ? project(context, at, group, value) : value;
  const builder = builderOf(context, at);
  if (name === 'has_role') {
    const { entity, mask } = roleOf(context, call, args[0] ?? keywords.get('role'));
    const axis = session.person;
    return {
      is: 'step',
      step: builder.add({ op: 'role', kind: 'bool', axis, entity, mask }),
      kind: 'bool',
      axis,
    };
  }
  if (name === 'get_rank') return rank(context, call);
  if (people.is === 'members' || session.entities[group]?.roles === undefined)
    throw unsupported(context, call, `.${name} of ${describeValue(people)}`);
  const reduce = Object.hasOwn(REDUCE, name) ? REDUCE[name] : undefined;
  if (reduce !== undefined) {
    const role = args[1] ?? keywords.get('role');
    const mask = role === undefined || role.is === 'none' ? -1 : roleOf(context, call, role).mask;
    const kind = reduce === 'any' || reduce === 'all' ? 'bool' : 'float64';
    const value = persons(context, call, args[0] ?? keywords.get('array'));
    if (kind === 'bool' && value.kind !== 'bool')
      throw unsupported(context, call, `.${name} of numbers`);
    const step = builder.add({
      op: reduce,
      kind,
      axis: group,
      entity: group,
      mask,
      args: [value.step],
    });
    return seen({ is: 'step', step, kind, axis: group });
  }
  switch (name) {
    case 'nb_persons': {
      const role = args[0] ?? keywords.get('role');
      const mask = role === undefined || role.is === 'none' ? -1 : roleOf(context, call, role).mask;
      const kind = mask === -1 ? 'int64' : 'float64';
      const step = builder.add({ op: 'count', kind, axis: group, entity: group, mask });
      return seen({ is: 'step', step, kind, axis: group });
    }
    case 'project': {
      const [value, role] = [args[0], args[1] ?? keywords.get('role')];
      if (value === undefined) throw unsupported(context, call, '.project without a value');
      const mask = role === undefined || role.is === 'none' ? -1 : roleOf(context, call, role).mask;
      return project(context, at, group, toStep(context, at, value), mask);
    }
    case 'value_from_person': {
      const { mask } = roleOf(context, call, args[1] ?? keywords.get('role'));
      const initial = args[2] ?? keywords.get('default') ?? int(0);
      return seen(holder(context, call, group, persons(context, call, args[0]), mask, initial));
    }
    case 'value_nth_person': {
      const [nth] = args;
      if (nth?.is !== 'int') throw unsupported(context, call, 'a position that is worked out');
      const initial = args[2] ?? keywords.get('default') ?? int(0);
      return seen(
        holder(context, call, group, persons(context, call, args[1]), -1, initial, nth.value),
      );
    }
    default:
      throw unsupported(context, call, `.${name} of a group`);
  }
}

/** `household.first_parent`: the one member with a unique role, or the first of all. */
export function holderOf(context: Context, people: People, name: string): Value | undefined {
  const entity = context.session.entities[people.entity] as Entity;
  if (people.is === 'members' || entity.roles === undefined) return undefined;
  const unique = entity.roles.some(
    ({ key, max, subroles }) => (key === name && max === 1) || subroles?.includes(name),
  );
  if (!unique && name !== 'first_person') return undefined;
  return { is: 'method', self: people, name: `holder:${name}` };
}

/** `family.first_parent.household`: the group that the holder of a role belongs to. */
export function holderGroup(context: Context, object: Value, name: string): Value | undefined {
  if (object.is !== 'method' || !object.name.startsWith('holder:')) return undefined;
  const group = context.session.entityAt(name);
  return group < 0 ? undefined : { is: 'method', self: object, name: `group:${group}` };
}

/** `family.first_parent.household("rent", period)`. */
export function callHolderGroup(context: Context, holder: Value, group: number, call: Call): Value {
  if (holder.is !== 'method' || holder.self.is === 'method')
    throw unsupported(context, call, 'a longer chain of groups');
  const people = holder.self as People;
  const spread = readVariable(context, { is: 'projector', entity: group }, call);
  return holderValue(context, people, holder.name.slice('holder:'.length), call, spread);
}

/** `family.first_parent.has_role(Household.OWNER)`: about the one person who has the role. */
export function holderHasRole(context: Context, holder: Value, call: Call): Value {
  if (holder.is !== 'method' || !holder.name.startsWith('holder:') || holder.self.is === 'method')
    throw unsupported(context, call, '.has_role here');
  const people = holder.self as People;
  const members: People = { is: 'members', entity: people.entity };
  const given = peopleMethod(context, members, 'has_role', call);
  return holderValue(context, people, holder.name.slice('holder:'.length), call, given);
}

/** `household.first_parent("age", period)`. */
export function callHolder(context: Context, people: People, name: string, call: Call): Value {
  const members: People = { is: 'members', entity: people.entity };
  return holderValue(context, people, name, call, readVariable(context, members, call));
}

function holderValue(
  context: Context,
  people: People,
  name: string,
  call: Call,
  given: Value,
): Value {
  const value = toStep(context, call.at, given);
  const mask = name === 'first_person' ? -1 : maskOf(context, people.entity, name);
  const nth = name === 'first_person' ? 0 : undefined;
  const found = holder(context, call, people.entity, value, mask, int(0), nth);
  return people.is === 'projector' ? project(context, call.at, people.entity, found) : found;
}

function holder(
  context: Context,
  { at }: Call,
  entity: number,
  value: StepValue,
  mask: number,
  initial: Value,
  nth?: number,
): StepValue {
  const otherwise =
    value.kind === 'text'
      ? toStep(context, at, { is: 'str', value: '' })
      : castTo(context, at, toStep(context, at, initial), value.kind);
  const step = builderOf(context, at).add({
    op: 'holder',
    kind: value.kind,
    axis: entity,
    entity,
    mask,
    ...(nth !== undefined && { nth }),
    args: [value.step, otherwise.step],
  });
  return { ...value, step, axis: entity };
}

function rank(context: Context, call: Call): Value {
  const [group, criteria, condition = call.keywords.get('condition')] = call.args;
  if (group?.is !== 'population' && group?.is !== 'projector')
    throw unsupported(context, call, 'get_rank without its group');
  const values = [
    criteria,
    condition === undefined || (condition.is === 'bool' && condition.value) ? undefined : condition,
  ]
    .filter((value) => value !== undefined)
    .map((value) => persons(context, call, value).step);
  const axis = context.session.person;
  const { entity } = group;
  const step = builderOf(context, call.at).add({
    op: 'rank',
    kind: 'int64',
    axis,
    entity,
    args: values,
  });
  return { is: 'step', step, kind: 'int64', axis };
}

/** An argument that has a value for every person. */
function persons(context: Context, { at }: Call, value: Value | undefined): StepValue {
  const { person, entities } = context.session;
  if (value === undefined) throw unsupported(context, { at }, 'a missing argument');
  const step = toStep(context, at, value);
  if (step.axis === person || step.axis < 0) return step;
  const name = entities[step.axis]?.key ?? '';
  throw failAt(
    context,
    at,
    'openfisca/axis-mismatch',
    `ここには人ごとの値が必要ですが、「${name}」ごとの値です。`,
    `This takes one value per person, but has one per ${name}.`,
  );
}

function roleOf(
  context: Context,
  { at }: Call,
  value: Value | undefined,
): { entity: number; mask: number } {
  if (value?.is === 'role') return value;
  throw unsupported(context, { at }, 'a role that is worked out');
}

/** The bits of a role by its key. */
function maskOf(context: Context, entity: number, name: string): number {
  let bit = 0;
  let mask = 0;
  for (const { key, subroles } of context.session.entities[entity]?.roles ?? [])
    for (const sub of subroles ?? [key]) {
      if (sub === name || key === name) mask |= 1 << bit;
      bit++;
    }
  return mask;
}

function otherEntity(
  context: Context,
  at: number,
  name: string,
  found: number,
  expected: number,
): Error {
  const [there, here] = [
    context.session.entities[found]?.key,
    context.session.entities[expected]?.key,
  ];
  return failAt(
    context,
    at,
    'openfisca/axis-mismatch',
    `変数「${name}」は「${there}」のものですが、「${here}」に求めています。`,
    `The variable "${name}" belongs to ${there}, but is asked of ${here}.`,
  );
}
