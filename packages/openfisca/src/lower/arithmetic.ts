import type { BinaryOp, Kind, UnaryOp } from '@yokoten/rules/trace';
import { builderOf, type Context, failAt, unsupported } from './context.ts';
import { type Range, resultKind } from './kinds.ts';
import {
  bool,
  describeValue,
  type EnumClass,
  float,
  int,
  numberOf,
  type StepValue,
  type Value,
} from './value.ts';

/** A value as a step; constants become one. */
export function toStep(context: Context, at: number, value: Value): StepValue {
  if (value.is === 'step') return value;
  const constant = (
    kind: Kind,
    held: number | string,
    extra: Partial<StepValue> = {},
  ): StepValue => {
    const step = builderOf(context, at).add({ op: 'const', kind, axis: -1, value: held });
    return { is: 'step', step, kind, axis: -1, ...extra };
  };
  switch (value.is) {
    case 'int':
      return constant('int64', value.value, { range: [value.value, value.value] });
    case 'float':
      return constant('float64', value.value, { range: [value.value, value.value] });
    case 'bool':
      return constant('bool', Number(value.value));
    case 'str':
      return constant('text', value.value);
    case 'item':
      return constant('enum', value.at, { enum: value.enum });
    case 'date':
      return constant('date', value.days);
    case 'when':
      return clockStep(context, at, value.when, 'date', 'date');
    default:
      throw unsupported(context, { at }, `${describeValue(value)} as a number`);
  }
}

/** Something of the calendar: a year, a month, a day, or the whole date. */
export function clockStep(
  context: Context,
  at: number,
  when: Extract<Value, { is: 'when' }>['when'],
  part: 'year' | 'month' | 'day' | 'date' | 'days' | 'months',
  kind: Kind = 'int64',
): StepValue {
  const step = builderOf(context, at).add({ op: 'clock', kind, axis: -1, when, part });
  return { is: 'step', step, kind, axis: -1, range: [0, 9999] };
}

/** The axis of an elementwise result. */
export function jointAxis(context: Context, at: number, values: readonly StepValue[]): number {
  const axes = [...new Set(values.map(({ axis }) => axis).filter((axis) => axis >= 0))];
  if (axes.length < 2) return axes[0] ?? -1;
  const names = axes.map((axis) => context.session.entities[axis]?.key ?? '');
  throw failAt(
    context,
    at,
    'openfisca/axis-mismatch',
    `「${names.join('」と「')}」の値を、一つずつ組み合わせることはできません。`,
    `Values of ${names.join(' and ')} cannot be combined one by one.`,
  );
}

/** The value in another type; the same step where nothing can change. */
export function castTo(context: Context, at: number, value: StepValue, kind: Kind): StepValue {
  if (value.kind === kind) return value;
  const free: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
    float64: ['float32', 'int32', 'int64', 'bool'],
    int64: ['int32', 'bool'],
    int32: ['bool'],
    float32: ['bool'],
  };
  if (free[kind]?.includes(value.kind)) return { ...value, kind };
  const [low, high] = value.range ?? [Number.NaN, Number.NaN];
  const within = (bound: number): boolean =>
    value.kind === 'int64' && Math.abs(low) <= bound && Math.abs(high) <= bound;
  if (kind === 'float32' && within(2 ** 24)) return { ...value, kind };
  if (kind === 'int32' && within(2 ** 31 - 1)) return { ...value, kind };
  const builder = builderOf(context, at);
  const step = builder.add({ op: 'cast', kind, axis: value.axis, args: [value.step] });
  return { is: 'step', step, kind, axis: value.axis, ...(value.range && { range: value.range }) };
}

