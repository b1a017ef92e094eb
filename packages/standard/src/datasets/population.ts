import { column, current, recommended, type Definition } from '../internal/column.ts';
import * as common from '../internal/columns.ts';
import * as previous from '../internal/previous-columns.ts';

const count = (name: string, en: string) => column(name, en, 'integer');
/** 0-4, 5-9, … 80-84 and from 85 on, men before women. */
const ages = Array.from({ length: 18 }, (_, i) => {
  const from = i * 5;
  const [years, en] =
    i < 17 ? [`${from}-${from + 4}歳`, `${from}-${from + 4}`] : ['85歳以上', '85 or more'];
  return [count(`${years}の男性`, `Men aged ${en}`), count(`${years}の女性`, `Women aged ${en}`)];
}).flat();
const people = [
  column('調査年月日', 'Counted on', 'date'),
  column('地域名', 'Area'),
  count('総人口', 'Population'),
  count('男性', 'Men'),
  count('女性', 'Women'),
  ...ages,
];
const areaCode = column('地域コード', 'Area code');
const households = count('世帯数', 'Households');

const definition: Definition = {
  source:
    'Headers of published files, one of which has a 47th column that was not seen; the official definition (book A, 3.09, 2026-08-01) was not seen.',
  generations: [
    current([common.code, areaCode, common.publisher, ...people, households, common.note]),
    recommended(
      [previous.ownerCode, areaCode, ...previous.ownerNames, ...people, households, common.note],
      people.map(({ name }) => name),
    ),
  ],
};
export default definition;
