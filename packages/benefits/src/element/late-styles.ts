import type { CSSResult } from 'lit';
import { print } from './styles/print.ts';
import { programme } from './styles/programme.ts';
import { whatIf } from './styles/what-if.ts';

/** The look of what is loaded after the first screen. */
export const lateStyles: readonly CSSResult[] = [programme, whatIf, print];
