import type { Localized } from '@yokoten/standard';

/** Where a rule or a figure is written down, and since when it is so. */
export interface LegalSource {
  /** The law, ordinance or notice, as it calls itself; with its number where it has one. */
  readonly title: Localized;
  /** `第6条第1項第1号` */
  readonly article?: string;
  /** An https address at which it can be read. */
  readonly url?: string;
  /** First day on which it holds in this wording, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day, `YYYY-MM-DD`; without it it is in force. */
  readonly to?: string;
}

/** The sources of a pack's rules, by what they are about. Loaded with the steps. */
export interface PackSources {
  /** By variable. */
  readonly variables: Readonly<Record<string, readonly LegalSource[]>>;
  /** By parameter path. */
  readonly parameters: Readonly<Record<string, readonly LegalSource[]>>;
}
