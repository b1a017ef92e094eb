import { en } from './en.ts';
import { jaSimple } from './ja-simple.ts';
import { ja, type AppStrings } from './ja.ts';

/** Every table at once, for the characters a page may show. */
export const tables: readonly AppStrings[] = [ja, en, jaSimple];
