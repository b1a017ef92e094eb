import type { Column } from '../dataset.ts';
import { column } from './column.ts';

export const ownerCode: Column = column(
  '都道府県コード又は市区町村コード',
  'Local government code',
  'municipality-code',
);
export const number: Column = column('NO', 'Number');
export const ownerNames: readonly Column[] = [
  column('都道府県名', 'Prefecture'),
  column('市区町村名', 'Municipality'),
];
/** What most datasets of 推奨データセット基本編 begin with. */
export const owner: readonly Column[] = [ownerCode, number, ...ownerNames];
export const address: Column = column('住所', 'Address', 'string', { aliases: ['所在地'] });
export const building: Column = column('方書', 'Building');
