import type { Value } from '@yokoten/rules';
import type { Term } from '@yokoten/rules/trace';
import type { Member } from '../model/household.ts';
import type { Reason, ReasonCondition } from '../why/why.ts';
import { rangeText } from './money-text.ts';
import type { WholeContext } from './context.ts';
import { memberName } from './member-words.ts';
import { figure, inputLabel, valueText } from './words.ts';

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

/** A value of a variable, as a person reads it; the amount of a programme is money. */
export function shownValue(variable: string, value: Value, context: WholeContext): string {
  const { check, strings, language } = context;
  const input = check.inputs.get(variable);
  if (input !== undefined) return valueText(input, value, context);
  if (typeof value === 'number' && isMoney(variable, context)) return strings.amount(value);
  if (typeof value === 'boolean') return value ? strings.yes : strings.no;
  if (typeof value === 'number')
    return `${figure(value, language)}${context.texts.variables[variable]?.unit ?? ''}`;
  return context.texts.variables[variable]?.values?.[value] ?? value;
}

/** What a reason's value is, or between what it lies. */
export function reasonValue({ variable, value, range }: Reason, context: WholeContext): string {
  if (value !== undefined) return shownValue(variable, value, context);
  return range === undefined || !isMoney(variable, context)
    ? context.strings.notAnswered
    : rangeText(range, context.strings);
}

function isMoney(variable: string, { check }: WholeContext): boolean {
  return check.programmes.some(({ output }) => output === variable);
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
