/** The words about one programme, in one language. */
export interface ProgrammeTexts {
  readonly title: string;
  /** One or two sentences. */
  readonly summary?: string;
  /** Who it is for. */
  readonly who?: string;
  /** What the figure means, where that needs saying: "for each child". */
  readonly amount?: string;
  /** What to bring, one item each. */
  readonly documents?: readonly string[];
  /** Where and how to apply. */
  readonly where?: string;
  /** What to ask at the counter, one question each. */
  readonly counter?: readonly string[];
  /** By deadline id. */
  readonly deadlines?: Readonly<Record<string, string>>;
  /** By name of an `event` deadline's event. */
  readonly events?: Readonly<Record<string, string>>;
}

/** The words about one variable, in one language. */
export interface VariableTexts {
  /** A noun for lists and explanations: 「年収」. */
  readonly label: string;
  /** The question; `{who}` is where the member's name goes. Without it, one is made of the label. */
  readonly question?: string;
  /** Why it is asked. */
  readonly why?: string;
  readonly hint?: string;
  /** As the rules' authors write it, where `Question.unit` says nothing. */
  readonly unit?: string;
  /** Labels of values, by the value as a text. */
  readonly values?: Readonly<Record<string, string>>;
}

/** The words about a question for several inputs at once. */
export interface GateTexts {
  readonly question: string;
  readonly why?: string;
  /** The answer that closes it: "nobody", "none of these". */
  readonly none?: string;
}

/** All words of a pack in one language; loaded when the language is chosen, never because of an answer. */
export interface PackTexts {
  /** BCP 47; やさしい日本語 is `ja-simple`. */
  readonly language: string;
  /** Whether somebody who speaks the language has read all of it; shown. */
  readonly reviewed: boolean;
  readonly title: string;
  /** What the page must say wherever results are shown: a licence's notice, a credit in the words that are prescribed. */
  readonly notice?: string;
  readonly programmes: Readonly<Record<string, ProgrammeTexts>>;
  readonly variables: Readonly<Record<string, VariableTexts>>;
  readonly gates?: Readonly<Record<string, GateTexts>>;
  readonly sets?: Readonly<Record<string, string>>;
  /** Kinds of members that have no word in the element's own tables. */
  readonly kinds?: Readonly<Record<string, string>>;
  /** By parameter path. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What steps of the rules are called in explanations, by their name in the source. */
  readonly steps?: Readonly<Record<string, string>>;
}
