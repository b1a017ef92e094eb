import { binary, castTo, clockStep, select, toStep } from './arithmetic.ts';
import { builderOf, type Context, unsupported } from './context.ts';
import { parseCsv } from './csv.ts';
import { readPackageFile } from './module.ts';
import {
  callHolder,
  callHolderGroup,
  type Call,
  holderHasRole,
  peopleMethod,
} from './population.ts';
import { applyToSystem } from './system.ts';
import {
  describeValue,
  type EnumClass,
  int,
  list,
  NONE,
  numberOf,
  str,
  type StepValue,
  type Value,
} from './value.ts';
import { moved, offsetTime, unitOf } from './when.ts';
import { plainData } from './reform-edit.ts';

/** `object.name(…)`. */
export function callMethod(context: Context, self: Value, name: string, call: Call): Value {
  switch (self.is) {
    case 'population':
    case 'members':
    case 'projector':
      return name.startsWith('holder:')
        ? callHolder(context, self, name.slice(7), call)
        : peopleMethod(context, self, name, call);
    case 'step':
      return stepMethod(context, self, name, call);
    case 'node':
      return nodeMethod(context, self, name, call);
    case 'when':
      return timeMethod(context, self, name, call);
    case 'list':
    case 'editable':
      return listMethod(context, self, name, call);
    case 'dict':
      return dictMethod(context, self, name, call);
    case 'str':
      return textMethod(context, self.value, name, call);
    case 'array':
      if (name === 'astype' || name === 'tolist') return self;
      throw unsupported(context, call, `.${name} of a table`);
    case 'file':
      if (name === 'read') return str(readPackageFile(context, call.at, self.path));
      throw unsupported(context, call, `.${name} of a file`);
    case 'system':
      return applyToSystem(context, name, call);
    case 'method':
      if (name === 'has_role') return holderHasRole(context, self, call);
      if (!name.startsWith('group:')) throw unsupported(context, call, `.${name} here`);
      return callHolderGroup(context, self, Number(name.slice('group:'.length)), call);
    default:
      throw unsupported(context, call, `.${name} of ${describeValue(self)}`);
  }
}

function stepMethod(context: Context, self: StepValue, name: string, call: Call): Value {
  const { at } = call;
  if (name === 'astype') return cast(context, at, self, call.args[0]);
  if (name === 'decode' && self.kind === 'enum') return self;
  if (name === 'decode_to_str' && self.enum !== undefined)
    return enumNames(context, at, self, self.enum);
  if (name === 'round') return roundStep(context, at, self, call.args[0]);
  if (name === 'clip') return callMethodAsFunction(context, self, call);
  if (name === 'copy') return self;
  throw unsupported(context, call, `.${name} of a numpy array`);
}

function callMethodAsFunction(context: Context, self: StepValue, call: Call): Value {
  throw unsupported(context, call, `.clip of ${describeValue(self)}; write np.clip`);
}

/** `np.round`: half to even. */
export function roundStep(
  context: Context,
  at: number,
  self: Value,
  digits: Value | undefined,
): Value {
  const value = toStep(context, at, self);
  const places = digits === undefined ? 0 : digits.is === 'int' ? digits.value : undefined;
  if (places === undefined || value.kind === 'text')
    throw unsupported(context, { at }, 'rounding to this');
  if (value.kind === 'int32' || value.kind === 'int64') return value;
  const { axis } = value;
  const kind = value.kind === 'bool' ? 'float64' : value.kind;
  const step = builderOf(context, at).add({
    op: 'round',
    digits: places,
    kind,
    axis,
    args: [value.step],
  });
  return { is: 'step', step, kind, axis };
}

function enumNames(context: Context, at: number, value: StepValue, named: EnumClass): Value {
  const items = named.items.map(([name], position) => ({
    name,
    item: { is: 'item', enum: named, at: position } as Value,
  }));
  const last = items.at(-1);
  if (last === undefined) return value;
  const builder = builderOf(context, at);
  const conditions = items.slice(0, -1).map(({ item }): Value => {
    const { step } = toStep(context, at, item);
    return {
      is: 'step',
      kind: 'bool',
      axis: value.axis,
      step: builder.add({ op: 'eq', kind: 'bool', axis: value.axis, args: [value.step, step] }),
    };
  });
  return select(
    context,
    at,
    conditions,
    items.slice(0, -1).map(({ name }) => str(name)),
    str(last.name),
  );
}

function cast(context: Context, at: number, value: StepValue, to: Value | undefined): Value {
  const name = to?.is === 'builtin' ? to.name : to?.is === 'str' ? to.value : '';
  switch (name.replace(/^numpy\./, '')) {
    case 'str':
      if (value.kind === 'text') return value;
      break;
    case 'int':
    case 'int64':
      return value.kind === 'enum'
        ? { ...value, kind: 'int64' }
        : castTo(context, at, value, 'int64');
    case 'int32':
      return castTo(context, at, value, 'int32');
    case 'float':
    case 'float64':
      return castTo(context, at, value, 'float64');
    case 'float32':
      return castTo(context, at, value, 'float32');
    case 'bool':
      return castTo(context, at, value, 'bool');
    case 'datetime64[D]':
      return castTo(context, at, value, 'date');
    case 'datetime64[M]':
      return castTo(context, at, value, 'months');
    case 'datetime64[Y]':
      return castTo(context, at, value, 'years');
    case 'timedelta64[D]':
      if (value.kind === 'int64') return value;
      break;
    case 'timedelta64[Y]':
      return daysAs(context, at, value, 400);
    case 'timedelta64[M]':
      return daysAs(context, at, value, 4800);
    default:
  }
  throw unsupported(context, { at }, `.astype(${name}) of ${value.kind}`);
}

