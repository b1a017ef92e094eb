/** What is said about an entity. */
export interface EntityText {
  readonly description?: string;
  readonly documentation?: string;
  readonly roles?: Readonly<Record<string, { readonly description?: string }>>;
}

/** How a variable is written. `source` is a path below the package's folder, with the lines. */
export interface VariableText {
  readonly source: string;
  /** Names of an enum's values, as a person reads them. */
  readonly names?: Readonly<Record<string, string>>;
  /** By the first day they hold. */
  readonly formulas?: Readonly<
    Record<
      string,
      { readonly content: string; readonly documentation?: string; readonly source: string }
    >
  >;
}

/** What is said about a parameter, or a branch of the tree of parameters. */
export interface ParameterText {
  readonly description?: string;
  readonly documentation?: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Of a scale: its thresholds are written as whole numbers. */
  readonly whole?: boolean;
  readonly source: string;
}

/** How a pack's rules are written, and what their authors say about them: a compiled pack's `texts.js`. */
export interface PackTexts {
  /** Folder of the rules in their repository. */
  readonly folder: string;
  readonly variables: ReadonlyMap<string, VariableText>;
  /** By path; branches too. */
  readonly parameters: ReadonlyMap<string, ParameterText>;
  readonly entities: ReadonlyMap<string, EntityText>;
}
