import type { Expr } from '../python/ast.ts';
import { type Context, unsupported } from './context.ts';
import { iterate } from './evaluate.ts';
import type { Value } from './value.ts';

/** Gives a value to a name, or its items to several. */
export function bindTarget(context: Context, target: Expr, value: Value): void {
  if (target.is === 'name') {
    context.scope.set(target.id, value);
    if (value.is === 'step') context.builder?.name(value.step, target.id);
    return;
  }
  if (target.is !== 'sequence') throw unsupported(context, target, 'an assignment to this');
  const items = iterate(context, target.at, value);
  if (items.length !== target.items.length)
    throw unsupported(context, target, `${items.length} values for ${target.items.length} names`);
  for (const [at, item] of items.entries()) bindTarget(context, target.items[at] as Expr, item);
}
