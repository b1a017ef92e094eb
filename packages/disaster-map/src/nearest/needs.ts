import type { FieldRole } from '../document.ts';
import { valueOf, type Entry } from '../state/entry.ts';

/** What a person needs a place to have. */
const NEEDS: readonly Need[] = ['step-free', 'pets'];
export type Need = Extract<FieldRole, 'step-free' | 'pets'>;

/** Whether a place has it. What the data does not say is `unknown`, never `no`. */
export type Answer = 'yes' | 'unknown' | 'no';

const YES = new Set([
  '1',
  '1.0',
  '○',
  '〇',
  '◯',
  '◎',
  '有',
  '有り',
  'あり',
  '可',
  '可能',
  'true',
  'yes',
]);
const NO = new Set(['0', '0.0', '×', '✕', 'x', '無', '無し', 'なし', '不可', 'false', 'no']);

/** What a cell says. Only whole words count: in 「条件つきで可」 nobody but a reader can decide. */
export function readAnswer(cell: string | undefined): Answer {
  const word = (cell ?? '').normalize('NFKC').trim().toLowerCase();
  return YES.has(word) ? 'yes' : NO.has(word) ? 'no' : 'unknown';
}

/** Whether `entry` has what is needed. */
export function answerOf(entry: Entry, need: Need): Answer {
  return readAnswer(valueOf(entry, need));
}

/** The needs that the data says anything about, for at least one place. */
export function answeredNeeds(entries: readonly Entry[]): readonly Need[] {
  return NEEDS.filter((need) => entries.some((entry) => answerOf(entry, need) !== 'unknown'));
}
