import type { CSSResult } from 'lit';
import { detail } from './styles/detail.ts';
import { filters } from './styles/filters.ts';
import { hazards } from './styles/hazards.ts';
import { header } from './styles/header.ts';
import { list } from './styles/list.ts';
import { near } from './styles/near.ts';
import { page } from './styles/page.ts';
import { print } from './styles/print.ts';
import { sheet } from './styles/sheet.ts';

/** The look of `<disaster-map>`, in the order in which later rules win. */
export const styles: CSSResult[] = [
  page,
  header,
  sheet,
  list,
  near,
  detail,
  hazards,
  filters,
  print,
];
