import type { CSSResult } from 'lit';
import { ask } from './styles/ask.ts';
import { filters } from './styles/filters.ts';
import { header } from './styles/header.ts';
import { list } from './styles/list.ts';
import { nearStart } from './styles/near-start.ts';
import { page } from './styles/page.ts';
import { print } from './styles/print.ts';
import { sheet } from './styles/sheet.ts';

/** The look of the first list and map, in the order in which later rules win; what is loaded on demand brings its own. */
export const styles: CSSResult[] = [page, header, sheet, list, nearStart, ask, filters, print];
