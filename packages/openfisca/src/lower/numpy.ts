import type { BinaryOp, UnaryOp } from '@yokoten/rules/trace';
import { binary, foldBinary, select, toStep, unary } from './arithmetic.ts';
import { callBuiltin, textOf } from './builtins.ts';
import { type Context, unsupported } from './context.ts';
import { iterate } from './evaluate.ts';
import { matchSelect } from './match.ts';
import { roundStep } from './methods.ts';
import { readPackageFile } from './module.ts';
import { listParameter } from './parameter-access.ts';
import type { Call } from './population.ts';
import { arrayOf, parseNumbers, stack } from './tables.ts';
import { describeValue, int, NONE, numberOf, truthOf, type Value } from './value.ts';

const BINARY: Readonly<Record<string, BinaryOp>> = {
  add: 'add',
  subtract: 'sub',
  multiply: 'mul',
  divide: 'div',
  maximum: 'max',
  fmax: 'max',
  minimum: 'min',
  fmin: 'min',
  equal: 'eq',
  not_equal: 'ne',
  less: 'lt',
  less_equal: 'le',
  greater: 'gt',
  greater_equal: 'ge',
  mod: 'mod',
  remainder: 'mod',
  floor_divide: 'floordiv',
  power: 'pow',
  bitwise_and: 'and',
  bitwise_or: 'or',
};

const UNARY: Readonly<Record<string, UnaryOp>> = {
  floor: 'floor',
  ceil: 'ceil',
  abs: 'abs',
  absolute: 'abs',
  fabs: 'abs',
  negative: 'neg',
  invert: 'invert',
  sqrt: 'sqrt',
};

const LOGICAL: Readonly<Record<string, BinaryOp>> = {
  logical_and: 'and',
  logical_or: 'or',
  logical_xor: 'xor',
};

/** `np.name(…)` on values known when compiling and on steps. */
export function callNumpy(context: Context, name: string, call: Call): Value {
  const { at, args, keywords } = call;
  const [first = NONE, second = NONE] = args;
  const operator = Object.hasOwn(BINARY, name) ? BINARY[name] : undefined;
  if (operator !== undefined && args.length === 2 && keywords.size === 0)
    return foldBinary(operator, first, second) ?? binary(context, at, operator, first, second);
  const one = Object.hasOwn(UNARY, name) ? UNARY[name] : undefined;
  if (one !== undefined && args.length === 1 && keywords.size === 0)
    return unary(context, at, one, first);
  const logical = Object.hasOwn(LOGICAL, name) ? LOGICAL[name] : undefined;
  if (logical !== undefined && args.length === 2)
    return binary(context, at, logical, truth(context, at, first), truth(context, at, second));
  switch (name) {
    case 'logical_not': {
      const known = truthOf(first);
      return known === undefined ? unary(context, at, 'not', first) : { is: 'bool', value: !known };
    }
    case 'where':
      if (args.length !== 3) break;
      return choose(context, call, [first], [second], args[2] ?? NONE);
    case 'select':
      return callSelect(context, call);
    case 'clip':
      return clip(context, call);
    case 'round':
    case 'around':
    case 'rint':
      return roundStep(context, at, first, args[1] ?? keywords.get('decimals'));
    case 'max':
    case 'min':
    case 'amax':
    case 'amin':
      return overAxis(context, call, name.endsWith('max') ? 'max' : 'min');
    case 'array':
    case 'asarray':
      return toArray(context, call);
    case 'stack': {
      const parts = iterate(context, at, first).map((part) => arrayOf(part));
      const array = parts.every((part) => part !== undefined) ? stack(parts) : undefined;
      if (array === undefined) break;
      return { is: 'array', array };
    }
    case 'genfromtxt':
      return readTable(context, call);
    case 'datetime64':
      return callBuiltin(context, 'datetime.date', call);
    case 'timedelta64': {
      const unit = second.is === 'str' ? second.value : 'D';
      if (first.is === 'int' && (unit === 'D' || unit === 'M' || unit === 'Y')) return first;
      break;
    }
    case 'divide': {
      const [out, where] = [keywords.get('out'), keywords.get('where')];
      if (args.length !== 2 || out === undefined || where === undefined || keywords.size > 2) break;
      return choose(context, call, [where], [binary(context, at, 'div', first, second)], out);
    }
    case 'isin':
      return isIn(context, call);
    case 'zeros_like':
      return int(0);
    case 'ones_like':
      return int(1);
    case 'int32':
    case 'int64':
    case 'float64':
    case 'bool_':
      if (numberOf(first) !== undefined)
        return callBuiltin(context, name.replace(/[\d_]+$/, ''), call);
      break;
    default:
  }
  throw unsupported(context, call, `numpy.${name} with these arguments`);
}

