import { type Column, formatRules } from '@yokoten/standard/datasets';

/** The dictionary as JSON Schema has it; ranges and check digits of text it cannot say. */
export function rowSchema(columns: readonly Column[]): object {
  const properties = columns.map((column) => [column.name, cellSchema(column)]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}

function cellSchema(column: Column): object {
  const rule = formatRules[column.format];
  const codes = (column.codes ?? []).map(({ value }) => value);
  const values = rule.values === 'codes' ? codes : rule.values;
  if (values !== undefined) return { enum: ['', ...values] };
  const pattern = rule.pattern === undefined ? {} : { pattern: `^$|${rule.pattern}` };
  return { type: 'string', ...pattern };
}
