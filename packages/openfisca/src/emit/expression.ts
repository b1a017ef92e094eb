import type { Step } from '@yokoten/rules/trace';
import { literal } from './quote.ts';

/** What an operation needs to know of what it works on. */
export interface Operands {
  /** The expression of an argument. */
  readonly value: (position: number) => string;
  readonly stepAt: (position: number) => Step;
  /** Notes that a function of `@yokoten/rules/kernel` is used, and gives its local name. */
  readonly kernel: (name: string) => string;
}

const COMPARE: Readonly<Record<string, string>> = {
  eq: '===',
  ne: '!==',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/** An elementwise step as a JavaScript expression in numpy's arithmetic. */
export function expressionOf(step: Step, operands: Operands): string {
  const { value, kernel } = operands;
  const number = (position: number): string => {
    const text = value(position);
    return operands.stepAt(position).kind === 'bool' ? `+(${text})` : text;
  };
  switch (step.op) {
    case 'const':
      return literal(step.value);
    case 'select': {
      const pick = step.kind === 'bool' || step.kind === 'text' ? value : number;
      let text = pick(step.args.at(-1) as number);
      for (let i = step.args.length - 3; i >= 0; i -= 2)
        text = `(${value(step.args[i] as number)}?${pick(step.args[i + 1] as number)}:${text})`;
      return text;
    }
    case 'cast':
      return castExpression(step, operands, number(step.args[0]));
    case 'round': {
      const rounded = `${kernel('roundEven')}(${number(step.args[0])},${step.digits})`;
      return step.kind === 'float32' ? `f(${rounded})` : rounded;
    }
    case 'neg':
      return step.kind === 'int32'
        ? `(-${wrap(number(step.args[0]))}|0)`
        : `-${wrap(number(step.args[0]))}`;
    case 'not':
      return `!${wrap(value(step.args[0]))}`;
    case 'invert':
      return step.kind === 'bool'
        ? `!${wrap(value(step.args[0]))}`
        : `~${wrap(number(step.args[0]))}`;
    case 'floor':
    case 'ceil':
    case 'abs':
      return `Math.${step.op}(${number(step.args[0])})`;
    case 'sqrt':
      return step.kind === 'float32'
        ? `f(Math.sqrt(${number(step.args[0])}))`
        : `Math.sqrt(${number(step.args[0])})`;
    default:
      return binaryExpression(step, operands, number);
  }
}

/** `a - -b`, not `a --b`. */
function wrap(text: string): string {
  return /^[\w.[\]]+$/.test(text) || text.startsWith('(') ? text : `(${text})`;
}

function binaryExpression(
  step: Step,
  { value, kernel }: Operands,
  number: (position: number) => string,
): string {
  const [left, right] = step.args ?? [];
  if (left === undefined || right === undefined)
    throw new TypeError(`no expression for ${step.op}`);
  const compare = Object.hasOwn(COMPARE, step.op) ? COMPARE[step.op] : undefined;
  if (compare !== undefined) return `(${number(left)}${compare}${number(right)})`;
  if (step.kind === 'bool') {
    if (step.op === 'mul' || step.op === 'and' || step.op === 'min')
      return `(${value(left)}&&${value(right)})`;
    if (step.op === 'add' || step.op === 'or' || step.op === 'max')
      return `(${value(left)}||${value(right)})`;
    if (step.op === 'xor') return `(!${wrap(value(left))}!==!${wrap(value(right))})`;
  }
  const [a, b] = [number(left), number(right)];
  const signs: Readonly<Record<string, string>> = {
    add: '+',
    sub: '-',
    mul: '*',
    div: '/',
    pow: '**',
    and: '&',
    or: '|',
    xor: '^',
  };
  const sign = Object.hasOwn(signs, step.op) ? signs[step.op] : undefined;
  if (sign !== undefined) {
    if (step.kind === 'int32' && step.op === 'mul') return `Math.imul(${a},${b})`;
    const text = `${a}${sign}${/^[-+]/.test(b) ? `(${b})` : b}`;
    const safe = step.op === 'pow' ? `${wrap(a)}**${wrap(b)}` : text;
    if (step.kind === 'int32') return `(${safe}|0)`;
    return step.kind === 'float32' ? `f(${safe})` : `(${safe})`;
  }
  const calls: Readonly<Record<string, string>> = { mod: 'remainder', floordiv: 'divideWhole' };
  const name = Object.hasOwn(calls, step.op) ? calls[step.op] : undefined;
  if (name !== undefined) {
    const text = `${kernel(name)}(${a},${b})`;
    return step.kind === 'float32' ? `f(${text})` : text;
  }
  if (step.op === 'min' || step.op === 'max') return `Math.${step.op}(${a},${b})`;
  throw new TypeError(`no expression for ${step.op}`);
}

function castExpression(step: Step, { stepAt, kernel }: Operands, text: string): string {
  const from = stepAt(step.args?.[0] ?? 0).kind;
  const fraction = from === 'float32' || from === 'float64';
  switch (step.kind) {
    case 'float32': {
      const constant = stepAt(step.args?.[0] ?? 0);
      // Rounded here, so that the steps keep the figure as the source writes it.
      return constant.op === 'const' ? literal(Math.fround(Number(constant.value))) : `f(${text})`;
    }
    case 'int32':
      return fraction ? `${kernel('toInt32')}(${text})` : `(${text}|0)`;
    case 'int64':
      return fraction ? `${kernel('toInt64')}(${text})` : text;
    case 'bool':
      return `(${text}!==0)`;
    case 'months':
      return from === 'years' ? `(${text}*12)` : `${kernel('epochMonth')}(${text})`;
    case 'years':
      return from === 'months' ? `Math.floor(${text}/12)` : `${kernel('epochYear')}(${text})`;
    case 'date':
      return `${kernel(from === 'months' ? 'monthStart' : 'yearStart')}(${text})`;
    default:
      return text;
  }
}
