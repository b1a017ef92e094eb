import type { Pack, Value, Variable } from '@yokoten/rules';
import type { Control, Question } from '../model/question.ts';
import { BenefitsError } from '../error.ts';
import type { ComparedTexts } from './text-values.ts';

/** An input of the rules, with everything that its question needs settled. */
export interface Input {
  readonly variable: string;
  /** Position in the pack. */
  readonly index: number;
  readonly type: Variable['type'];
  /** Whether it is asked of each member; otherwise of the household. */
  readonly ofPersons: boolean;
  readonly control: Control;
  /** Of a choice: the values, as a situation writes them, in the order shown. */
  readonly values?: readonly Value[];
  readonly least?: number;
  readonly most?: number;
  /** What "nobody" and "none of these" stand for. */
  readonly none?: Value;
  /** What holds for those who are not asked. */
  readonly initial: Value;
  readonly question: Question;
  /** It is asked after another one, and which of its values there are then. Any other text may be answered all the same. */
  readonly within?: {
    readonly variable: string;
    readonly values: ReadonlyMap<string, readonly string[]>;
  };
}

/** More choices than this are searched, not listed. */
const MOST_LISTED = 20;

const NONE = /^(無|無し|なし|ない|該当なし|none|no|nil|aucun|aucune|not_applicable)$/i;

/**
 * An input with what the pack says of it; the rest follows from its type.
 * @param compared what the rules compare texts with
 * @throws BenefitsError `benefits/unknown-question` for a question about a variable that the rules do not have
 */
export function inputFor(
  pack: Pack,
  index: number,
  question: Question | undefined,
  compared: ComparedTexts,
): Input {
  const variable = pack.variables[index];
  if (variable === undefined) throw noSuchVariable(question?.variable ?? '', pack);
  const person = pack.entities.find(({ roles }) => roles === undefined);
  const asked = question ?? { variable: variable.name };
  const initial = initialValue(variable);
  const values = valuesOf(variable, asked, compared.texts.get(index) ?? new Set(), initial);
  const within = compared.within.get(index);
  const outer = within && pack.variables[within.outer]?.name;
  const none = noneOf(variable, asked, initial);
  const counted = variable.type === 'int' || variable.type === 'float';
  return {
    variable: variable.name,
    index,
    type: variable.type,
    ofPersons: variable.entity === person?.key,
    control: asked.control ?? controlFor(variable, values),
    ...(values !== undefined && { values }),
    ...(counted && values === undefined && { least: asked.least ?? 0 }),
    ...(counted && values === undefined && asked.most !== undefined && { most: asked.most }),
    ...(none !== undefined && { none }),
    initial,
    question: asked,
    ...(within && outer !== undefined && { within: { variable: outer, values: within.values } }),
  };
}

function initialValue({ type, initial, values }: Variable): Value {
  if (type === 'bool') return initial !== 0;
  if (type === 'enum') return values?.[Number(initial)] ?? '';
  return initial;
}

function valuesOf(
  { type, values }: Variable,
  question: Question,
  compared: ReadonlySet<string>,
  initial: Value,
): readonly Value[] | undefined {
  if (type === 'enum') return question.values ?? values;
  if (type !== 'text') return type === 'bool' ? undefined : question.values;
  const other = question.other ?? initial;
  const known = question.values ?? [...compared];
  return known.length === 0 ? [other] : [...new Set([...known, other])];
}

function noneOf({ type }: Variable, question: Question, initial: Value): Value | undefined {
  if (question.none === null) return undefined;
  if (question.none !== undefined) return question.none;
  if (type === 'bool') return false;
  if (type === 'int' || type === 'float') return (question.least ?? 0) <= 0 ? 0 : undefined;
  return type === 'enum' && NONE.test(String(initial)) ? initial : undefined;
}

function controlFor({ type }: Variable, values: readonly Value[] | undefined): Control {
  if (type === 'bool') return 'yes-no';
  if (type === 'date') return 'date';
  if (values === undefined) return 'number';
  return values.length > MOST_LISTED ? 'place' : 'choice';
}

/** A question, a gate or a set of questions names a variable that is not there. */
export function noSuchVariable(name: string, { origin }: Pack): BenefitsError {
  const { name: pack, version } = origin;
  return new BenefitsError('benefits/unknown-question#variable', [name, pack, version]);
}
