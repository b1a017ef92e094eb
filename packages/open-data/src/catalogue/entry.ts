import type { Localized } from '@yokoten/standard';
import type { QuirkCode } from './catalogue-code.ts';
import type { RequestFacts } from './catalogue-error.ts';

/** A licence, as far as what a catalogue writes can be understood. */
export interface Licence {
  /**
   * SPDX id (`CC-BY-4.0`); `LicenseRef-…` for a known one that SPDX does not list or whose version is not said
   * (`LicenseRef-PDL-1.0`, `LicenseRef-CC-BY`), `LicenseRef-unknown` for a text that is none of them, `unstated`.
   */
  readonly id: string;
  /** As the catalogue writes it; `null` where it writes nothing. */
  readonly written: string | null;
  /** Where its text is, if the catalogue says. */
  readonly url?: string;
}

/** A date as it is written, and as ISO 8601 where it can be read: a day, a month, a year, or an instant with offset. */
export interface WrittenDate {
  readonly written: string;
  readonly iso?: string;
}

/** Something odd about an entry. `explainCatalogue` turns it into a sentence. */
export interface Quirk {
  readonly code: QuirkCode;
  readonly facts: RequestFacts;
}

/** One file or interface of an entry. */
export interface CatalogueResource {
  /** Absolute, http or https, percent-encoded. */
  readonly url: string;
  readonly title?: string;
  /** As the catalogue declares it, e.g. `CSV`; what the file really is shows only when it is read. */
  readonly format?: string;
  /** Bytes as the catalogue says them; some round. */
  readonly statedSize?: number;
  readonly licence?: Licence;
  readonly updated?: WrittenDate;
  /** Set where the address is no file but an interface that has to be paged: see `readRows`. */
  readonly api?: 'tokyo-api' | 'bodik-wapi';
}

/** Which municipality an entry is of, and how that is known. */
export interface EntryMunicipality {
  /** Six digits. */
  readonly code: string;
  readonly from: 'publisher-id' | 'dataset-id' | 'publisher-name' | 'column';
}

/** A dataset of a catalogue: what is published, by whom, under which licence, as which files. */
export interface CatalogueEntry {
  /** The catalogue's own id; with `source` it names the entry. */
  readonly id: string;
  /** Id of the {@link CatalogueSource} it came from. */
  readonly source: string;
  readonly title: string;
  /** Where a person can read about it. */
  readonly page?: string;
  readonly description?: string;
  readonly publisher?: string;
  readonly municipality?: EntryMunicipality;
  readonly tags: readonly string[];
  /** As written: catalogues know well over a hundred spellings. */
  readonly frequency?: string;
  readonly licence: Licence;
  readonly updated?: WrittenDate;
  readonly resources: readonly CatalogueResource[];
  readonly quirks: readonly Quirk[];
}

/** A catalogue for people: its name and what must be known about it. */
export interface SourceLabel {
  readonly id: string;
  readonly title: Localized;
  /** Set where it holds one prefecture only: its first two digits. It is not asked about others. */
  readonly prefecture?: string;
}
