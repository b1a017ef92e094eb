import type { Findings, Place } from '../../finding.ts';
import type { Expression } from '../expression.ts';
import {
  bottomOf,
  type Cell,
  combine,
  isWhole,
  type NumberCell,
  onSameBottom,
  rounded,
  whole,
} from './cell.ts';
import { measureOfAll } from '../measure.ts';
import { HOUSEHOLD, maskOf, PERSON } from './entities.ts';
import { gapIn, type Meaning, type Scope } from './scope.ts';
import { known, type StepWriter, type Term, widest } from './steps.ts';

const NOW = { moves: [] } as const;
const KINDS = { number: 'int64', bool: 'bool', date: 'date', enum: 'enum' } as const;

/** Turns calculations into steps, for a stretch of time in which everything dated is one and the same. */
export class Lowering {
  readonly steps: StepWriter;
  readonly findings: Findings;
  readonly scope: Scope;
  readonly #from: string;
  readonly #to: string;

  /** @param stretch first day, and the first day after it */
  constructor(
    steps: StepWriter,
    scope: Scope,
    findings: Findings,
    stretch: readonly [from: string, to: string],
  ) {
    this.steps = steps;
    this.scope = scope;
    this.findings = findings;
    [this.#from, this.#to] = stretch;
  }

  /** The value of a name, in this stretch. */
  name(name: string, place: Place): Cell | undefined {
    const meaning = this.scope.meaning(name, place, this.findings);
    if (meaning === undefined) return undefined;
    if (meaning.kind === 'constant') return whole(known(meaning.value), meaning.value > 0);
    const gap = gapIn(meaning.covered, this.#from, this.#to);
    if (gap !== undefined)
      return this.findings.error(
        'benefits/no-value-on-date',
        place,
        `「${name}」には、${gap}の値がありません。値を足すか、使う期間を「から」「まで」で決めてください。`,
        `"${name}" has no value on ${gap}. Add one, or say with から and まで when it is used.`,
      );
    return meaning.kind === 'figure' ? this.#figure(meaning) : this.#variable(meaning);
  }

  #variable(meaning: Extract<Meaning, { kind: 'variable' }>): Cell {
    const { index, axis, type, values = [], positive = false, measure } = meaning;
    const term = this.steps.add({ op: 'get', variable: index, when: NOW, kind: KINDS[type], axis });
    if (type === 'number') return whole(term, positive, measure);
    return type === 'enum' ? { type, term, values } : { type, term };
  }

  #figure({
    parameter,
    decimals,
    positive,
    measure,
  }: Extract<Meaning, { kind: 'figure' }>): NumberCell {
    const kind = decimals === 0 ? 'int64' : 'float64';
    const term = this.steps.add({ op: 'parameter', parameter, when: NOW, kind, axis: -1 });
    if (decimals === 0 || !('step' in term)) return whole(term, positive, measure);
    const scale = this.steps.position(known(10 ** decimals), 'int64');
    const scaled = this.steps.add({ op: 'mul', args: [term.step, scale], kind, axis: -1 });
    const position = this.steps.position(scaled);
    const top = this.steps.add({ op: 'round', digits: 0, args: [position], kind, axis: -1 });
    return { type: 'number', top, bottom: known(10 ** decimals), positive, measure };
  }

  /** A calculation's value. */
  expression(expression: Expression): Cell | undefined {
    const { place } = expression;
    switch (expression.kind) {
      case 'number':
        return {
          type: 'number',
          top: known(expression.top),
          bottom: known(expression.bottom),
          positive: expression.top > 0,
          measure: expression.measure,
        };
      case 'name':
        return this.name(expression.name, place);
      case 'negative': {
        const of = this.number(expression.of);
        return of && combine(this.steps, 'sub', whole(known(0)), of);
      }
      case 'arithmetic': {
        const [left, right] = [this.number(expression.left), this.number(expression.right)];
        if (left === undefined || right === undefined) return undefined;
        if (expression.op !== 'div' || right.positive)
          return combine(this.steps, expression.op, left, right);
        return this.findings.error(
          'benefits/bad-expression',
          expression.right.place,
          'ここで割ると、0で割ることがあります。0より大きい数か「数値」か「世帯人数」で割ってください。',
          'This may divide by zero. Divide by a number above zero, a figure of 数値, or 世帯人数.',
        );
      }
      default:
        return this.#call(expression);
    }
  }

  /** A calculation that must yield a number. */
  number(expression: Expression): NumberCell | undefined {
    const cell = this.expression(expression);
    if (cell === undefined || cell.type === 'number') return cell;
    return this.findings.error(
      'benefits/wrong-type',
      expression.place,
      'ここには数が要ります。はい・いいえや日付は計算に使えません。',
      'Expected a number here; truth values and dates cannot be calculated with.',
    );
  }

  /** A name that must be true or false. */
  truth(expression: Expression): Term | undefined {
    const cell = this.expression(expression);
    if (cell === undefined || cell.type === 'bool') return cell?.term;
    return this.findings.error(
      'benefits/wrong-type',
      expression.place,
      'ここには、はい・いいえになる名前（質問か、条件のある計算）が要ります。',
      'Expected the name of something that is true or false.',
    );
  }

  #call(call: Extract<Expression, { kind: 'call' }>): Cell | undefined {
    const { name, role, args, place } = call;
    const [first, second, third] = args;
    if (name === 'もし' && first && second && third) {
      const [condition, yes, no] = [this.truth(first), this.number(second), this.number(third)];
      if (condition === undefined || yes === undefined || no === undefined) return undefined;
      return this.choose([[condition, yes]], no);
    }
    if (name === '切り捨て' || name === '切り上げ' || name === '四捨五入') {
      const value = first && this.number(first);
      const unit = second === undefined ? 1 : wholeUnit(second);
      if (value === undefined) return undefined;
      if (unit !== undefined) return rounded(this.steps, name, value, unit);
      return this.findings.error(
        'benefits/bad-expression',
        second?.place ?? place,
        `「${name}」の単位は、100のような整数で書いてください。`,
        `The unit of ${name} must be a whole number such as 100.`,
      );
    }
    if (role !== undefined || name === '合計' || name === '人数' || name === 'だれか')
      return this.#over(call);
    return this.#extreme(name === '最大', args);
  }

  #extreme(most: boolean, args: readonly Expression[]): Cell | undefined {
    const cells = args.map((arg) => this.number(arg));
    if (!cells.every((cell) => cell !== undefined)) return undefined;
    return cells.reduce((best, next) => {
      const [a, b] = onSameBottom(this.steps, best, next);
      const better = this.steps.compare(most ? 'ge' : 'le', a, b);
      return {
        type: 'number',
        top: this.steps.choose([[better, a]], b),
        bottom: bottomOf(this.steps, best, next),
        positive: best.positive && next.positive,
        measure: measureOfAll([best.measure, next.measure]),
      };
    });
  }

  /** Over the persons of a role. */
  #over({
    name,
    role = '全員',
    args,
    place,
  }: Extract<Expression, { kind: 'call' }>): Cell | undefined {
    const mask = maskOf(role);
    const count = this.steps.add({
      op: 'count',
      entity: HOUSEHOLD,
      mask,
      kind: 'int64',
      axis: HOUSEHOLD,
    });
    const [arg] = args;
    if (arg === undefined) return whole(count, role === '全員', 'persons');
    const gather = (op: 'sum' | 'any' | 'most' | 'least', term: Term): Term => {
      const position = this.steps.position(this.steps.lift(term, PERSON));
      const kind = op === 'any' ? 'bool' : 'float64';
      return this.steps.add({
        op,
        entity: HOUSEHOLD,
        mask,
        args: [position],
        kind,
        axis: HOUSEHOLD,
      });
    };
    if (name === '人数' || name === 'だれか') {
      const term = this.truth(arg);
      if (term === undefined) return undefined;
      return name === '人数'
        ? whole(gather('sum', term), false, 'persons')
        : { type: 'bool', term: gather('any', term) };
    }
    const value = this.number(arg);
    if (value === undefined) return undefined;
    if ('step' in value.bottom) return this.unrounded(place);
    if (name === '合計') return { ...value, top: gather('sum', value.top), positive: false };
    const found = gather(name === '最大' ? 'most' : 'least', value.top);
    const top = this.steps.choose([[this.steps.compare('gt', count, known(0)), found]], known(0));
    return { ...value, top, positive: false };
  }

  /** The first value whose condition holds. */
  choose(
    ways: readonly (readonly [Term, NumberCell])[],
    otherwise: NumberCell,
  ): NumberCell | undefined {
    const cells = [...ways.map(([, cell]) => cell), otherwise];
    let bottom = 1;
    for (const cell of cells) {
      if ('step' in cell.bottom) return undefined;
      bottom = leastMultiple(bottom, cell.bottom.known);
    }
    const top = (cell: NumberCell): Term =>
      this.steps.arithmetic(
        'mul',
        cell.top,
        known(bottom / ('known' in cell.bottom ? cell.bottom.known : 1)),
      );
    return {
      type: 'number',
      top: this.steps.choose(
        ways.map(([condition, cell]) => [condition, top(cell)] as const),
        top(otherwise),
      ),
      bottom: known(bottom),
      positive: cells.every(({ positive }) => positive),
      measure: measureOfAll(cells.map(({ measure }) => measure)),
    };
  }

  /** A value of each person where one of the household is needed. */
  belongs(terms: readonly Term[], axis: number, place: Place): boolean {
    if (axis === PERSON || widest(terms) !== PERSON) return true;
    this.findings.error(
      'benefits/scope-mismatch',
      place,
      'これは一人ひとりの値です。世帯の値にするには、合計（子、…）、最大（保護者、…）、人数（子、…）などでまとめてください。',
      'This is a value of each person. Gather it into one of the household: 合計（子、…）, 最大（保護者、…）, 人数（子、…）.',
    );
    return false;
  }

  /** Whether a number has nothing behind the point; else an error that says how to round. */
  isWhole(cell: NumberCell, place: Place): boolean {
    if (isWhole(cell)) return true;
    this.unrounded(place);
    return false;
  }

  unrounded(place: Place): undefined {
    return this.findings.error(
      'benefits/fraction-left',
      place,
      '1円未満の端数が出ます。切り捨て（…）、切り上げ（…）、四捨五入（…）のどれかで囲んでください。',
      'This leaves a fraction. Put it into 切り捨て（…） (down), 切り上げ（…） (up) or 四捨五入（…） (nearest).',
    );
  }
}

function wholeUnit(expression: Expression): number | undefined {
  const whole = expression.kind === 'number' && expression.bottom === 1 && expression.top > 0;
  return whole ? expression.top : undefined;
}

function leastMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return (a / x) * b;
}
