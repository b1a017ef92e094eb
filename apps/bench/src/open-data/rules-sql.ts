import { type CheckDigit, type Column, formatRules } from '@yokoten/standard/datasets';

/** One rule of the list, as a condition in SQL that is true where a row breaks it. */
export interface SqlRule {
  readonly code: string;
  readonly column: string;
  readonly condition: string;
}

const LAT = '緯度';
const LNG = '経度';
const NAME = '名称';

/**
 * Blank cells are NULL, as `read_csv` makes them, and have no blanks around them. The rules `check` of @yokoten/open-data has for a file with these columns, from the same dictionary: formats, positions,
 * names. They look at the columns of {@link placeColumnsSql}.
 */
export function sqlRules(columns: readonly Column[]): SqlRule[] {
  const formats = columns
    .filter(({ name }) => name !== LAT && name !== LNG)
    .flatMap((column) => formatSql(column));
  return [...formats, ...placeRules()];
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** RE2 writes code points with braces. */
function pattern(source: string): string {
  return text(source.replace(/\\u([0-9a-f]{4})/gu, String.raw`\x{$1}`));
}

function formatSql(column: Column): SqlRule[] {
  const { name } = column;
  const cell = quoted(name);
  const rule = formatRules[column.format];
  const of = (code: string, condition: string): SqlRule[] => [{ code, column: name, condition }];
  const codes = (column.codes ?? []).map(({ value }) => value);
  const values = rule.values === 'codes' ? codes : rule.values;
  if (values !== undefined) {
    return of('standard/unlisted-code', `${cell} NOT IN (${values.map(text).join(', ')})`);
  }
  if (rule.pattern === undefined) return [];
  const fits = `regexp_full_match(${cell}, ${pattern(rule.pattern)})`;
  const day = rule.calendar === true ? ` OR try_cast(${cell} AS DATE) IS NULL` : '';
  const broken = of('standard/format', `NOT ${fits}${day}`);
  if (rule.checkDigit === undefined) return broken;
  return [
    ...broken,
    ...of('standard/check-digit', `${fits} AND ${checkDigitSql(cell, rule.checkDigit)}`),
  ];
}

function checkDigitSql(cell: string, { position, weights, modulus }: CheckDigit): string {
  const digit = (at: number): string => `(ascii(substr(${cell}, ${at + 1}, 1)) - 48)`;
  const sum = weights
    .flatMap((weight, at) => (weight === 0 ? [] : [`${weight} * ${digit(at)}`]))
    .join(' + ');
  return `${digit(position)} <> (${modulus} - (${sum}) % ${modulus}) % 10`;
}

const half = (cell: string): string =>
  `CASE WHEN regexp_full_match(${cell}, '[-+.0-9]*') THEN ${cell} ELSE ` +
  `translate(${cell}, '０１２３４５６７８９．－＋−‐‑‒–—―', '0123456789.-+-------') END`;
const number = (cell: string): string =>
  `CASE WHEN regexp_full_match(${cell}, '[-+]?[0-9]{1,20}(?:\\.[0-9]{0,40})?') THEN CAST(${cell} AS DOUBLE) END`;

/**
 * Positions read once a row: `_y` and `_x` are degrees, NULL where the cell is no number. Full-width digits are read too;
 * cells of plain ASCII cost no more than a look.
 */
export function placeColumnsSql(from: string): string {
  return (
    `SELECT *, ${number('_lat')} AS _y, ${number('_lng')} AS _x FROM ` +
    `(SELECT *, ${half(quoted(LAT))} AS _lat, ${half(quoted(LNG))} AS _lng FROM ${from})`
  );
}

const north = (value: string): string => `${value} BETWEEN 20 AND 46`;
const east = (value: string): string => `${value} BETWEEN 122 AND 154`;
const rule = (name: string, column: string, condition: string): SqlRule => ({
  code: `open-data/${name}`,
  column,
  condition,
});

function placeRules(): SqlRule[] {
  const [lat, lng] = [quoted(LAT), quoted(LNG)];
  const filled = `${lat} IS NOT NULL AND ${lng} IS NOT NULL`;
  const inJapan = `(${north('_y')} AND ${east('_x')})`;
  const swapped = `(${north('_x')} AND ${east('_y')})`;
  const elsewhere = `NOT ${inJapan} AND NOT ${swapped}`;
  const lostLat = lostPoint('_y', 20, 46);
  const lostLng = lostPoint('_x', 122, 154);
  return [
    rule('no-coordinates', LAT, `${lat} IS NULL`),
    rule('no-coordinates', LNG, `${lat} IS NOT NULL AND ${lng} IS NULL`),
    rule('not-a-number', LAT, `${filled} AND _y IS NULL`),
    rule('not-a-number', LNG, `${filled} AND _y IS NOT NULL AND _x IS NULL`),
    rule('swapped-latlng', LAT, `NOT ${inJapan} AND ${swapped}`),
    rule('lost-decimal-point', LAT, `${elsewhere} AND ${lostLat}`),
    rule('lost-decimal-point', LNG, `${elsewhere} AND NOT ${lostLat} AND ${lostLng}`),
    rule(
      'out-of-japan',
      LAT,
      `${elsewhere} AND NOT ${lostLat} AND NOT ${lostLng} AND NOT (${north('_y')})`,
    ),
    rule(
      'out-of-japan',
      LNG,
      `${elsewhere} AND NOT ${lostLat} AND NOT ${lostLng} AND ${north('_y')}`,
    ),
    rule('full-width-number', LAT, `${inJapan} AND _lat <> ${lat}`),
    rule('full-width-number', LNG, `${inJapan} AND _lng <> ${lng}`),
    rule('no-name', NAME, `${inJapan} AND ${quoted(NAME)} IS NULL`),
  ];
}

/** A whole number that is plausible once a point stands behind its first digits. */
function lostPoint(value: string, least: number, most: number): string {
  const places = `ceil(log10(${value} / ${most}.0))`;
  return `(${value} >= 1000 AND ${value} = floor(${value}) AND ${value} / pow(10, ${places}) >= ${least})`;
}
