import type { Pack } from '@yokoten/rules';
import type { Body, StepPack } from '@yokoten/rules/trace';

/** Every variable that a formula body may ask for. */
function* askedBy({ steps, result }: Body): Generator<number> {
  for (const step of steps) if (step.op === 'get') yield step.variable;
  if (typeof result === 'number') return;
  yield* askedBy(result.yes);
  yield* askedBy(result.no);
}

/** Whether nothing works a variable out on a day: it is known only when somebody says it. */
function isInput(pack: Pack, rules: StepPack, index: number, date: string): boolean {
  const end = pack.variables[index]?.end;
  return (
    (end === undefined || date <= end) &&
    !(rules.formulas[index] ?? []).some(({ from }) => from <= date)
  );
}

/**
 * The inputs that a variable can depend on, as far as rules go: positions in the pack, in the order in which they are met.
 * @param date `YYYY-MM-DD`
 */
export function inputsBehind(
  pack: Pack,
  rules: StepPack,
  output: number,
  date: string,
): ReadonlySet<number> {
  const seen = new Set<number>();
  const inputs = new Set<number>();
  const waiting = [output];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    if (isInput(pack, rules, index, date)) inputs.add(index);
    for (const { body } of rules.formulas[index] ?? []) waiting.push(...askedBy(body));
  }
  return inputs;
}
