/** Characters an expression may have, and brackets within brackets. */
const [LONGEST, DEEPEST] = [2000, 50];

/**
 * What an arithmetic expression of a test comes to, `395.04 * (1 - 0.005)`; nothing for a text that is none. OpenFisca's tests
 * write expected values that way.
 */
export function evaluateExpression(text: string): number | undefined {
  if (text.length > LONGEST || !/^[\d\s.+\-*/()e_]+$/i.test(text)) return undefined;
  const reader = new Reader(
    text.match(/\d[\d_]*\.?\d*(?:e[+-]?\d+)?|\.\d+|\*\*|\/\/|[+\-*/()]/gi) ?? [],
  );
  return reader.whole();
}

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  whole(): number | undefined {
    const value = this.#sum();
    return this.#at === this.#tokens.length && Number.isFinite(value) ? value : undefined;
  }

  #take(...wanted: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.#at++;
    return token;
  }

  #sum(): number {
    let value = this.#product();
    for (let op = this.#take('+', '-'); op !== undefined; op = this.#take('+', '-')) {
      const next = this.#product();
      value = op === '+' ? value + next : value - next;
    }
    return value;
  }

  #product(): number {
    let value = this.#factor();
    for (let op = this.#take('*', '/', '//'); op !== undefined; op = this.#take('*', '/', '//')) {
      const next = this.#factor();
      value = op === '*' ? value * next : op === '/' ? value / next : Math.floor(value / next);
    }
    return value;
  }

  #factor(): number {
    if (++this.#depth > DEEPEST) return Number.NaN;
    const value = this.#take('-') === undefined ? this.#power() : -this.#factor();
    this.#depth--;
    return value;
  }

  #power(): number {
    this.#take('+');
    const base = this.#atom();
    return this.#take('**') === undefined ? base : base ** this.#factor();
  }

  #atom(): number {
    if (this.#take('(') === undefined) {
      const token = this.#tokens[this.#at++] ?? '';
      return /^[\d.]/.test(token) ? Number(token.replaceAll('_', '')) : Number.NaN;
    }
    const value = this.#sum();
    return this.#take(')') === undefined ? Number.NaN : value;
  }
}
