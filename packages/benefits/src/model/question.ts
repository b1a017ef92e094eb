/** What an input is shown as. `place` is a choice out of so many that it is searched. */
export type Control = 'yes-no' | 'choice' | 'place' | 'number' | 'date' | 'text';

/** What a number counts. */
export type Unit = 'yen' | 'yen-per-month' | 'yen-per-year' | 'hours-per-week' | 'persons' | 'none';

/** What the figures of a pack count: of variables that rules work out, by name; of parameters, by path. */
export interface PackUnits {
  readonly variables: Readonly<Record<string, Unit>>;
  readonly parameters: Readonly<Record<string, Unit>>;
}

/**
 * How an input of the rules is asked. All of it is optional: what a pack does not say follows from the variable's type. Words
 * are in `PackTexts.variables`. Values are written as in a situation: `true`, `12000`, an enum's name, `1990-04-01`, a text.
 */
export interface Question {
  /** The input variable; its entity says of whom it is asked. */
  readonly variable: string;
  readonly control?: Control;
  /** The only values there are, in the order shown. Of a text, without them, those that the rules compare it with. */
  readonly values?: readonly (string | number | boolean)[];
  /** A text's value that stands for every one that the rules do not know; without it, its initial value. */
  readonly other?: string;
  /** 0 without it: no answer below is taken. */
  readonly least?: number;
  /** No answer above is taken. */
  readonly most?: number;
  /** Of a slider; 1 without it. */
  readonly step?: number;
  readonly unit?: Unit;
  /**
   * The value of people whom the question does not concern: with it, "nobody" answers for everybody at once. Without it: false, 0,
   * and an enum's initial value where it is called 無, none and the like. `null` says that there is none.
   */
  readonly none?: string | number | boolean | null;
  /** Values that many people have: only the order of questions hangs on them. */
  readonly typical?: readonly (string | number | boolean)[];
  /** Kinds of members that are asked; nobody else has another value than the initial one. The pack answers for that. */
  readonly kinds?: readonly string[];
  /** Whole years of age, both included, at which a member is asked; at any other the initial value holds. The pack answers for that. */
  readonly ages?: { readonly from?: number; readonly to?: number };
  /** Nobody would try out what changes with it: that somebody died. No slider and no smallest change touches it. */
  readonly untried?: boolean;
  /** Never asked: the initial value holds unless an embedding page states it. */
  readonly assumed?: boolean;
}

/**
 * Several inputs behind one question that most people answer with "nobody" or "none of these": 手帳, illnesses, other income. Who
 * is ticked is then asked in detail; everybody else has the variables' initial values. Words are in `PackTexts.gates`, by `id`.
 */
export interface Gate {
  readonly id: string;
  /** Inputs, in the order shown. All of the same entity. */
  readonly variables: readonly string[];
}

/** What somebody may come for: the programmes that are then looked at. Words are in `PackTexts.sets`, by `id`. */
export interface QuestionSet {
  /** `main` is shown first; `disaster` is for people hit by a disaster (罹災). */
  readonly id: string;
  /** Ids, in the pack's order of importance. */
  readonly programmes: readonly string[];
  /** Inputs that are known from the situation itself, in this set: that a disaster happened. Value by variable. */
  readonly given?: Readonly<Record<string, string | number | boolean>>;
}
