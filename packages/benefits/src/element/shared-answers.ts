import type { CheckState } from '../ask/state.ts';
import { choose } from '../open/chosen.ts';
import { openQuestions, type Questions } from '../open/questions.ts';
import { readShared } from '../share/fragment.ts';

export { needsPassphrase, takeShared } from '../share/fragment.ts';

/**
 * The answers in a shared text, with the check of the question set that they were given to.
 * @throws BenefitsError as `readShared` does
 */
export async function openShared(
  check: Questions,
  shared: string,
  passphrase: string | undefined,
): Promise<{ readonly check: Questions; readonly state: CheckState }> {
  const sets = check.pack.sets?.map(({ id }) => id).filter((id) => id !== check.set.id) ?? [];
  let first: unknown;
  for (const set of [check.set.id, ...sets]) {
    const opened =
      set === check.set.id
        ? check
        : await openQuestions(choose(check.pack, { date: check.date, set }));
    try {
      const { state, from } = await readShared(opened, shared, passphrase);
      if (from.set === set || !sets.includes(from.set)) return { check: opened, state };
    } catch (cause) {
      // What another set asks may mean nothing in this one.
      first ??= cause;
    }
  }
  throw first;
}