/** A number of days as whole years or months, of which 146,097 days have so many: numpy counts with the average. */
function daysAs(context: Context, at: number, value: StepValue, parts: number): Value {
  if (value.kind !== 'int64')
    throw unsupported(context, { at }, `a time span out of ${value.kind}`);
  const scaled = binary(context, at, 'mul', value, int(parts));
  return binary(context, at, 'floordiv', scaled, int(146_097));
}

function nodeMethod(
  context: Context,
  self: Extract<Value, { is: 'node' }>,
  name: string,
  call: Call,
): Value {
  const position = context.session.parameterAt(self.path);
  const parameter = typeof position === 'number' ? context.session.parameters[position] : undefined;
  if (
    name !== 'calc' ||
    typeof position !== 'number' ||
    parameter === undefined ||
    !('scale' in parameter)
  )
    throw unsupported(context, call, `.${name} of the parameter ${self.path.join('.')}`);
  if (call.keywords.size > 0 || call.args.length !== 1)
    throw unsupported(context, call, '.calc with more than a base');
  const base = toStep(context, call.at, call.args[0] ?? NONE);
  const whole =
    parameter.scale.endsWith('amount') &&
    parameter.brackets.every(({ amount }) =>
      amount?.every(([, value]) => Number.isInteger(value ?? 0)),
    );
  const kind = whole ? 'int64' : 'float64';
  const { axis } = base;
  const step = builderOf(context, call.at).add({
    op: 'scale',
    kind,
    axis,
    parameter: position,
    when: self.when,
    args: [base.step],
  });
  return { is: 'step', step, kind, axis };
}

function timeMethod(
  context: Context,
  self: Extract<Value, { is: 'when' }>,
  name: string,
  call: Call,
): Value {
  if (name === 'offset') return offsetTime(context, call.at, self, call.args);
  if (name === 'period') {
    const [unitValue, size] = call.args;
    const unit = unitValue === undefined ? undefined : unitOf(unitValue);
    if (unit !== undefined && (size === undefined || size.is === 'int'))
      return {
        ...moved(self, ['resize', unit, size?.is === 'int' ? size.value : 1]),
        what: 'period',
      };
  }
  if (name === 'size_in_days') return clockStep(context, call.at, self.when, 'days');
  throw unsupported(context, call, `.${name} of a period`);
}

function listMethod(
  context: Context,
  self: Extract<Value, { is: 'list' | 'editable' }>,
  name: string,
  call: Call,
): Value {
  const [item] = call.args;
  if (item === undefined || (name !== 'append' && name !== 'extend'))
    throw unsupported(context, call, `.${name} of a list`);
  if (self.is === 'editable') {
    if (!Array.isArray(self.target) || name !== 'append')
      throw unsupported(context, call, `.${name} of the parameters`);
    self.target.push(plainData(context, call.at, item));
  } else if (name === 'append') self.items.push(item);
  else if (item.is === 'list') self.items.push(...item.items);
  else throw unsupported(context, call, `.${name} of a list`);
  return NONE;
}

function dictMethod(
  context: Context,
  self: Extract<Value, { is: 'dict' }>,
  name: string,
  call: Call,
): Value {
  const entries = [...self.entries.values()];
  if (name === 'keys') return list(entries.map(([key]) => key));
  if (name === 'values') return list(entries.map(([, value]) => value));
  if (name === 'items') return list(entries.map(([key, value]) => list([key, value])));
  const [key] = call.args;
  if (name === 'get' && (key?.is === 'str' || key?.is === 'int'))
    return self.entries.get(key.value)?.[1] ?? call.args[1] ?? NONE;
  throw unsupported(context, call, `.${name} of a dictionary`);
}

function textMethod(context: Context, text: string, name: string, call: Call): Value {
  const [arg] = call.args;
  if (name === 'upper') return str(text.toUpperCase());
  if (name === 'lower') return str(text.toLowerCase());
  if (name === 'strip' && arg === undefined) return str(text.trim());
  if (name === 'split' && arg?.is === 'str')
    return list(text.split(arg.value).map((part) => str(part)));
  if (name === 'format') {
    let position = 0;
    return str(
      text.replaceAll('{}', () => {
        const value = call.args[position++];
        const shown =
          value?.is === 'str' ? value.value : value === undefined ? undefined : numberOf(value);
        if (shown === undefined) throw unsupported(context, call, '.format with this');
        return String(shown);
      }),
    );
  }
  throw unsupported(context, call, `.${name} of a text`);
}

/** `csv.DictReader(file)`: each row with the header's names. */
export function csvRows(context: Context, call: Call, named: boolean): Value {
  const [file] = call.args;
  if (file?.is !== 'file') throw unsupported(context, call, 'csv of something that is no file');
  const [header = [], ...rows] = parseCsv(readPackageFile(context, call.at, file.path));
  if (!named) return list([header, ...rows].map((row) => list(row.map((cell) => str(cell)))));
  return list(
    rows.map((row) => ({
      is: 'dict',
      entries: new Map(header.map((name, at) => [name, [str(name), str(row[at] ?? '')] as const])),
    })),
  );
}
