import type { ElementProblem } from '@yokoten/ui';
import { BenefitsError } from '../error.ts';

/** What failed, as an error with sentences states it, or else as it is thrown. */
export function problemOf(cause: unknown): ElementProblem {
  const stated = isStated(cause)
    ? cause
    : new BenefitsError('benefits/not-worked-out', [String(cause)], { cause });
  const { ja, en = ja } = stated.text;
  return { code: stated.code, message: { ja, en }, cause: stated.cause ?? cause };
}

interface Stated extends Error {
  readonly code: string;
  readonly text: { readonly ja: string; readonly en?: string };
}

function isStated(cause: unknown): cause is Stated {
  return (
    cause instanceof Error &&
    'code' in cause &&
    typeof cause.code === 'string' &&
    'text' in cause &&
    typeof cause.text === 'object'
  );
}
