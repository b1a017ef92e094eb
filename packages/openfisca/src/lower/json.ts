import { type Context, failAt } from './context.ts';
import { bool, float, int, list, NONE, str, type Value } from './value.ts';

/** A JSON text of the package as a value. */
export function jsonValue(context: Context, at: number, text: string): Value {
  try {
    return fromData(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw failAt(
      context,
      at,
      'openfisca/cannot-read',
      `JSONとして読めません（${error.message}）。ファイルを直してください。`,
      `The file is not JSON: ${error.message}.`,
    );
  }
}

function fromData(data: unknown): Value {
  if (data === null) return NONE;
  if (typeof data === 'number') return Number.isInteger(data) ? int(data) : float(data);
  if (typeof data === 'string') return str(data);
  if (typeof data === 'boolean') return bool(data);
  if (Array.isArray(data)) return list(data.map((item) => fromData(item)));
  const entries = Object.entries(data as object);
  return {
    is: 'dict',
    entries: new Map(entries.map(([key, value]) => [key, [str(key), fromData(value)] as const])),
  };
}
