import type { Pack } from '@yokoten/rules';
import type { Body, Step, StepPack } from '@yokoten/rules/trace';

/** Text inputs by position, with the texts that the rules compare each with. */
type Compared = Map<number, Set<string>>;

/**
 * The texts that rules tell apart, by text input: what stands in comparisons and look-ups that the input can reach. Any other
 * text is treated like any other other one. Only inputs are followed that reach a comparison inside of formulas or through
 * text variables.
 */
export function comparedTexts(
  pack: Pack,
  rules: StepPack,
): ReadonlyMap<number, ReadonlySet<string>> {
  const compared: Compared = new Map();
  const sources = new Map<number, ReadonlySet<number>>();
  for (const formulas of rules.formulas)
    for (const { body } of formulas) collect(pack, rules, body, [], sources, compared);
  return compared;
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
      const known = compared.get(input) ?? new Set();
      for (const text of texts) known.add(text);
      compared.set(input, known);
    }
  };
  for (const step of body.steps) {
    if (step.op === 'eq' || step.op === 'ne') {
      const [a, b] = step.args;
      note(a, constants(steps, b));
      note(b, constants(steps, a));
    }
    if (step.op === 'match')
      for (const [column, arg] of step.args.entries()) {
        const cells = (rules.keys[step.keys] ?? []).map((row) =>
          Array.isArray(row) ? (row as readonly unknown[])[column] : row,
        );
        note(
          arg,
          cells.filter((cell) => typeof cell === 'string'),
        );
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
