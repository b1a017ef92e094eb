import type { DatasetId } from '@yokoten/standard/datasets';
import type { Late } from '../late.ts';
import type { MadeMap, PageLanguage, Product, Town } from '../protocol.ts';
import type { Item, Pane, State } from '../state.ts';
import type { Words } from '../strings/strings.ts';

/** What a person can do; each ends in a new state. */
export interface Acts {
  readonly give: (files: Iterable<File>) => void;
  readonly giveSample: () => void;
  readonly select: (id: number) => void;
  readonly remove: (id: number) => void;
  readonly again: (id: number) => void;
  readonly setDataset: (id: number, as: DatasetId | undefined) => void;
  readonly setPart: (id: number, part: string) => void;
  readonly askTown: (text: string) => void;
  readonly setTown: (town: Town | undefined) => void;
  readonly speak: (language: PageLanguage) => void;
  readonly look: (pane: Pane) => void;
  readonly take: (item: Item, product: Product) => void;
  readonly print: () => void;
  /** The report as a page, made in the worker when it is first looked at. */
  readonly reportOf: (item: Item) => Late<string>;
  readonly mapOf: (item: Item) => Late<MadeMap>;
}

/** What every part of the page is drawn from. */
export interface Context {
  readonly state: State;
  readonly words: Words;
  readonly acts: Acts;
}

/** A number as the language writes it. */
export function figure(value: number, { state }: Context): string {
  return new Intl.NumberFormat(state.language).format(value);
}
