import type { Parameter } from '@yokoten/rules';
import type { Kind, When } from '@yokoten/rules/trace';
import { toStep } from './arithmetic.ts';
import { builderOf, type Context, failAt, unsupported } from './context.ts';
import type { Range } from './kinds.ts';
import { describeValue, type StepValue, type Value } from './value.ts';

type Node = Extract<Value, { is: 'node' }>;
type Plain = Extract<Parameter, { values: unknown }>;

/** One step down the tree of parameters: a branch, a scale or list, or a figure. */
export function nodeAt(context: Context, at: number, node: Node, name: string): Value | undefined {
  const path = [...node.path, name];
  const found = context.session.parameterAt(path);
  if (found === 'node') return { ...node, path };
  if (found === undefined) {
    if (context.session.parameterAt(node.path) !== 'node') return undefined;
    throw failAt(
      context,
      at,
      'openfisca/unknown-name',
      `パラメーター「${path.join('.')}」はありません。`,
      `There is no parameter "${path.join('.')}".`,
    );
  }
  const parameter = context.session.parameters[found] as Parameter;
  if ('scale' in parameter || parameter.values.some(([, value]) => Array.isArray(value)))
    return { ...node, path };
  return figure(context, at, found, parameter, node.when);
}

/** A figure as a step, with the smallest and largest value it ever had. */
function figure(
  context: Context,
  at: number,
  position: number,
  parameter: Plain,
  when: When,
  item?: number,
): StepValue {
  const values = parameter.values
    .map(([, value]) => (Array.isArray(value) ? (value[item ?? 0] as number | string) : value))
    .filter((value) => value !== null && value !== undefined);
  const fraction = context.session.fractions.has(parameter.path);
  const { kind, range } = describeFigures(values as (number | boolean | string)[], fraction);
  const step = builderOf(context, at).add({
    op: 'parameter',
    kind,
    axis: -1,
    parameter: position,
    when,
    ...(item !== undefined && { item }),
  });
  return { is: 'step', step, kind, axis: -1, ...(range && { range }) };
}

function describeFigures(
  values: readonly (number | boolean | string)[],
  fraction: boolean,
): { kind: Kind; range?: Range } {
  if (values.some((value) => typeof value === 'string')) return { kind: 'text' };
  if (values.every((value) => typeof value === 'boolean')) return { kind: 'bool' };
  const numbers = values.map(Number);
  const range: Range = [Math.min(...numbers), Math.max(...numbers)];
  return { kind: fraction ? 'float64' : 'int64', range };
}

/** A list parameter, or nothing for a branch or a scale. */
export function listParameter(
  context: Context,
  node: Node,
): { position: number; parameter: Plain } | undefined {
  const position = context.session.parameterAt(node.path);
  if (typeof position !== 'number') return undefined;
  const parameter = context.session.parameters[position] as Parameter;
  return 'values' in parameter ? { position, parameter } : undefined;
}

/** `parameters(period).amounts[2]`, `np.array(parameters(period).amounts)[rank]`, `branch['name']`. */
export function paramItem(context: Context, at: number, node: Node, key: Value): Value {
  const found = listParameter(context, node);
  if (found === undefined) {
    const below = key.is === 'str' ? nodeAt(context, at, node, key.value) : undefined;
    if (below !== undefined) return below;
    if (key.is === 'step' && key.enum !== undefined) return byName(context, at, node, key);
    throw unsupported(context, { at }, `a branch of the parameters by ${describeValue(key)}`);
  }
  const { position, parameter } = found;
  if (key.is === 'int') return figure(context, at, position, parameter, node.when, key.value);
  const index = toStep(context, at, key);
  const all = parameter.values.flatMap(([, value]) => (Array.isArray(value) ? value : []));
  const { kind } = describeFigures(all as number[], context.session.fractions.has(parameter.path));
  const step = builderOf(context, at).add({
    op: 'item',
    kind,
    axis: index.axis,
    parameter: position,
    when: node.when,
    args: [index.step],
  });
  return { is: 'step', step, kind, axis: index.axis };
}

/** `branch[status]`: for each household the figure that bears the name of its enum's value. */
function byName(context: Context, at: number, node: Node, key: StepValue): Value {
  const names = key.enum?.items.map(([name]) => name) ?? [];
  const known = names.map((name) => context.session.parameterAt([...node.path, name]));
  if (known.some((position) => typeof position !== 'number'))
    throw unsupported(context, { at }, 'a branch that does not name every value of the enum');
  const figures = names.map((name) => toStep(context, at, nodeAt(context, at, node, name) ?? key));
  const builder = builderOf(context, at);
  const kind: Kind = figures.some((one) => one.kind === 'float64')
    ? 'float64'
    : (figures[0]?.kind ?? 'float64');
  const args = figures.slice(0, -1).flatMap((one, position) => {
    const value = builder.add({ op: 'const', kind: 'enum', axis: -1, value: position });
    return [
      builder.add({ op: 'eq', kind: 'bool', axis: key.axis, args: [key.step, value] }),
      one.step,
    ];
  });
  const last = figures.at(-1)?.step ?? key.step;
  const step = builder.add({ op: 'select', kind, axis: key.axis, args: [...args, last] });
  return { is: 'step', step, kind, axis: key.axis };
}
