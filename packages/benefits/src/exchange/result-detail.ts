import type { MoneyKind } from '../model/programme.ts';
import type { Chosen } from '../open/chosen.ts';
import type { Results, Total } from '../result/results.ts';
import type { Status } from '../result/status.ts';

/** What an embedding page is told: results, never an answer. Plain data. */
export interface ResultDetail {
  readonly pack: string;
  readonly version: string;
  readonly set: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly sample: boolean;
  /** How many of the programmes no answer can change any more. */
  readonly settled: number;
  readonly results: readonly {
    readonly programme: string;
    readonly status: Status;
    readonly money: MoneyKind;
    /** Whole yen; nothing where there is no upper limit yet. */
    readonly least: number;
    readonly most: number | null;
    readonly settled: boolean;
  }[];
  readonly totals: readonly Total[];
}

/** Results as an embedding page gets them. */
export function resultDetail(
  { pack, set, date }: Chosen,
  { results, totals, settled }: Results,
): ResultDetail {
  return {
    pack: pack.id,
    version: pack.version,
    set: set.id,
    date,
    sample: pack.sample === true,
    settled,
    results: results.map(({ programme, status, amount, settled: final }) => ({
      programme: programme.id,
      status,
      money: programme.money,
      least: Number.isFinite(amount.least) ? amount.least : 0,
      most: Number.isFinite(amount.most) ? amount.most : null,
      settled: final,
    })),
    totals,
  };
}
