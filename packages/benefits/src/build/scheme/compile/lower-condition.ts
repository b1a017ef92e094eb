import { parseIsoDate } from '@yokoten/rules';
import type { Condition } from '../definition.ts';
import { didYouMean, YES_NO } from '../fields.ts';
import { ExpressionParser } from '../parse-expression.ts';
import type { TextNode } from '../tree.ts';
import { onSameBottom, type NumberCell, type Cell } from './cell.ts';
import { AGE_IN_MONTHS, BORN_ONLY } from './builtins.ts';
import type { Lowering } from './lower.ts';
import { known, type Term } from './steps.ts';

/** Conditions that hold on a day. */
export function inForce<T extends { readonly from?: string; readonly to?: string }>(
  all: readonly T[],
  day: string,
): readonly T[] {
  return all.filter(
    ({ from, to }) => (from === undefined || from <= day) && (to === undefined || day <= to),
  );
}

/** Whether all conditions that are in force on `day` are met. */
export function lowerAll(
  lowering: Lowering,
  conditions: readonly Condition[],
  day: string,
): Term | undefined {
  const terms = inForce(conditions, day).map((one) => lowerCondition(lowering, one, day));
  return terms.every((term) => term !== undefined) ? lowering.steps.all(terms) : undefined;
}

/** Whether one condition is met. */
function lowerCondition(lowering: Lowering, condition: Condition, day: string): Term | undefined {
  const { steps } = lowering;
  switch (condition.kind) {
    case 'holds': {
      const names = new Set(lowering.scope.names());
      const expression = new ExpressionParser(condition.name, names, lowering.findings).whole();
      return expression && lowering.truth(expression);
    }
    case 'test':
      return test(lowering, condition.name, condition.value);
    default: {
      const terms = inForce(condition.of, day).map((one) => lowerCondition(lowering, one, day));
      if (!terms.every((term) => term !== undefined)) return undefined;
      if (condition.kind === 'all') return steps.all(terms);
      const one = steps.any(terms);
      return condition.kind === 'any' ? one : steps.not(one);
    }
  }
}

function test(lowering: Lowering, name: TextNode, value: TextNode): Term | undefined {
  const cell = lowering.name(name.value, name.place);
  if (cell === undefined) return undefined;
  if (cell.type === 'number') return range(lowering, name.value, cell, value);
  if (cell.type === 'date') return dateRange(lowering, cell.term, value);
  if (cell.type === 'enum') return oneOfOptions(lowering, cell, name, value);
  const wanted = YES_NO.get(value.value);
  if (wanted !== undefined) return wanted ? cell.term : lowering.steps.not(cell.term);
  return lowering.findings.error(
    'benefits/bad-value',
    value.place,
    `「${name.value}」は、はい・いいえの値です。「${value.value}」ではなく「はい」か「いいえ」を書いてください。`,
    `"${name.value}" is true or false. Write はい or いいえ instead of "${value.value}".`,
  );
}

function oneOfOptions(
  { steps, findings }: Lowering,
  cell: Extract<Cell, { type: 'enum' }>,
  name: TextNode,
  value: TextNode,
): Term | undefined {
  const words = value.value.split(/[、,]|か(?=[^、]*$)/).map((word) => word.trim());
  const wanted = cell.values.includes(value.value) ? [value.value] : words;
  const unknown = wanted.find((word) => !cell.values.includes(word));
  if (unknown === undefined)
    return steps.any(
      wanted.map((word) => steps.compare('eq', cell.term, known(cell.values.indexOf(word)))),
    );
  const guess = didYouMean(unknown, cell.values);
  return findings.error(
    'benefits/bad-value',
    value.place,
    `「${name.value}」に「${unknown}」という選択肢はありません。${cell.values.join('、')}のどれかです。${guess.ja}`,
    `"${name.value}" has no option "${unknown}". The options are ${cell.values.join(', ')}.${guess.en}`,
  );
}

function range(
  lowering: Lowering,
  name: string,
  subject: NumberCell,
  text: TextNode,
): Term | undefined {
  const { steps, findings, scope } = lowering;
  const parser = new ExpressionParser(text, new Set(scope.names()), findings);
  const terms: Term[] = [];
  let below = false;
  const check = (op: 'ge' | 'le' | 'lt' | 'gt' | 'eq', limit: NumberCell): void => {
    const [a, b] = onSameBottom(steps, subject, limit);
    terms.push(steps.compare(op, a, b));
    below ||= op === 'ge' || op === 'gt' || op === 'eq';
  };
  let open = parser.take('~');
  do {
    const expression = parser.sum();
    const limit = expression && lowering.number(expression);
    if (limit === undefined) return undefined;
    if (open) check('le', limit);
    else if (parser.take('以上')) check('ge', limit);
    else if (parser.take('以下')) check('le', limit);
    else if (parser.take('未満')) check('lt', limit);
    else if (parser.take('を超える') || parser.take('より大きい')) check('gt', limit);
    else if (parser.take('~')) {
      check('ge', limit);
      open = true;
      if (parser.done()) break;
      continue;
    } else check('eq', limit);
    open = false;
  } while (!parser.done() && terms.length < 2);
  if (!parser.done()) return parser.expected('範囲の終わり', 'the end of the range');
  if (!below && BORN_ONLY.includes(name)) terms.push(born(lowering, text));
  return steps.all(terms);
}

/** An age that has only an upper limit is the age of somebody who is born. */
function born(lowering: Lowering, { place }: TextNode): Term {
  const cell = lowering.name(AGE_IN_MONTHS, place);
  return cell?.type === 'number' ? lowering.steps.compare('ge', cell.top, known(0)) : known(1);
}

function dateRange({ steps, findings }: Lowering, subject: Term, text: TextNode): Term | undefined {
  const match =
    /^(\d{4}-\d\d-\d\d)?\s*(以後|以降|以前|より後|より前|[〜～~])?\s*(\d{4}-\d\d-\d\d)?$/.exec(
      text.value,
    );
  const [, first, word = '', second] = match ?? [];
  const days = [first, second].map((day) => (day === undefined ? undefined : parseIsoDate(day)));
  const [from, to] = days;
  const at = from ?? 0;
  const checks: Readonly<Record<string, Term[]>> = {
    以後: [steps.compare('ge', subject, known(at))],
    以降: [steps.compare('ge', subject, known(at))],
    以前: [steps.compare('le', subject, known(at))],
    より後: [steps.compare('gt', subject, known(at))],
    より前: [steps.compare('lt', subject, known(at))],
  };
  const between = /^[〜～~]$/.test(word)
    ? [
        ...(from === undefined ? [] : [steps.compare('ge', subject, known(from))]),
        ...(to === undefined ? [] : [steps.compare('le', subject, known(to))]),
      ]
    : undefined;
  const terms = between ?? (second === undefined && from !== undefined ? checks[word] : undefined);
  const readable = [first, second].every((day, i) => day === undefined || days[i] !== undefined);
  if (match !== null && readable && terms !== undefined && terms.length > 0)
    return steps.all(terms);
  return findings.error(
    'benefits/date-unreadable',
    text.place,
    `「${text.value}」は日付の範囲として読めません。「2024-04-02以後」や「2024-04-02〜2025-04-01」のように書いてください。`,
    `"${text.value}" is no range of dates. Write it like 2024-04-02以後 or 2024-04-02〜2025-04-01.`,
  );
}
