import type { Findings, Place } from '../../finding.ts';
import { didYouMean } from '../fields.ts';
import type { Measure } from '../measure.ts';

/** What a name stands for once it is compiled. */
export type Meaning =
  | {
      readonly kind: 'variable';
      /** Position in the pack. */
      readonly index: number;
      readonly axis: number;
      readonly type: 'number' | 'bool' | 'date' | 'enum';
      readonly values?: readonly string[];
      readonly positive?: boolean;
      readonly measure?: Measure | undefined;
      readonly covered: Covered;
    }
  | {
      readonly kind: 'figure';
      readonly parameter: number;
      /** Digits behind the point that its values have at most. */
      readonly decimals: number;
      readonly positive: boolean;
      readonly measure?: Measure | undefined;
      readonly covered: Covered;
    }
  | { readonly kind: 'constant'; readonly value: number };

/** The stretches in which something has a value: first day, and last day or none. */
export type Covered = readonly { readonly from: string; readonly to?: string }[];

/** The names of one file, over those of its folder, over those of the language. Compiled when they are asked for. */
export class Scope {
  readonly #makers: ReadonlyMap<string, () => Meaning | undefined>;
  readonly #outer: Scope | undefined;
  readonly #known = new Map<string, Meaning | undefined>();
  readonly #busy: string[] = [];

  constructor(makers: ReadonlyMap<string, () => Meaning | undefined>, outer?: Scope) {
    this.#makers = makers;
    this.#outer = outer;
  }

  /** All names that can be used here. */
  *names(): Generator<string> {
    yield* this.#makers.keys();
    if (this.#outer !== undefined) yield* this.#outer.names();
  }

  /** What a name means; an error where it means nothing, or itself. */
  meaning(name: string, place: Place, findings: Findings): Meaning | undefined {
    const make = this.#makers.get(name);
    if (make === undefined && this.#outer !== undefined)
      return this.#outer.has(name)
        ? this.#outer.meaning(name, place, findings)
        : this.#unknown(name, place, findings);
    if (make === undefined) return this.#unknown(name, place, findings);
    if (this.#known.has(name)) return this.#known.get(name);
    if (this.#busy.includes(name)) {
      const way = [...this.#busy.slice(this.#busy.indexOf(name)), name].join(' → ');
      return findings.error(
        'benefits/circular',
        place,
        `「${name}」が自分自身を使っています。${way}`,
        `"${name}" is worked out of itself: ${way}`,
      );
    }
    this.#busy.push(name);
    const meaning = make();
    this.#busy.pop();
    this.#known.set(name, meaning);
    return meaning;
  }

  has(name: string): boolean {
    return this.#makers.has(name) || (this.#outer?.has(name) ?? false);
  }

  #unknown(name: string, place: Place, findings: Findings): undefined {
    const guess = didYouMean(name, this.names());
    return findings.error(
      'benefits/unknown-name',
      place,
      `「${name}」という名前はありません。${guess.ja === '' ? '「質問」「数値」「計算」のどれかに書いてください。' : guess.ja}`,
      `There is no name "${name}".${guess.en === '' ? ' Define it in 質問, 数値 or 計算.' : guess.en}`,
    );
  }
}

/** The first day of a stretch (`to` excluded) on which there is no value. */
export function gapIn(covered: Covered, from: string, to: string): string | undefined {
  let day = from;
  for (const one of covered.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (one.from > day) break;
    if (one.to === undefined) return undefined;
    if (one.to >= day) day = dayAfter(one.to);
  }
  return day < to ? day : undefined;
}

/** The day after, `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
