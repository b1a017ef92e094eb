import { arrayOf, cellValue, type Index, rowsOf, slice } from './tables.ts';
import type { BinaryOp } from '@yokoten/rules/trace';
import type { Expr, Loop } from '../python/ast.ts';
import { binary, foldBinary, jointAxis, select, toStep, unary } from './arithmetic.ts';
import { attributeOf } from './attribute.ts';
import { callValue } from './call.ts';
import { builderOf, type Context, failAt, unsupported } from './context.ts';
import { paramItem } from './parameter-access.ts';
import { bool, describeValue, float, int, list, NONE, str, truthOf, type Value } from './value.ts';
import { bindTarget } from './bind.ts';

const BINARY: Readonly<Record<string, BinaryOp>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '==': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
};

/**
 * What an expression stands for: worked out now where everything is known, else a step of the formula.
 * @throws OpenFiscaError with the place, `openfisca/unsupported` for what the compiler does not know
 */
export function evaluate(context: Context, expr: Expr): Value {
  context.session.spend();
  switch (expr.is) {
    case 'name': {
      const value = context.scope.find(expr.id);
      if (value !== undefined) return value;
      throw failAt(
        context,
        expr.at,
        'openfisca/unknown-name',
        `「${expr.id}」という名前は、ここでは定められていません。`,
        `The name "${expr.id}" is not defined here.`,
      );
    }
    case 'number':
      return expr.float ? float(expr.value) : int(expr.value);
    case 'string':
      return str(expr.value);
    case 'bool':
      return bool(expr.value);
    case 'none':
      return NONE;
    case 'format':
      return evaluateFormat(context, expr.at, expr.parts);
    case 'attribute':
      return attributeOf(context, expr.at, evaluate(context, expr.object), expr.name);
    case 'subscript':
      return subscript(context, expr.at, evaluate(context, expr.object), expr.index);
    case 'call': {
      const callee = evaluate(context, expr.callee);
      const args = expr.args.map((arg) => evaluate(context, arg));
      const keywords = new Map(
        expr.keywords.map(([name, value]) => [name, evaluate(context, value)]),
      );
      return callValue(context, callee, { at: expr.at, args, keywords });
    }
    case 'binary':
      return evaluateBinary(context, expr);
    case 'unary':
      return evaluateUnary(context, expr.at, expr.op, evaluate(context, expr.operand));
    case 'conditional':
      return evaluateConditional(context, expr);
    case 'sequence':
      return {
        ...list(expr.items.map((item) => evaluate(context, item))),
        tuple: expr.tuple,
      } as Value;
    case 'dict':
      return {
        is: 'dict',
        entries: new Map(
          expr.entries.map(([key, value]) => {
            const known = evaluate(context, key);
            return [keyOf(context, key, known), [known, evaluate(context, value)] as const];
          }),
        ),
      };
    case 'comprehension':
      return comprehension(context, expr);
    case 'lambda':
      return {
        is: 'lambda',
        params: expr.params,
        body: expr.body,
        scope: context.scope,
        file: context.file,
      };
    case 'slice':
      throw unsupported(context, expr, 'a slice here');
    case 'unsupported':
      throw unsupported(context, expr, expr.what);
  }
}

/** A text with values in it. With values of the calendar it can still be a period. */
function evaluateFormat(context: Context, at: number, parts: readonly (string | Expr)[]): Value {
  const values = parts.map((part) =>
    typeof part === 'string' ? str(part) : evaluate(context, part),
  );
  const texts = values.map((value) =>
    value.is === 'str' || value.is === 'int' ? String(value.value) : undefined,
  );
  if (texts.every((text) => text !== undefined)) return str(texts.join(''));
  const written = values.map((value): string | number => {
    if (value.is === 'str' || value.is === 'int') return String(value.value);
    const step = toStep(context, at, value);
    if (step.axis >= 0)
      throw unsupported(context, { at }, 'a text that differs with the household');
    return step.step;
  });
  return { is: 'when', when: { text: written, moves: [] }, what: 'period' };
}

/** `a < b < c`, which Python cannot decide for many households at once. */
function evaluateChain(
  context: Context,
  { at, right: next }: Extract<Expr, { is: 'binary' }>,
  left: Value,
): Value {
  const known = truthOf(left);
  if (known !== undefined) return known ? evaluate(context, next) : left;
  const right = evaluate(context, next);
  const axes = [left, right].map((value) => toStep(context, at, value).axis);
  if (axes.some((axis) => axis >= 0)) throw unsupported(context, { at }, 'a chain of comparisons');
  return binary(context, at, 'and', left, right);
}

