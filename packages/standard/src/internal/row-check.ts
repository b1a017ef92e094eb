import type { Column, Row, RowIssue, RowIssueCode } from '../dataset.ts';
import type { SchemaResult } from '../standard-schema.ts';
import type { Localized } from '../units.ts';
import { formatRules } from '../format-rules.ts';
import { checkValue, listOf } from './value-check.ts';

type Text = Localized & { readonly en: string };

const LONGEST_QUOTE = 40;

function quoted(value: string): string {
  return value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value;
}

function issue(code: RowIssueCode, path: readonly string[], text: Text): RowIssue {
  return { code, path, text, message: text.en };
}

function missing({ name }: Column): RowIssue {
  return issue('standard/required-missing', [name], {
    ja: `「${name}」は必須ですが、空欄です。値を入れてください。`,
    en: `${name} is required but blank. Fill it in.`,
  });
}

function wrong(
  code: RowIssueCode,
  { name }: Column,
  value: string,
  ja: string,
  en: string,
): RowIssue {
  return issue(code, [name], {
    ja: `「${name}」に「${quoted(value)}」とあります。${ja}で書いてください。`,
    en: `${name} is "${quoted(value)}". It should be ${en}.`,
  });
}

function oneOf({ format }: Column, values: readonly string[]): Text {
  const blank = format === 'flag' ? ['、空欄', ' or blank'] : ['', ''];
  return {
    ja: `${values.join('、')}${blank[0]}のどれか`,
    en: `one of ${values.join(', ')}${blank[1]}`,
  };
}

function checkCell(column: Column, cell: unknown): RowIssue | undefined {
  if (cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')) {
    return column.required === 'required' ? missing(column) : undefined;
  }
  if (typeof cell !== 'string' && typeof cell !== 'number') {
    return wrong('standard/format', column, typeof cell, '文字か数値', 'text or a number');
  }
  const value = String(cell);
  const rule = formatRules[column.format];
  const values = listOf(rule, column);
  const code = checkValue(rule, values, value);
  if (code === undefined) return undefined;
  const { ja, en } = rule.expected ?? oneOf(column, values ?? []);
  return wrong(code, column, value, ja, en);
}

/** Checks one row against the columns; the row itself is the output. */
export function checkRow(columns: readonly Column[], value: unknown): SchemaResult<Row, RowIssue> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      issues: [
        issue('standard/not-a-row', [], {
          ja: '行は、列名をキーとするオブジェクトで渡してください。',
          en: 'A row must be an object keyed by column names.',
        }),
      ],
    };
  }
  const row = value as Row;
  const issues = columns.flatMap((column) => {
    const cell = Object.hasOwn(row, column.name) ? row[column.name] : undefined;
    return checkCell(column, cell) ?? [];
  });
  return issues.length > 0 ? { issues } : { value: row };
}
