import type { Expr } from '../python/ast.ts';
import { type Context, unsupported } from './context.ts';
import { evaluate } from './evaluate.ts';
import { describeValue, type Value } from './value.ts';

/** A value as plain data, as it would stand in a parameter file. */
export function plainData(context: Context, at: number, value: Value): unknown {
  switch (value.is) {
    case 'int':
    case 'float':
    case 'bool':
    case 'str':
      return value.value;
    case 'none':
      return null;
    case 'list':
      return value.items.map((item) => plainData(context, at, item));
    case 'dict':
      return Object.fromEntries(
        [...value.entries].map(([key, [, held]]) => [key, plainData(context, at, held)]),
      );
    case 'editable':
      return value.target;
    default:
      throw unsupported(context, { at }, `${describeValue(value)} in the parameters`);
  }
}

/** The place in the parameters that an assignment of a reform means. */
function placeOf(context: Context, target: Expr): readonly [object: object, key: string | number] {
  if (target.is !== 'attribute' && target.is !== 'subscript')
    throw unsupported(context, target, 'an assignment to this');
  const object = evaluate(context, target.object);
  if (object.is !== 'editable')
    throw unsupported(context, target, `a change of ${describeValue(object)}`);
  if (target.is === 'attribute') return [object.target, target.name];
  const key = evaluate(context, target.index);
  if (key.is === 'int' && Array.isArray(object.target))
    return [object.target, key.value < 0 ? object.target.length + key.value : key.value];
  if (key.is === 'str' && Object.hasOwn(object.target, key.value))
    return [object.target, key.value];
  throw unsupported(context, target, 'a part of the parameters by this');
}

/** `rate.value = 0.1` in a reform: the copy of the parameters it works on changes. */
export function assignPart(context: Context, target: Expr, value: Value): void {
  const [object, key] = placeOf(context, target);
  if (!Object.hasOwn(object, key))
    throw unsupported(context, target, `a new part ${key} of the parameters`);
  Reflect.defineProperty(object, key, {
    value: plainData(context, target.at, value),
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/** `del brackets[0]` in a reform. */
export function deletePart(context: Context, target: Expr): void {
  if (target.is === 'name') {
    context.scope.delete(target.id);
    return;
  }
  const [object, key] = placeOf(context, target);
  if (Array.isArray(object)) object.splice(Number(key), 1);
  else Reflect.deleteProperty(object, key);
}
