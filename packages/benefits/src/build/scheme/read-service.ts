import type { Deadline } from '../../model/programme.ts';
import type { SchemeContact, SchemeDeadline } from './definition.ts';
import { Fields, readDate } from './fields.ts';
import { readUrl } from './read-names.ts';
import { items, type TextNode, type Tree } from './tree.ts';
import type { Findings } from '../finding.ts';

const DEADLINE_KEYS = [
  'id', '説明', 'から', 'まで', '毎年', '月齢', '区切り', '前の日数', 'だれに', '出来事', '日数',
]; // prettier-ignore

/** The kinds of family members that a role of the scheme language stands for. */
export const KINDS_OF_ROLE: ReadonlyMap<string, readonly string[]> = new Map([
  ['保護者', ['self', 'partner']],
  ['子', ['child']],
  ['その他', ['grandparent', 'other']],
]);

/** 「期限」: until when to apply. */
export function readDeadlines(tree: Tree | undefined, findings: Findings): SchemeDeadline[] {
  return items(tree).flatMap((item, at) => {
    const fields = Fields.read(item, DEADLINE_KEYS, '期限', findings);
    if (fields === undefined) return [];
    const id = fields.text('id')?.value ?? `d${at + 1}`;
    const deadline = readDeadline(id, fields);
    const [label, event] = [fields.text('説明'), fields.text('出来事')];
    if (deadline === undefined) return [];
    return [{ deadline, ...(label && { label }), ...(event && { event }) }];
  });
}

function readDeadline(id: string, fields: Fields): Deadline | undefined {
  const { findings } = fields;
  if (fields.has('毎年')) return yearly(id, fields.text('毎年'), findings);
  if (fields.has('月齢')) {
    const months = fields.whole('月齢');
    const edge = fields.choice('区切り', EDGES) ?? 'birthday';
    const before = fields.whole('前の日数');
    const kinds = fields.choice('だれに', KINDS_OF_ROLE);
    if (months === undefined) return undefined;
    return {
      id,
      kind: 'age',
      months,
      edge,
      ...(before !== undefined && { before }),
      ...(kinds && { kinds }),
    };
  }
  if (fields.has('出来事')) {
    const [event, days] = [fields.text('出来事'), fields.whole('日数')];
    if (days === undefined) fields.needed('日数', '15');
    return event === undefined || days === undefined
      ? undefined
      : { id, kind: 'event', event: event.value, days };
  }
  const end = fields.neededText('まで', '2026-03-31');
  const to = end && readDate(end, findings);
  const from = fields.date('から');
  return to === undefined ? undefined : { id, kind: 'window', ...(from && { from }), to };
}

const EDGES: ReadonlyMap<string, 'birthday' | 'school-year-end'> = new Map([
  ['誕生日', 'birthday'],
  ['年度末', 'school-year-end'],
]);

/** 「04-01〜04-30」 or 「04-30」. */
function yearly(id: string, text: TextNode | undefined, findings: Findings): Deadline | undefined {
  if (text === undefined) return undefined;
  const days = text.value.split(/[〜～~]/).map((day) => day.trim());
  const fine = days.every((day) => /^\d\d-\d\d$/.test(day) && isDay(day));
  if (!fine || days.length > 2)
    return findings.error(
      'benefits/date-unreadable',
      text.place,
      `「毎年」に「${text.value}」とあります。04-01〜04-30のように書いてください。`,
      `毎年 is "${text.value}". Write it like 04-01〜04-30.`,
    );
  const [first = '', last] = days;
  return last === undefined
    ? { id, kind: 'yearly', to: first }
    : { id, kind: 'yearly', from: first, to: last };
}

/** A day that some year has. */
function isDay(day: string): boolean {
  const [month = 0, date = 0] = day.split('-').map(Number);
  const time = new Date(Date.UTC(2024, month - 1, date));
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === date;
}

/** 「連絡先」: where somebody answers. */
export function readContacts(tree: Tree | undefined, findings: Findings): SchemeContact[] {
  const keys = ['名前', '受付時間', '電話', 'メール', 'リンク', '住所', '自治体コード'];
  return items(tree).flatMap((item): SchemeContact[] => {
    const fields = Fields.read(item, keys, '連絡先', findings);
    const name = fields?.neededText('名前', 'こども課');
    if (fields === undefined || name === undefined) return [];
    const url = readUrl(fields, 'リンク');
    const [hours, phone, email, address, code] = [
      '受付時間',
      '電話',
      'メール',
      '住所',
      '自治体コード',
    ].map((key) => fields.text(key));
    return [
      {
        name,
        ...(hours && { hours }),
        ...(phone && { phone: phone.value }),
        ...(email && { email: email.value }),
        ...(url !== undefined && { url }),
        ...(address && { address: address.value }),
        ...(code && { municipality: code.value }),
      },
    ];
  });
}
