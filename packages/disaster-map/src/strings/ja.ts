import { jaFirst, type FirstStrings } from './ja-first.ts';
import { jaLate, type LateStrings } from './ja-late.ts';
import { nearJa, type NearStrings } from './near-ja.ts';

/** Every text of the map's element. */
export interface MapStrings extends FirstStrings, LateStrings, NearStrings {}

export const ja: MapStrings = { ...jaFirst, ...jaLate, ...nearJa };