const COMPARE: readonly BinaryOp[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'];
const NUMBERS: readonly Kind[] = ['bool', 'int32', 'int64', 'float32', 'float64'];

/** Elementwise arithmetic and comparison, with numpy's types. */
export function binary(context: Context, at: number, op: BinaryOp, a: Value, b: Value): Value {
  const [left, right] = [toStep(context, at, a), toStep(context, at, b)];
  const builder = builderOf(context, at);
  const axis = jointAxis(context, at, [left, right]);
  const build = (kind: Kind, x: StepValue, y: StepValue, range?: Range): StepValue => {
    const step = builder.add({ op, kind, axis, args: [x.step, y.step] });
    return { is: 'step', step, kind, axis, ...(range && { range }) };
  };
  const bothNumbers = NUMBERS.includes(left.kind) && NUMBERS.includes(right.kind);
  if (COMPARE.includes(op)) {
    if (bothNumbers) {
      const kind = resultKind([left, right]);
      return build('bool', castTo(context, at, left, kind), castTo(context, at, right, kind));
    }
    checkComparable(context, at, left, right, op);
    return differentEnums(left, right) ? bool(op === 'ne') : build('bool', left, right);
  }
  if (!bothNumbers) return dateArithmetic(context, at, op, left, right, build);
  const kind = arithmeticKind(context, at, op, resultKind([left, right]));
  const operands = kind === 'float64' ? resultKind([left, right]) : kind;
  const range = axis < 0 ? joinRange(op, left.range, right.range) : undefined;
  return build(
    kind,
    castTo(context, at, left, operands),
    castTo(context, at, right, operands),
    range,
  );
}

function arithmeticKind(context: Context, at: number, op: BinaryOp, kind: Kind): Kind {
  const logical = op === 'and' || op === 'or' || op === 'xor';
  if (kind === 'bool' && (op === 'sub' || op === 'pow' || op === 'mod' || op === 'floordiv'))
    throw unsupported(
      context,
      { at },
      `${op} of two truth values, which numpy refuses or changes in type`,
    );
  if (logical && kind !== 'bool' && kind !== 'int32')
    throw unsupported(context, { at }, `${op} of ${kind}`);
  return op === 'div' && kind !== 'float32' ? 'float64' : kind;
}

function joinRange(op: BinaryOp, a?: Range, b?: Range): Range | undefined {
  if (a === undefined || b === undefined) return undefined;
  const corners = (combine: (x: number, y: number) => number): Range => {
    const all = a.flatMap((x) => b.map((y) => combine(x, y)));
    return [Math.min(...all), Math.max(...all)];
  };
  if (op === 'add') return corners((x, y) => x + y);
  if (op === 'sub') return corners((x, y) => x - y);
  if (op === 'mul') return corners((x, y) => x * y);
  return op === 'min' || op === 'max' ? [Math.min(a[0], b[0]), Math.max(a[1], b[1])] : undefined;
}

function checkComparable(
  context: Context,
  at: number,
  a: StepValue,
  b: StepValue,
  op: BinaryOp,
): void {
  const same = a.kind === b.kind && (op === 'eq' || op === 'ne' || a.kind === 'date');
  if (!same) throw unsupported(context, { at }, `comparing ${a.kind} with ${b.kind}`);
}

/** An item of another class is never equal. */
function differentEnums(a: StepValue, b: StepValue): boolean {
  return a.kind === 'enum' && a.enum !== undefined && b.enum !== undefined && a.enum !== b.enum;
}

function isDate({ kind }: StepValue): boolean {
  return kind === 'date' || kind === 'months' || kind === 'years';
}

function dateArithmetic(
  context: Context,
  at: number,
  op: BinaryOp,
  a: StepValue,
  b: StepValue,
  build: (kind: Kind, x: StepValue, y: StepValue) => StepValue,
): StepValue {
  const toDate = (value: StepValue): StepValue =>
    value.kind === 'months' || value.kind === 'years' ? castTo(context, at, value, 'date') : value;
  if (op === 'sub' && isDate(a) && isDate(b))
    return a.kind === b.kind ? build('int64', a, b) : build('int64', toDate(a), toDate(b));
  if ((op === 'add' || op === 'sub') && a.kind === 'date' && NUMBERS.includes(b.kind))
    return build('date', a, b);
  throw unsupported(context, { at }, `${op} of ${a.kind} and ${b.kind}`);
}

/** `-x`, `~x`, `np.floor(x)` … */
export function unary(context: Context, at: number, op: UnaryOp, operand: Value): Value {
  const value = toStep(context, at, operand);
  if (!NUMBERS.includes(value.kind)) throw unsupported(context, { at }, `${op} of ${value.kind}`);
  if (op === 'neg' && value.kind === 'bool')
    throw unsupported(context, { at }, 'minus of a truth value, which numpy refuses');
  const toFraction = op === 'floor' || op === 'ceil' || op === 'sqrt';
  const kind: Kind =
    op === 'not' ? 'bool' : toFraction && value.kind !== 'float32' ? 'float64' : value.kind;
  const step = builderOf(context, at).add({ op, kind, axis: value.axis, args: [value.step] });
  const range: Range | undefined =
    op === 'neg' && value.range !== undefined ? [-value.range[1], -value.range[0]] : undefined;
  return { is: 'step', step, kind, axis: value.axis, ...(range && { range }) };
}

/** The first value whose condition holds: `np.select`, `np.where`. */
export function select(
  context: Context,
  at: number,
  conditions: readonly Value[],
  choices: readonly Value[],
  otherwise: Value,
): Value {
  const builder = builderOf(context, at);
  const questions = conditions.map((condition) => toStep(context, at, condition));
  const chosen = choices.map((choice) => toStep(context, at, choice));
  // Without a default numpy gives 0, which is none of the enum's values.
  const none = chosen[0]?.kind === 'enum' && numberOf(otherwise) === 0;
  const noValue = none
    ? builder.add({ op: 'const', kind: 'enum', axis: -1, value: -1 })
    : undefined;
  const answers = [
    ...chosen,
    noValue === undefined ? toStep(context, at, otherwise) : enumStep(noValue),
  ];
  const axis = jointAxis(context, at, [...questions, ...answers]);
  const kind = answers.every(({ kind }) => NUMBERS.includes(kind))
    ? resultKind(answers)
    : oneKind(context, at, answers);
  const cast = answers.map((answer) => castTo(context, at, answer, kind));
  const args = questions.flatMap((question, i) => [question.step, (cast[i] as StepValue).step]);
  const last = cast.at(-1) as StepValue;
  const step = builder.add({ op: 'select', kind, axis, args: [...args, last.step] });
  const named: EnumClass | undefined = answers[0]?.enum;
  return { is: 'step', step, kind, axis, ...(named && { enum: named }) };
}

function enumStep(step: number): StepValue {
  return { is: 'step', step, kind: 'enum', axis: -1 };
}

function oneKind(context: Context, at: number, answers: readonly StepValue[]): Kind {
  const kinds = new Set(answers.map(({ kind }) => kind));
  const [kind] = kinds;
  if (kind !== undefined && kinds.size === 1) return kind;
  throw unsupported(context, { at }, `a choice between ${[...kinds].join(' and ')}`);
}

/** Python's arithmetic on values known when compiling; `undefined` where it is not such a case. */
export function foldBinary(op: BinaryOp, a: Value, b: Value): Value | undefined {
  if (a.is === 'str' && b.is === 'str') {
    if (op === 'add') return { is: 'str', value: a.value + b.value };
    if (op === 'eq' || op === 'ne') return bool((a.value === b.value) === (op === 'eq'));
    return undefined;
  }
  if (a.is === 'list' && b.is === 'list' && op === 'add')
    return { is: 'list', items: [...a.items, ...b.items] };
  if (a.is === 'item' && b.is === 'item' && (op === 'eq' || op === 'ne'))
    return bool((a.enum === b.enum && a.at === b.at) === (op === 'eq'));
  if ((a.is === 'none' || b.is === 'none') && (op === 'eq' || op === 'ne'))
    return bool((a.is === b.is) === (op === 'eq'));
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x === undefined || y === undefined) return undefined;
  const fraction = a.is === 'float' || b.is === 'float';
  const number = (value: number): Value => (fraction ? float(value) : int(value));
  const both = a.is === 'bool' && b.is === 'bool';
  switch (op) {
    case 'add':
      return number(x + y);
    case 'sub':
      return number(x - y);
    case 'mul':
      return number(x * y);
    case 'div':
      return y === 0 ? undefined : float(x / y);
    case 'floordiv':
      return y === 0 ? undefined : number(Math.floor(x / y));
    case 'mod':
      return y === 0 ? undefined : number(x - Math.floor(x / y) * y);
    case 'pow':
      return number(x ** y);
    case 'eq':
      return bool(x === y);
    case 'ne':
      return bool(x !== y);
    case 'lt':
      return bool(x < y);
    case 'le':
      return bool(x <= y);
    case 'gt':
      return bool(x > y);
    case 'ge':
      return bool(x >= y);
    case 'and':
      return both ? bool(x !== 0 && y !== 0) : undefined;
    case 'or':
      return both ? bool(x !== 0 || y !== 0) : undefined;
    default:
      return undefined;
  }
}
