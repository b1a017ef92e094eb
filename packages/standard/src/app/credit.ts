import type { Localized } from '../units.ts';

/** Who made the data, and under which terms. `licence: null` means: the source states none, and the page says so. */
export interface Credit {
  readonly source: Localized;
  readonly url?: string;
  /** SPDX id or name. */
  readonly licence: string | null;
  readonly licenceUrl?: string;
  /** Date or year of the data as the source states it, ISO 8601 (`2022`, `2022-10` or `2022-10-05`). */
  readonly date?: string;
  /** 加工: the data was changed on its way here; the text says how. */
  readonly processed?: Localized;
}

/** Whom to ask. */
export interface Contact {
  readonly label: Localized;
  readonly value: string;
  /** https, tel or mailto. */
  readonly url?: string;
}

/** A raster background in the `{z}/{x}/{y}` scheme (Web Mercator). */
export interface Background {
  readonly url: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly credit: Credit;
}
