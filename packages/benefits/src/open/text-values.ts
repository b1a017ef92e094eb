import type { Pack } from '@yokoten/rules';
import type { Body, Step, StepPack } from '@yokoten/rules/trace';

/** A text that is looked up together with another one: which of its values there are for each of the other's. */
interface Within {
  /** Position of the other input, of which there are fewer texts: the prefecture of a municipality. */
  readonly outer: number;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** What rules compare texts with, by position of the text input. */
export interface ComparedTexts {
  readonly texts: ReadonlyMap<number, ReadonlySet<string>>;
  readonly within: ReadonlyMap<number, Within>;
}

/** While it is collected: texts, and rows in which texts of two inputs stand side by side. */
interface Compared {
  readonly texts: Map<number, Set<string>>;
  readonly rows: Map<string, (readonly [string, string])[]>;
}

/**
 * The texts that rules tell apart, by text input: what stands in comparisons and look-ups that the input can reach. Any other
 * text is treated like any other other one. Only inputs are followed that reach a comparison inside of formulas or through
 * text variables.
 */
export function comparedTexts(pack: Pack, rules: StepPack): ComparedTexts {
  const compared: Compared = { texts: new Map(), rows: new Map() };
  const sources = new Map<number, ReadonlySet<number>>();
  for (const formulas of rules.formulas)
    for (const { body } of formulas) collect(pack, rules, body, [], sources, compared);
  return { texts: compared.texts, within: withinOf(compared) };
}

/** Of two texts that are looked up together, the one with more values is asked after the other. */
function withinOf({ texts, rows }: Compared): ReadonlyMap<number, Within> {
  const within = new Map<number, Within>();
  for (const [key, pairs] of rows) {
    const [first = -1, second = -1] = key.split(' ').map(Number);
    const swap = (texts.get(first)?.size ?? 0) > (texts.get(second)?.size ?? 0);
    const [outer, inner] = swap ? [second, first] : [first, second];
    const values = new Map<string, string[]>();
    for (const pair of pairs) {
      const [a, b] = swap ? [pair[1], pair[0]] : pair;
      const known = values.get(a) ?? [];
      if (!known.includes(b)) values.set(a, known.concat(b));
    }
    within.set(inner, { outer, values });
  }
  return within;
}

function collect(
  pack: Pack,
  rules: StepPack,
  body: Body,
  before: readonly Step[],
  sources: Map<number, ReadonlySet<number>>,
  compared: Compared,
): void {
  const steps = [...before, ...body.steps];
  const from = (position: number): ReadonlySet<number> =>
    textInputs(pack, rules, steps, position, sources);
  const note = (position: number, texts: readonly string[]): void => {
    for (const input of from(position)) {
      const known = compared.texts.get(input) ?? new Set();
      for (const text of texts) known.add(text);
      compared.texts.set(input, known);
    }
  };
  for (const step of body.steps) {
    if (step.op === 'eq' || step.op === 'ne') {
      const [a, b] = step.args;
      note(a, constants(steps, b));
      note(b, constants(steps, a));
    }
    if (step.op === 'match') {
      const rows = (rules.keys[step.keys] ?? []).map((row) => [row].flat());
      const columns = step.args.map((_, column) => rows.map((row) => String(row[column])));
      for (const [column, arg] of step.args.entries()) note(arg, columns[column] ?? []);
      const [first, second] = step.args.map((arg) => [...from(arg)]);
      if (first?.length === 1 && second?.length === 1 && step.args.length === 2) {
        const key = `${first[0]} ${second[0]}`;
        const pairs = rows.map((row) => [String(row[0]), String(row[1])] as const);
        compared.rows.set(key, (compared.rows.get(key) ?? []).concat(pairs));
      }
    }
  }
  if (typeof body.result === 'number') return;
  for (const way of [body.result.yes, body.result.no])
    collect(pack, rules, way, steps, sources, compared);
}

function constants(steps: readonly Step[], position: number): string[] {
  const step = steps[position];
  if (step?.kind !== 'text') return [];
  if (step.op === 'const') return [String(step.value)];
  return step.op === 'get' ? [] : (step.args ?? []).flatMap((arg) => constants(steps, arg));
}

/** The text inputs whose text a step can hand on. */
function textInputs(
  pack: Pack,
  rules: StepPack,
  steps: readonly Step[],
  position: number,
  sources: Map<number, ReadonlySet<number>>,
): ReadonlySet<number> {
  const step = steps[position];
  if (step?.kind !== 'text') return new Set();
  if (step.op !== 'get')
    return new Set(
      (step.args ?? []).flatMap((arg) => Array.from(textInputs(pack, rules, steps, arg, sources))),
    );
  const known = sources.get(step.variable);
  if (known !== undefined) return known;
  sources.set(step.variable, new Set());
  const formulas = rules.formulas[step.variable] ?? [];
  const found = new Set(
    formulas.flatMap(({ body }) => resultInputs(pack, rules, body, [], sources)),
  );
  if (formulas.length === 0) found.add(step.variable);
  sources.set(step.variable, found);
  return found;
}

function resultInputs(
  pack: Pack,
  rules: StepPack,
  body: Body,
  before: readonly Step[],
  sources: Map<number, ReadonlySet<number>>,
): number[] {
  const steps = [...before, ...body.steps];
  const { result } = body;
  if (typeof result === 'number') return [...textInputs(pack, rules, steps, result, sources)];
  return [result.yes, result.no].flatMap((way) => resultInputs(pack, rules, way, steps, sources));
}
