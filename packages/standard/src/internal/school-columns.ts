import type { Column } from '../dataset.ts';
import { column } from './column.ts';

export const id: Column = column('学校ID', 'School ID');
export const code: Column = column('学校コード', 'School code');
export const name: Column = column('学校名称', 'School');
export const nameKana: Column = column('学校名称_カナ', 'School in katakana', 'katakana');
export const address: readonly Column[] = [
  column('学校所在地_都道府県名', 'Prefecture of the school'),
  column('学校所在地_郡名', 'County of the school'),
  column('学校所在地_市区町村名', 'Municipality of the school'),
  column('学校所在地_行政区名', 'Ward of the school'),
  column(
    '学校所在地_全国地方公共団体コード',
    'Local government code of the school',
    'municipality-code',
  ),
];
