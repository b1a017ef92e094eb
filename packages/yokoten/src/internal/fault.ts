import type { Localized } from '@yokoten/standard';

/** Where a fault is; `file` as a person would type it, `line` and `column` count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** One thing that stops the work: what was got, what was expected, what to do next. */
export interface Fault {
  /** `yokoten/kebab-name`, or the code of the app's own package; each has a page in docs/errors. */
  readonly code: string;
  readonly message: Localized;
  readonly place?: Place;
}

/** Everything that is wrong at once, in the order of the file, so that a person mends it in one go. */
export class YokotenError extends Error {
  override readonly name = 'YokotenError';
  readonly faults: readonly Fault[];

  constructor(first: Fault, ...others: readonly Fault[]) {
    super(`${first.code}: ${first.message.ja}`);
    this.faults = [first, ...others].toSorted(
      ({ place: a }, { place: b }) =>
        (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
    );
  }
}

/** Throws when there is anything to throw. */
export function stopOn(faults: readonly Fault[]): void {
  const [first, ...others] = faults;
  if (first !== undefined) throw new YokotenError(first, ...others);
}

/** A fault of this package, with one sentence or two per language. */
export function fault(code: `yokoten/${string}`, ja: string, en: string, place?: Place): Fault {
  return { code, message: { ja, en }, ...(place && { place }) };
}
