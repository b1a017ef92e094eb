import type { Step } from '@yokoten/rules/trace';
import { builderOf, type Context } from './context.ts';
import type { StepBuilder } from './steps.ts';
import { numberOf, type StepValue, type Value } from './value.ts';

/** From so many rows on a look-up is better than one question after another. */
const LEAST_ROWS = 8;

type Key = number | string;

/**
 * `np.select([place == name for name in names], range(len(names)), -1)` as one look-up: all conditions compare the same
 * values with constants, all choices are constants. Anything else: nothing.
 */
export function matchSelect(
  context: Context,
  at: number,
  conditions: readonly Value[],
  choices: readonly Value[],
  otherwise: Value,
): Value | undefined {
  if (conditions.length < LEAST_ROWS) return undefined;
  const builder = builderOf(context, at);
  const rows = conditions.map((condition) => comparisons(builder, condition));
  const [first] = rows;
  if (first === undefined) return undefined;
  const subjects = first.map(([subject]) => subject);
  const same = rows.every(
    (row) =>
      row?.length === subjects.length && row.every(([subject], i) => subject === subjects[i]),
  );
  const figures = [...choices, otherwise].map((choice) =>
    choice.is === 'int' || choice.is === 'float' ? choice : undefined,
  );
  if (!same || figures.includes(undefined)) return undefined;
  const keys = rows.map((row) => (row ?? []).map(([, key]) => key));
  const found = keyStep(context, builder, keys, subjects);
  const values = figures.map((figure) => (figure === undefined ? 0 : (numberOf(figure) ?? 0)));
  if (values.every((value, row) => value === (row === choices.length ? -1 : row))) return found;
  // Not found is -1, which counts from the end of the table: the last cell is what holds otherwise.
  const kind = figures.some((figure) => figure?.is === 'float') ? 'float64' : 'int64';
  const table = context.session.table({ data: values, shape: [values.length] });
  const step = builder.add({ op: 'table', kind, axis: found.axis, table, args: [found.step] });
  return { is: 'step', step, kind, axis: found.axis };
}

function keyStep(
  context: Context,
  builder: StepBuilder,
  keys: readonly Key[][],
  subjects: readonly number[],
): StepValue {
  const flat = keys.map((row) => (row.length === 1 ? (row[0] as Key) : row));
  const list = context.session.keyList(flat);
  const axis = Math.max(...subjects.map((subject) => builder.at(subject).axis));
  const step = builder.add({ op: 'match', kind: 'int64', axis, keys: list, args: [...subjects] });
  return { is: 'step', step, kind: 'int64', axis };
}

/** `(a == 1) * (b == 'x')` as the steps that are compared and what with. */
function comparisons(
  builder: StepBuilder,
  condition: Value,
): [subject: number, key: Key][] | undefined {
  if (condition.is !== 'step') return undefined;
  const found: [number, Key][] = [];
  const walk = (step: Step): boolean => {
    if ((step.op === 'mul' || step.op === 'and') && step.kind === 'bool')
      return step.args.every((arg) => walk(builder.at(arg)));
    if (step.op !== 'eq') return false;
    const [left, right] = step.args;
    const constant = builder.at(right);
    const subject = builder.at(left);
    if (constant.op !== 'const' || subject.op === 'const') return false;
    found.push([left, constant.value]);
    return true;
  };
  return walk(builder.at(condition.step)) ? found : undefined;
}
