import type { AgeCertainty } from '../../listing/model.ts';

/** What was changed in a record so that it can be used; `before` is what stands in the file. */
export interface Repair {
  /** The record's id, or its number in the file. */
  readonly id: string;
  readonly field: string;
  readonly kind: RepairKind;
  readonly before: string;
  readonly after: string;
}

/** `link`: taken out of a text. `date`, `code`: written in the usual way. `cut`: the rest is on the page that is linked. */
export type RepairKind = 'link' | 'date' | 'code' | 'cut' | 'blank';

/** What could not be used as it is, and was left. */
export type Trouble =
  | 'no-title'
  | 'no-municipality'
  | 'unlisted-municipality'
  | 'no-id'
  | 'duplicate-id'
  | 'date-in-words'
  | 'date-unreadable'
  | 'link-not-https'
  | 'ages-contradict'
  | 'not-readable';

/** How good the records of a file are: shown before anybody relies on them. */
export interface QualityReport {
  readonly file: string;
  readonly records: number;
  readonly used: number;
  readonly ages: Readonly<Record<AgeCertainty, number>>;
  /** With a last day to apply. */
  readonly deadlines: number;
  readonly contacts: number;
  readonly repairs: Readonly<Record<string, number>>;
  readonly troubles: Readonly<Record<string, number>>;
  /** The first of each kind, to look at. */
  readonly examples: readonly {
    readonly trouble: Trouble;
    readonly id: string;
    readonly value: string;
  }[];
}

const EXAMPLES = 5;

/** Counts what an import meets. */
export class Quality {
  readonly repairs: Repair[] = [];
  readonly #file: string;
  readonly #ages: Record<AgeCertainty, number> = { explicit: 0, inferred: 0, unknown: 0 };
  readonly #repaired = new Map<string, number>();
  readonly #troubles = new Map<Trouble, number>();
  readonly #examples: { trouble: Trouble; id: string; value: string }[] = [];
  records = 0;
  used = 0;
  deadlines = 0;
  contacts = 0;

  constructor(file: string) {
    this.#file = file;
  }

  age(certainty: AgeCertainty): void {
    this.#ages[certainty]++;
  }

  repair(repair: Repair): void {
    this.repairs.push(repair);
    this.#repaired.set(repair.kind, (this.#repaired.get(repair.kind) ?? 0) + 1);
  }

  trouble(trouble: Trouble, id: string, value = ''): void {
    const count = (this.#troubles.get(trouble) ?? 0) + 1;
    this.#troubles.set(trouble, count);
    if (count <= EXAMPLES) this.#examples.push({ trouble, id, value: value.slice(0, 120) });
  }

  report(): QualityReport {
    const { records, used, deadlines, contacts } = this;
    return {
      file: this.#file,
      records,
      used,
      ages: this.#ages,
      deadlines,
      contacts,
      repairs: Object.fromEntries(this.#repaired),
      troubles: Object.fromEntries(this.#troubles),
      examples: this.#examples,
    };
  }
}
