import type { CellKind } from '../kind.ts';

/** Units that only name what is counted or measured, so that dropping them changes no value. */
const UNITS =
  '人|名|台|基|室|席|個|本|件|戸|棟|床|枚|冊|世帯|円|階|回|箇所|か所|カ所|ヶ所|ヵ所|ケ所|m|ｍ|メートル|㎡|m2|m²|平方メートル|平米';
const COUNT = new RegExp(
  `^(-?(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12})(?:\\.\\d{1,20})?)\\s?(${UNITS})$`,
  'u',
);
const PARTLY = /\d/u;

/**
 * A number with its unit, `120人` → `120`, where the whole column uses one unit at most. A number that is not exact
 * (約100, 100以上, 50～60), a unit of another size (km, ha, 千人) and two units in one column are flagged.
 */
export const countWithUnit: CellKind = {
  code: 'open-data/count-with-unit',
  prepare: ({ values }) => {
    let unit: string | undefined;
    return (text) => {
      if (text.length > 60 || !PARTLY.test(text)) return undefined;
      const [, number = '', own] = COUNT.exec(text) ?? [];
      if (own === undefined) return { doubt: 'open-data/unclear-number' };
      unit ??= onlyUnit(values());
      if (unit !== own.normalize('NFKC'))
        return { doubt: 'open-data/unclear-number', expected: number.replaceAll(',', '') };
      return { after: number.replaceAll(',', ''), confidence: 0.95 };
    };
  },
};

/** The unit of a column; blank where it has several, or where something else than a number and a unit stands in it. */
function onlyUnit(values: ReadonlySet<string>): string {
  const units = new Set<string>();
  for (const value of values) {
    const text = value.slice(0, 60).normalize('NFKC').trim();
    const trailing = /^[\d.,-]*\s?([^\d\s.,-][^\s]{0,10})$/u.exec(text)?.[1];
    if (trailing !== undefined && /^[\d.,-]/u.test(text)) units.add(trailing.normalize('NFKC'));
  }
  const [only = '', ...more] = units;
  return more.length > 0 ? '' : only;
}
