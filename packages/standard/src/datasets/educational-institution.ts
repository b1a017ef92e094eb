import { column, type Definition } from '../internal/column.ts';
import * as model from '../internal/data-model.ts';
import * as common from '../internal/columns.ts';

const definition: Definition = {
  source:
    'Headers of published files, with and without 教育機関_ before each; order and required marks were not seen.',
  generations: model.layouts(
    ['教育機関'],
    [
      column('学校コード', 'School code'),
      column('学校種', 'Kind of school'),
      column('都道府県番号', 'Prefecture number'),
      column('設置区分', 'National, public or private'),
      column('設置者情報', 'Founder'),
      column('本分校', 'Main school or branch'),
      column('本校学校コード', 'Code of the main school'),
      column('本校学校名', 'Main school'),
      column('学校名', 'Name'),
      column('学校名カナ表記', 'Name in katakana', 'katakana'),
      column('学校略称', 'Short name'),
      column('学校所在地（市区町村）', 'Municipality'),
      column('学校所在地（町字）', 'Town and block'),
      column('学校所在地（番地以下）', 'House number'),
      common.postalCode,
      common.latitude,
      common.longitude,
      column('連絡先名称', 'Whom to ask'),
      column('連絡先電話番号', 'Phone for questions', 'phone'),
      column('属性情報設定年月日', 'Entry valid from', 'date'),
      column('属性情報廃止年月日', 'Entry abolished on', 'date'),
      column('旧学校調査番号', 'Former survey number'),
      column('移行後の学校コード', 'New school code'),
    ],
    { alone: true },
  ),
};
export default definition;
