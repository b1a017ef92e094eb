const GROUPS = /^[1-9]\d{0,4}(?:-\d{1,5}){0,2}$/u;
const PLAIN = /^[1-9]\d{8,9}$/u;

/**
 * Whether a phone number lost its first zero. Numbers have 10 digits, mobile and IP ones (050, 070, 080, 090) have 11: one digit
 * less and a first digit that is not zero leave no other reading.
 */
export function lacksZero(text: string): boolean {
  if (!GROUPS.test(text) && !PLAIN.test(text)) return false;
  const digits = text.replaceAll('-', '');
  return digits.length === 9 || (digits.length === 10 && /^[5789]0/u.test(digits));
}
