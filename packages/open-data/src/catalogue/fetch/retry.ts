/** Statuses that say nothing about the request, only about the moment. */
const PASSING = [429, 500, 502, 503, 504];

/** Whether the same request may work a little later. */
export function passes(status: number): boolean {
  return PASSING.includes(status);
}

/**
 * How long a `Retry-After` asks to wait, in milliseconds: seconds or a date (RFC 9110, section 10.2.3).
 * `undefined` where it is missing or unreadable.
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/u.test(value)) return Number(value) * 1000;
  const date = /[a-z]/iu.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The pause before the next attempt: 1, 2, 4 … seconds, at most 30. */
export function backoff(attempt: number): number {
  return Math.min(30_000, 1000 * 2 ** attempt);
}