function evaluateBinary(context: Context, expr: Extract<Expr, { is: 'binary' }>): Value {
  const { at, op } = expr;
  const left = evaluate(context, expr.left);
  if (op === 'chained') return evaluateChain(context, expr, left);
  if (op === 'and' || op === 'or') {
    const known = truthOf(left);
    if (known !== undefined) return known === (op === 'and') ? evaluate(context, expr.right) : left;
    const right = evaluate(context, expr.right);
    const both = [left, right].map((value) => toStep(context, at, value));
    if (both.some(({ kind }) => kind !== 'bool'))
      throw unsupported(context, expr, `${op} of numbers`);
    return binary(context, at, op, left, right);
  }
  const right = evaluate(context, expr.right);
  if (op === 'in' || op === 'not in') return membership(context, at, left, right, op === 'in');
  const operator = Object.hasOwn(BINARY, op === 'is' ? '==' : op === 'is not' ? '!=' : op)
    ? BINARY[op === 'is' ? '==' : op === 'is not' ? '!=' : op]
    : undefined;
  if (operator === undefined) throw unsupported(context, expr, `the operator ${op}`);
  const folded = foldBinary(operator, left, right);
  if (folded !== undefined) return folded;
  return binary(context, at, operator, left, right);
}

function membership(
  context: Context,
  at: number,
  left: Value,
  right: Value,
  wanted: boolean,
): Value {
  const items =
    right.is === 'list'
      ? right.items
      : right.is === 'dict'
        ? [...right.entries.values()].map(([key]) => key)
        : undefined;
  if (items === undefined) throw unsupported(context, { at }, `in ${describeValue(right)}`);
  const answers = items.map((item) => foldBinary('eq', left, item));
  if (answers.some((answer) => answer === undefined))
    throw unsupported(context, { at }, 'in, for a value that differs with the household');
  return bool(answers.some((answer) => answer !== undefined && truthOf(answer)) === wanted);
}

function evaluateUnary(context: Context, at: number, op: string, value: Value): Value {
  const known = truthOf(value);
  if (op === 'not' && known !== undefined) return bool(!known);
  if (value.is === 'int' || value.is === 'float') {
    if (op === '-') return { is: value.is, value: -value.value };
    if (op === '+') return value;
  }
  if (op === '+') return toStep(context, at, value);
  const operator = op === '-' ? 'neg' : op === '~' ? 'invert' : op === 'not' ? 'not' : undefined;
  if (operator === undefined) throw unsupported(context, { at }, `the operator ${op}`);
  return unary(context, at, operator, value);
}

function evaluateConditional(context: Context, expr: Extract<Expr, { is: 'conditional' }>): Value {
  const test = evaluate(context, expr.test);
  const known = truthOf(test);
  if (known !== undefined) return evaluate(context, known ? expr.yes : expr.no);
  return select(
    context,
    expr.at,
    [test],
    [evaluate(context, expr.yes)],
    evaluate(context, expr.no),
  );
}

/** The items a loop goes through. */
export function iterate(context: Context, at: number, value: Value): Value[] {
  if (value.is === 'list') return value.items;
  if (value.is === 'dict') return [...value.entries.values()].map(([key]) => key);
  if (value.is === 'array') return rowsOf(value.array);
  if (value.is === 'enum')
    return value.enum.items.map((_, item) => ({ is: 'item', enum: value.enum, at: item }));
  if (value.is === 'editable' && Array.isArray(value.target))
    return value.target.map((target) => editable(target));
  throw unsupported(context, { at }, `a loop over ${describeValue(value)}`);
}

/** A part of the parameters that a reform may change. */
export function editable(target: unknown): Value {
  if (typeof target === 'object' && target !== null)
    return { is: 'editable', target: target as Record<string, unknown> };
  if (typeof target === 'number') return Number.isInteger(target) ? int(target) : float(target);
  if (typeof target === 'string') return str(target);
  return typeof target === 'boolean' ? bool(target) : NONE;
}

function comprehension(context: Context, expr: Extract<Expr, { is: 'comprehension' }>): Value {
  const items: Value[] = [];
  const entries = new Map<string | number, readonly [Value, Value]>();
  const walk = (inner: Context, [loop, ...rest]: readonly Loop[]): void => {
    if (loop === undefined) {
      const element = evaluate(inner, expr.element);
      if (expr.key === undefined) items.push(element);
      else {
        const key = evaluate(inner, expr.key);
        entries.set(keyOf(inner, expr.key, key), [key, element]);
      }
      return;
    }
    for (const item of iterate(inner, loop.iterable.at, evaluate(inner, loop.iterable))) {
      const scope = { ...inner, scope: inner.scope.copy() };
      bindTarget(scope, loop.target, item);
      const tests = loop.tests.map((test) => truthOf(evaluate(scope, test)));
      if (tests.includes(undefined))
        throw unsupported(scope, loop.iterable, 'a filter that differs with the household');
      if (!tests.includes(false)) walk(scope, rest);
    }
  };
  walk({ ...context, scope: context.scope.copy() }, expr.loops);
  return expr.key === undefined ? list(items) : { is: 'dict', entries };
}

