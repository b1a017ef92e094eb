import type { CSSResult } from 'lit';
import { answers } from './styles/answers.ts';
import { money } from './styles/money.ts';
import { print } from './styles/print.ts';
import { programme } from './styles/programme.ts';
import { results } from './styles/results.ts';
import { whatIf } from './styles/what-if.ts';

/** The look of what is not asked but told, in the order in which later rules win. */
export const lateStyles: readonly CSSResult[] = [money, answers, results, programme, whatIf, print];
