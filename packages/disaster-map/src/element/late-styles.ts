import type { CSSResult } from 'lit';
import { detail } from './styles/detail.ts';
import { hazards } from './styles/hazards.ts';

/** The look of what is loaded on demand, in the order in which later rules win. */
export const lateStyles: CSSResult[] = [detail, hazards];
