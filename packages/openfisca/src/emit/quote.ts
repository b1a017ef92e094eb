/**
 * A text as a JavaScript string literal: the one way in which anything of a country package gets into generated code. Safe
 * in a module and, should somebody inline it, in a `<script>`.
 */
export function quote(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u2028\u2029<]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Plain data as a JavaScript expression. */
export function literal(data: unknown): string {
  if (typeof data === 'string') return quote(data);
  if (typeof data === 'number') return numberLiteral(data);
  if (typeof data === 'boolean' || data === null) return String(data);
  if (Array.isArray(data)) return `[${data.map((item) => literal(item)).join(',')}]`;
  const entries = Object.entries(data as object).filter(([, value]) => value !== undefined);
  // In brackets, a key named __proto__ is a key.
  return `{${entries.map(([key, value]) => `${keyLiteral(key)}:${literal(value)}`).join(',')}}`;
}

function keyLiteral(key: string): string {
  if (/^[a-z]\w*$/i.test(key)) return key;
  return key === '__proto__' ? '["__proto__"]' : quote(key);
}

/** A number; numbers that are none have names of their own. */
function numberLiteral(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return Object.is(value, -0) ? '-0' : String(value);
}
