import type { LedgerEntry, LedgerStatus } from '@yokoten/open-data/unify';
import type { Language } from '../language.ts';
import { alignColumns, printable } from '../terminal-text.ts';

const STATUS: Readonly<Record<LedgerStatus, Readonly<Record<Language, string>>>> = {
  ok: { ja: '使用', en: 'ok' },
  degraded: { ja: '使用（要確認）', en: 'degraded' },
  skipped: { ja: '不使用', en: 'skipped' },
  failed: { ja: '読めない', en: 'failed' },
};
const REASONS_SHOWN = 3;

/** What became of each file, one line each: status, file, dataset, rows, the weightiest reasons. */
export function ledgerLines(ledger: readonly LedgerEntry[], language: Language): string[] {
  const ja = language === 'ja';
  return alignColumns(
    ledger.map(({ status, file, part, dataset, rows, merged, reasons }) => [
      STATUS[status][language],
      printable(part === undefined ? file : `${file} (${part})`),
      dataset ?? '–',
      ja ? `${merged}/${rows}行` : `${merged}/${rows} rows`,
      reasons
        .slice(0, REASONS_SHOWN)
        .map(({ code, count }) => (count > 1 ? `${code} ×${count}` : code))
        .join(', '),
    ]),
  );
}