function keyOf(context: Context, expr: Expr, value: Value): string | number {
  if (value.is === 'str' || value.is === 'int') return value.value;
  if (value.is === 'item') return `${value.enum.name}.${value.at}`;
  throw unsupported(context, expr, `${describeValue(value)} as the key of a dictionary`);
}

/** `object[index]`. */
function subscript(context: Context, at: number, object: Value, index: Expr): Value {
  const parts = index.is === 'sequence' && index.tuple ? index.items : [index];
  if (object.is === 'array') return arrayItem(context, at, object, parts);
  if (index.is === 'slice') {
    if (object.is !== 'list')
      throw unsupported(context, index, `a slice of ${describeValue(object)}`);
    const bounds = bound(context, index, object.items.length);
    return list(object.items.slice(bounds.low, bounds.high));
  }
  const key = evaluate(context, index);
  if (object.is === 'list' && key.is === 'int') {
    const item = object.items.at(key.value);
    if (item !== undefined) return item;
  }
  if (object.is === 'list' && key.is === 'step') {
    const array = arrayOf(object);
    if (array !== undefined) return arrayItem(context, at, { is: 'array', array }, [index]);
  }
  if (object.is === 'dict') {
    const entry = object.entries.get(keyOf(context, index, key));
    if (entry !== undefined) return entry[1];
  }
  if (object.is === 'node') return paramItem(context, at, object, key);
  if (object.is === 'enum' && key.is === 'str') return attributeOf(context, at, object, key.value);
  if (object.is === 'editable' && (key.is === 'int' || key.is === 'str'))
    return editable(Reflect.get(object.target, key.value));
  throw unsupported(context, index, `${describeValue(object)}[${describeValue(key)}]`);
}

function bound(
  context: Context,
  expr: Extract<Expr, { is: 'slice' }>,
  length: number,
): { low: number; high: number } {
  const at = (part: Expr | undefined, otherwise: number): number => {
    if (part === undefined) return otherwise;
    const value = evaluate(context, part);
    if (value.is !== 'int')
      throw unsupported(context, part, 'a slice that differs with the household');
    return value.value;
  };
  if (expr.step !== undefined) throw unsupported(context, expr, 'a slice with steps');
  return { low: at(expr.low, 0), high: at(expr.high, length) };
}

function arrayItem(
  context: Context,
  at: number,
  { array }: Extract<Value, { is: 'array' }>,
  parts: readonly Expr[],
): Value {
  let axis = 0;
  const values = parts.map((part): Index | 'new' | Value => {
    if (part.is === 'slice') return bound(context, part, array.shape[axis++] ?? 0);
    const value = evaluate(context, part);
    if (value.is === 'none' || (value.is === 'builtin' && value.name === 'numpy.newaxis'))
      return 'new';
    axis++;
    return value.is === 'int' ? value.value : value;
  });
  if (values.every((value) => typeof value !== 'object' || !('is' in value))) {
    const part = slice(array, values as (Index | 'new')[]);
    if (part === undefined) throw unsupported(context, { at }, 'an index outside of its table');
    return part.shape.length === 0 ? cellValue(part, 0) : { is: 'array', array: part };
  }
  const whole = values.every(
    (value) => typeof value === 'number' || (typeof value === 'object' && 'is' in value),
  );
  if (values.length !== array.shape.length || !whole)
    throw unsupported(context, { at }, 'a row of a table that differs with the household');
  const steps = values.map((value) => {
    const step = toStep(context, at, typeof value === 'number' ? int(value) : value);
    if (step.kind === 'int32' || step.kind === 'int64') return step;
    throw unsupported(context, { at }, `an index of type ${step.kind}`);
  });
  const joint = jointAxis(context, at, steps);
  const { kind } = array;
  const table = context.session.table({ data: array.data, shape: array.shape });
  const step = builderOf(context, at).add({
    op: 'table',
    kind,
    axis: joint,
    table,
    args: steps.map((one) => one.step),
  });
  return { is: 'step', step, kind, axis: joint };
}
