import { OpenFiscaError, type OpenFiscaErrorCode, placeAt } from '../error.ts';
import type { Expr, PythonFile } from '../python/ast.ts';
import type { Scope } from './scope.ts';
import type { Session } from './session.ts';
import type { StepBuilder } from './steps.ts';

/** Where the compiler is: in which file, among which names, inside which formula. */
export interface Context {
  readonly session: Session;
  readonly file: PythonFile;
  readonly scope: Scope;
  /** The formula that is being read; none at the level of a module. */
  readonly builder?: StepBuilder;
  /** Functions within functions; stops what would never end. */
  readonly depth: number;
}

/** An error at a place in the Python source. */
export function failAt(
  context: Context,
  at: number,
  code: OpenFiscaErrorCode,
  ja: string,
  en: string,
): OpenFiscaError {
  return new OpenFiscaError(code, { ja, en }, placeAt(context.file.path, context.file.text, at));
}

/** The error for what the compiler does not know: it never passes over anything in silence. */
export function unsupported(
  context: Context,
  { at }: Pick<Expr, 'at'>,
  what: string,
): OpenFiscaError {
  return failAt(
    context,
    at,
    'openfisca/unsupported',
    `この書き方は変換できません: ${what}`,
    `This cannot be compiled: ${what}.`,
  );
}

/** The builder of the formula that is being read. */
export function builderOf(context: Context, at: number): StepBuilder {
  if (context.builder === undefined)
    throw unsupported(context, { at }, 'a value of a household outside of a formula');
  context.builder.line = lineOf(context.file, at);
  return context.builder;
}

const lineStarts = new WeakMap<PythonFile, number[]>();

/** Line of an offset, from 1. */
export function lineOf(file: PythonFile, at: number): number {
  let starts = lineStarts.get(file);
  if (starts === undefined) {
    starts = [0, ...Array.from(file.text.matchAll(/\n/g), ({ index }) => index + 1)];
    lineStarts.set(file, starts);
  }
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= at) low = middle;
    else high = middle;
  }
  return low + 1;
}
