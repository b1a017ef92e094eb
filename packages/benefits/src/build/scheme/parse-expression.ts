import type { Findings, Place } from '../finding.ts';
import {
  type Expression,
  FUNCTION_WORDS,
  type FunctionName,
  ROLE_WORDS,
  type RoleWord,
} from './expression.ts';
import { didYouMean } from './fields.ts';
import { type Token, tokenise } from './lexer.ts';
import { type TextNode, within } from './tree.ts';

/** Characters and brackets within brackets of one calculation. */
const MOST_CHARACTERS = 2000;
const MOST_DEPTH = 40;

/** How many values a function takes, besides the role. */
const ARGUMENTS: Readonly<Record<FunctionName, readonly [least: number, most: number]>> = {
  合計: [1, 1],
  最大: [1, 8],
  最小: [1, 8],
  人数: [0, 1],
  だれか: [1, 1],
  切り捨て: [1, 2],
  切り上げ: [1, 2],
  四捨五入: [1, 2],
  もし: [3, 3],
};

/** Reads calculations: numbers, names, + − × ÷, brackets and functions. */
export class ExpressionParser {
  readonly #tokens: readonly Token[];
  readonly #node: TextNode;
  readonly #findings: Findings;
  #at = 0;
  #depth = 0;

  /** @param names the names there are, which may hold any signs but those of a calculation */
  constructor(node: TextNode, names: ReadonlySet<string>, findings: Findings) {
    this.#node = node;
    this.#findings = findings;
    this.#tokens = tokenise(node.value.slice(0, MOST_CHARACTERS), names);
  }

  /** The whole text as one calculation. */
  whole(): Expression | undefined {
    const value = this.sum();
    if (value === undefined || this.done()) return value;
    return this.expected('計算の終わり', 'the end of the calculation');
  }

  done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** Whether the next piece is this sign or word; then it is taken. */
  take(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.text !== text || token.kind === 'name' || token.kind === 'number') return false;
    this.#at++;
    return true;
  }

  sum(): Expression | undefined {
    let left = this.#product();
    for (;;) {
      const op = this.take('+') ? 'add' : this.take('-') ? 'sub' : undefined;
      if (op === undefined || left === undefined) return left;
      left = join(op, left, this.#product());
    }
  }

  #product(): Expression | undefined {
    let left = this.#single();
    for (;;) {
      const op = this.take('*') ? 'mul' : this.take('/') ? 'div' : undefined;
      if (op === undefined || left === undefined) return left;
      left = join(op, left, this.#single());
    }
  }

  #single(): Expression | undefined {
    if (++this.#depth > MOST_DEPTH) return this.expected('短い計算', 'a shorter calculation');
    try {
      const place = this.here();
      if (this.take('-')) {
        const of = this.#single();
        return of === undefined ? undefined : { kind: 'negative', of, place };
      }
      if (this.take('(')) {
        const inner = this.sum();
        if (inner === undefined || this.take(')')) return inner;
        return this.expected('「）」', '")"');
      }
      return this.#leaf(place);
    } finally {
      this.#depth--;
    }
  }

  #leaf(place: Place): Expression | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || (token.kind !== 'number' && token.kind !== 'name'))
      return this.expected('数か名前', 'a number or a name');
    this.#at++;
    if (token.kind === 'number') {
      const { top, bottom, measure } = token;
      return { kind: 'number', top, bottom, ...(measure && { measure }), place };
    }
    if (!this.take('(')) return { kind: 'name', name: token.text, place };
    const name = FUNCTION_WORDS.find((word) => word === token.text);
    if (name !== undefined) return this.#call(name, place);
    const guess = didYouMean(token.text, FUNCTION_WORDS);
    return this.#findings.error(
      'benefits/bad-expression',
      place,
      `「${token.text}（…）」という計算はありません。使えるのは${FUNCTION_WORDS.join('、')}です。${guess.ja}`,
      `There is no function ${token.text}. The functions are ${FUNCTION_WORDS.join(', ')}.${guess.en}`,
    );
  }

  #call(name: FunctionName, place: Place): Expression | undefined {
    const token = this.#tokens[this.#at];
    let role: RoleWord | undefined;
    if (token?.kind === 'name') role = ROLE_WORDS.find((word) => word === token.text);
    if (role !== undefined) {
      this.#at++;
      this.take(',');
    }
    const args: Expression[] = [];
    while (!this.take(')')) {
      if (args.length > 0 && !this.take(',')) return this.expected('「、」か「）」', '"," or ")"');
      const arg = this.sum();
      if (arg === undefined) return undefined;
      args.push(arg);
    }
    const [least, most] = ARGUMENTS[name];
    if (args.length < least || args.length > most)
      return this.#findings.error(
        'benefits/bad-expression',
        place,
        `「${name}」に値が${args.length}個あります。${least === most ? `${least}個` : `${least}〜${most}個`}にしてください。`,
        `${name} has ${args.length} values. It takes ${least === most ? least : `${least} to ${most}`}.`,
      );
    return { kind: 'call', name, ...(role !== undefined && { role }), args, place };
  }

  here(): Place {
    const token = this.#tokens[this.#at];
    return within(this.#node.place, token?.at ?? this.#node.value.length);
  }

  /** An error at the next piece. */
  expected(ja: string, en: string): undefined {
    const got = this.#tokens[this.#at]?.text;
    return this.#findings.error(
      'benefits/bad-expression',
      this.here(),
      `「${this.#node.value.slice(0, 80)}」の${got === undefined ? '終わり' : `「${got}」のところ`}に、${ja}が要ります。`,
      `In "${this.#node.value.slice(0, 80)}", expected ${en} ${got === undefined ? 'at the end' : `at "${got}"`}.`,
    );
  }
}

function join(
  op: 'add' | 'sub' | 'mul' | 'div',
  left: Expression,
  right: Expression | undefined,
): Expression | undefined {
  return right === undefined
    ? undefined
    : { kind: 'arithmetic', op, left, right, place: left.place };
}
