import type { Place } from '../finding.ts';
import type { Measure } from './measure.ts';

/** Whom a value is added up, counted or compared over. */
export type RoleWord = '保護者' | '子' | 'その他' | '全員';

/** The words for roles. */
export const ROLE_WORDS: readonly RoleWord[] = ['保護者', '子', 'その他', '全員'];

/** A function of the scheme language. */
export type FunctionName =
  | '合計'
  | '最大'
  | '最小'
  | '人数'
  | 'だれか'
  | '切り捨て'
  | '切り上げ'
  | '四捨五入'
  | 'もし';

/** The words for functions. */
export const FUNCTION_WORDS: readonly FunctionName[] = [
  '合計', '最大', '最小', '人数', 'だれか', '切り捨て', '切り上げ', '四捨五入', 'もし',
]; // prettier-ignore

/** A calculation as it is written, with the place of every part. */
export type Expression = { readonly place: Place } &
  /** `top / bottom`, both whole: 1.3 is 13 / 10, exactly. */
  (
    | {
        readonly kind: 'number';
        readonly top: number;
        readonly bottom: number;
        readonly measure?: Measure;
      }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'negative'; readonly of: Expression }
    | {
        readonly kind: 'arithmetic';
        readonly op: 'add' | 'sub' | 'mul' | 'div';
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'call';
        readonly name: FunctionName;
        readonly role?: RoleWord;
        readonly args: readonly Expression[];
      }
  );
