import type { MoneyKind } from '../../model/programme.ts';
import type { Control, Unit } from '../../model/question.ts';
import type { LegalSource } from '../../model/source.ts';
import type { Place } from '../finding.ts';
import type { Expression, RoleWord } from './expression.ts';
import type { Dates } from './fields.ts';
import type { Measure } from './measure.ts';
import type { TextNode } from './tree.ts';

/** Of whom a value is: of each person of a role, or of the household as a whole. */
export type Who = RoleWord | '世帯';

/** Names of sources, where they are used. */
export type SourceNames = readonly TextNode[];

/** A requirement: a value that must lie in a range, a name that must be true, or several requirements joined. */
export type Condition = Dates & {
  readonly place: Place;
  /** What a reader sees instead of the range. */
  readonly label?: TextNode;
  readonly sources: SourceNames;
} & (
    | { readonly kind: 'test'; readonly name: TextNode; readonly value: TextNode }
    | { readonly kind: 'holds'; readonly name: TextNode }
    | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Condition[] }
  );

/** A row of a table: the value for whoever meets all of its conditions, and none of an earlier row. */
export interface Row extends Dates {
  readonly place: Place;
  readonly conditions: readonly Condition[];
  readonly value: Expression;
  readonly label?: TextNode;
  readonly sources: SourceNames;
}

/** What persons are put in order by: a value of each of them, the smallest first or the largest. */
export interface OrderKey {
  readonly name: TextNode;
  readonly largestFirst: boolean;
}

/** One way of working a value out, for as long as it holds. */
export type Version = Dates & { readonly place: Place } & (
    | { readonly kind: 'expression'; readonly expression: Expression }
    | { readonly kind: 'conditions'; readonly conditions: readonly Condition[] }
    | { readonly kind: 'table'; readonly rows: readonly Row[] }
    /** 1 for whoever comes first; 0 for whoever is not counted. */
    | {
        readonly kind: 'order';
        readonly role: RoleWord;
        readonly by: readonly OrderKey[];
        readonly counted: readonly Condition[];
      }
  );

/** A value with a name: 「計算」, 「額」. */
export interface Definition {
  readonly name: TextNode;
  readonly label?: TextNode;
  readonly who?: Who;
  readonly sources: SourceNames;
  readonly versions: readonly Version[];
}

/** A figure of the law, by date: 「数値」. */
export interface Figure {
  readonly name: TextNode;
  readonly label?: TextNode;
  readonly sources: SourceNames;
  readonly values: readonly {
    readonly from: string;
    /** Nothing from this day on. */
    readonly value: number | null;
    readonly measure?: Measure;
    readonly place: Place;
  }[];
}

/** What a question's answer is. */
export type AnswerType = 'yen' | 'number' | 'bool' | 'enum' | 'date';

/** An input that people are asked for: 「質問」. */
export interface QuestionText {
  readonly name: TextNode;
  readonly who: Who;
  readonly type: AnswerType;
  readonly control: Control;
  readonly unit?: Unit;
  readonly options: readonly TextNode[];
  readonly initial?: TextNode;
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
  readonly ages?: { readonly from?: number; readonly to?: number };
  readonly untried?: boolean;
  readonly label?: TextNode;
  readonly question?: TextNode;
  readonly why?: TextNode;
  readonly hint?: TextNode;
}

/** What several schemes share, and what one of them adds. */
export interface Names {
  readonly sources: ReadonlyMap<string, LegalSource>;
  readonly questions: readonly QuestionText[];
  readonly figures: readonly Figure[];
  readonly definitions: readonly Definition[];
}

/** One of a household in an example. */
export interface ExamplePerson {
  readonly role: RoleWord;
  readonly name: string;
  readonly values: readonly { readonly name: TextNode; readonly value: TextNode }[];
}

/** A household and what must come out for it: 「例」. */
export interface Example {
  readonly name: TextNode;
  /** `2024-10` */
  readonly month: string;
  readonly persons: readonly ExamplePerson[];
  readonly values: readonly { readonly name: TextNode; readonly value: TextNode }[];
  /** A value, or one for each person by name. */
  readonly results: readonly {
    readonly name: TextNode;
    readonly person?: TextNode;
    readonly value: TextNode;
  }[];
}

/** A scheme as its file describes it. */
export interface Scheme extends Names {
  readonly file: string;
  readonly place: Place;
  readonly title: TextNode;
  readonly id: string;
  readonly from: string;
  readonly to?: string;
  readonly money: MoneyKind;
  /** Id of the question set: everyday life, or after a disaster. */
  readonly scene: 'main' | 'disaster';
  readonly upTo: boolean;
  readonly who: Who;
  readonly conditions: readonly Condition[];
  readonly amount: Definition;
  /** Values that are shown beside the amount. */
  readonly details: readonly TextNode[];
  readonly schemeSources: SourceNames;
  readonly applyUrl?: string;
  readonly infoUrl?: string;
  readonly texts: SchemeTexts;
  readonly deadlines: readonly SchemeDeadline[];
  readonly contacts: readonly SchemeContact[];
  readonly examples: readonly Example[];
}

/** The words of a scheme that people read, in Japanese. */
export interface SchemeTexts {
  readonly summary?: TextNode;
  readonly target?: TextNode;
  readonly amount?: TextNode;
  readonly where?: TextNode;
  readonly documents: readonly TextNode[];
  readonly counter: readonly TextNode[];
}

/** A deadline in the model's words, with its text. */
export interface SchemeDeadline {
  readonly deadline: import('../../model/programme.ts').Deadline;
  readonly label?: TextNode;
  readonly event?: TextNode;
}

/** A counter in the model's words. */
export interface SchemeContact {
  readonly name: TextNode;
  readonly hours?: TextNode;
  readonly phone?: string;
  readonly email?: string;
  readonly url?: string;
  readonly address?: string;
  readonly municipality?: string;
}

/** What holds for all schemes of a folder: the file with 「パック」. */
export interface PackFile extends Names {
  readonly file: string;
  readonly title: TextNode;
  readonly id: string;
  readonly version: string;
  readonly from: string;
  readonly sample: boolean;
  readonly licence: string;
  readonly source: string;
  readonly notice?: TextNode;
  /** Titles of schemes, the most important first; those not named come after. */
  readonly order: readonly TextNode[];
}