/** A number as a truth value: anything but zero. */
function truth(context: Context, at: number, value: Value): Value {
  const step = toStep(context, at, value);
  return step.kind === 'bool' ? step : binary(context, at, 'ne', step, int(0));
}

function callSelect(context: Context, call: Call): Value {
  const { args, keywords, at } = call;
  const conditions = iterate(context, at, args[0] ?? keywords.get('condlist') ?? NONE);
  const choices = iterate(context, at, args[1] ?? keywords.get('choicelist') ?? NONE);
  const otherwise = args[2] ?? keywords.get('default') ?? int(0);
  if (conditions.length !== choices.length || conditions.length === 0)
    throw unsupported(
      context,
      call,
      `${conditions.length} conditions for ${choices.length} choices`,
    );
  return choose(context, call, conditions, choices, otherwise);
}

function choose(
  context: Context,
  call: Call,
  conditions: readonly Value[],
  choices: readonly Value[],
  otherwise: Value,
): Value {
  return (
    matchSelect(context, call.at, conditions, choices, otherwise) ??
    select(context, call.at, conditions, choices, otherwise)
  );
}

/** `np.clip`: first not below the lower bound, then not above the upper. */
function clip(context: Context, { at, args, keywords }: Call): Value {
  const [value = NONE, low = keywords.get('a_min') ?? NONE, high = keywords.get('a_max') ?? NONE] =
    args;
  const apply = (op: 'max' | 'min', a: Value, b: Value): Value =>
    b.is === 'none' ? a : (foldBinary(op, a, b) ?? binary(context, at, op, a, b));
  return apply('min', apply('max', value, low), high);
}

/** `np.max([a, b], axis=0)`: the larger one for each household. */
function overAxis(context: Context, call: Call, op: 'max' | 'min'): Value {
  const [first = NONE] = call.args;
  const axis = call.args[1] ?? call.keywords.get('axis');
  if (axis?.is !== 'int' || axis.value !== 0 || first.is !== 'list')
    throw unsupported(context, call, `numpy.${op} of all households together`);
  const [head, ...rest] = first.items;
  if (head === undefined) throw unsupported(context, call, `numpy.${op} of nothing`);
  return rest.reduce((a, b) => binary(context, call.at, op, a, b), head);
}

/** What is known becomes a table; a list of steps stays one; a list parameter stays where it is. */
function toArray(context: Context, call: Call): Value {
  const [value = NONE] = call.args;
  if (value.is === 'node' && listParameter(context, value) !== undefined) return value;
  const array = arrayOf(value);
  if (array !== undefined) return { is: 'array', array };
  if (value.is === 'list') return value;
  throw unsupported(context, call, `numpy.array of ${describeValue(value)}`);
}

function readTable(context: Context, call: Call): Value {
  const { keywords, at } = call;
  const known = new Set(['delimiter', 'skip_header', 'dtype', 'encoding']);
  const odd = [...keywords.keys()].find((key) => !known.has(key));
  if (odd !== undefined) throw unsupported(context, call, `numpy.genfromtxt with ${odd}`);
  const type = keywords.get('dtype');
  const typeName = type?.is === 'str' ? type.value : type?.is === 'builtin' ? type.name : 'float';
  if (!/^(numpy\.)?(int|float)(32|64)?$/.test(typeName))
    throw unsupported(context, call, `a table of ${typeName}`);
  const skip = keywords.get('skip_header');
  const array = parseNumbers(readPackageFile(context, at, textOf(context, call, call.args[0])), {
    delimiter: textOf(context, call, keywords.get('delimiter')),
    skip: skip?.is === 'int' ? skip.value : 0,
    whole: typeName.includes('int'),
  });
  if (array === undefined) throw unsupported(context, call, 'a table whose rows differ in length');
  return { is: 'array', array };
}

function isIn(context: Context, call: Call): Value {
  const [value = NONE, among = NONE] = call.args;
  const answers = iterate(context, call.at, among).map((item) =>
    binary(context, call.at, 'eq', value, item),
  );
  const [head, ...rest] = answers;
  if (head === undefined) return { is: 'bool', value: false };
  return rest.reduce((a, b) => binary(context, call.at, 'or', a, b), head);
}
