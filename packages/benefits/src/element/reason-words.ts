import type { Value } from '@yokoten/rules';
import type { Term } from '@yokoten/rules/trace';
import type { Member } from '../model/household.ts';
import type { Unit } from '../model/question.ts';
import type { Reason, ReasonCondition } from '../why/why.ts';
import { rangeText } from './money-text.ts';
import type { WholeContext } from './context.ts';
import { memberName } from './member-words.ts';
import { figure, inputLabel, valueText, withUnit } from './words.ts';

/** What a variable is called, and of whom it is. */
export function reasonLabel(
  { variable, member }: { readonly variable: string; readonly member?: Member },
  context: WholeContext,
): string {
  const label = inputLabel(variable, context);
  return member === undefined
    ? label
    : context.strings.labelOf(label, memberName(member, context.state.members, context));
}

/** A value of a variable, as a person reads it; a figure with what it counts. */
export function shownValue(variable: string, value: Value, context: WholeContext): string {
  const { check, strings } = context;
  const input = check.inputs.get(variable);
  if (input !== undefined) return valueText(input, value, context);
  if (typeof value === 'boolean') return value ? strings.yes : strings.no;
  if (typeof value === 'number')
    return counted(value, variable, variableUnit(variable, context), context);
  return context.texts.variables[variable]?.values?.[value] ?? value;
}

/** A figure of the law with what it counts. */
export function parameterText(path: string, value: number, context: WholeContext): string {
  return counted(value, path, ownOf(context.check.pack.units?.parameters, path), context);
}

function counted(
  value: number,
  variable: string,
  unit: Unit | undefined,
  context: WholeContext,
): string {
  return withUnit(figure(value, context.language), { variable, question: { unit } }, context);
}

/** What a variable counts that the rules work out; where the pack does not say, the amount of a programme is money. */
function variableUnit(variable: string, { check }: WholeContext): Unit | undefined {
  const { units } = check.pack;
  if (units !== undefined) return ownOf(units.variables, variable);
  const output = check.programmes.find((one) => one.output === variable);
  return output === undefined || output.money === 'in-kind' ? undefined : 'yen';
}

function ownOf<T>(all: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return all !== undefined && Object.hasOwn(all, key) ? all[key] : undefined;
}

/** What a reason's value is, or between what it lies. */
export function reasonValue({ variable, value, range }: Reason, context: WholeContext): string {
  if (value !== undefined) return shownValue(variable, value, context);
  return range === undefined || variableUnit(variable, context) !== 'yen'
    ? context.strings.notAnswered
    : rangeText(range, context.strings);
}

/** A comparison as a sentence; the values stand in brackets behind what they are of. */
export function conditionText(condition: ReasonCondition, context: WholeContext): string {
  const { op, left, right, member, name } = condition;
  const named = name === undefined ? undefined : context.texts.steps?.[name];
  if (named !== undefined) return named;
  const about = left.variable ?? right.variable;
  return context.strings.compared[op](
    termText(left, about, member, context),
    termText(right, about, undefined, context),
  );
}

function termText(
  term: Term,
  about: string | undefined,
  member: Member | undefined,
  context: WholeContext,
): string {
  const { strings, texts } = context;
  const value = shownValue(about ?? '', term.value, context);
  const label =
    term.variable !== undefined
      ? reasonLabel({ variable: term.variable, ...(member && { member }) }, context)
      : term.parameter !== undefined
        ? (texts.parameters?.[term.parameter] ?? term.parameter)
        : term.count !== undefined
          ? strings.memberCount
          : undefined;
  if (label === undefined) return value;
  return /^(ja|zh)/.test(context.language) ? `${label}（${value}）` : `${label} (${value})`;
}
