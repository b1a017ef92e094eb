import { StandardError } from './standard-error.ts';

const ZERO = 0x30;

/**
 * The sixth digit of a 全国地方公共団体コード. The digits times 6, 5, 4, 3, 2 are summed; the check digit is the last digit
 * of 11 less the remainder by 11. Source: 総務省「全国地方公共団体コード」, 検証数字.
 */
function checkDigit(five: string): string {
  let sum = 0;
  for (let i = 0; i < 5; i++) sum += (6 - i) * (five.charCodeAt(i) - ZERO);
  return String((11 - (sum % 11)) % 10);
}

/**
 * Five digits (prefecture and municipality) with their check digit: `13201` → `132012`.
 * @throws StandardError `standard/bad-code` unless it is exactly five ASCII digits.
 */
export function withCheckDigit(five: string): string {
  if (!/^[0-9]{5}$/.test(five)) {
    throw new StandardError('standard/bad-code', {
      ja: `「${five}」は団体コードの5桁の数字ではありません。検査数字を除く5桁を指定してください。`,
      en: `"${five}" is not a five-digit local government code. Give the five digits before the check digit.`,
    });
  }
  return five + checkDigit(five);
}

/**
 * A 全国地方公共団体コード as six ASCII digits, or `undefined` when the text is none. Takes five digits, or six with the
 * right check digit, in full or half width, with spaces around. A lost leading zero is not guessed at:
 * `11002` can be Sapporo's `011002` or a code of Saitama.
 */
export function parseLocalGovernmentCode(text: string): string | undefined {
  const digits = text.normalize('NFKC').trim();
  if (!/^[0-9]{5,6}$/.test(digits)) return undefined;
  const code = withCheckDigit(digits.slice(0, 5));
  return digits.length === 5 || digits === code ? code : undefined;
}
