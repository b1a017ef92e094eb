/** The unknown inputs that a value relies on: a bit for each, by its position. */
export type Reliance = bigint;

/** The set of one input. */
export function relianceOn(input: number): Reliance {
  return 1n << BigInt(input);
}

/** Whether an input is in a set. */
export function relies(set: Reliance, input: number): boolean {
  return (set & relianceOn(input)) !== 0n;
}

/** The inputs of a set, by position. */
export function inputsOf(set: Reliance): ReadonlySet<number> {
  const inputs = new Set<number>();
  for (let [at, rest] = [0, set]; rest !== 0n; at++, rest >>= 1n)
    if ((rest & 1n) === 1n) inputs.add(at);
  return inputs;
}
