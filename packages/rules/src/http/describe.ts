import { readable, type Value } from '../column.ts';
import type { Bracket, Pack, Parameter, ParameterValue, Variable } from '../pack.ts';

/** What a person reads about a variable; see the pack's `labels.js` and `references.js`. */
export interface Description {
  readonly label?: string;
  readonly unit?: string;
  readonly reference?: readonly string[];
  readonly documentation?: string;
}

const TYPES = {
  bool: 'Boolean',
  int: 'Int',
  float: 'Float',
  text: 'String',
  date: 'Date',
  enum: 'String',
} as const;

/** `GET /entities` */
export function describeEntities({ entities }: Pack): object {
  return Object.fromEntries(
    entities.map(({ key, plural, roles }) => [
      key,
      {
        plural,
        ...(roles && {
          roles: Object.fromEntries(
            roles.map(({ key: role, plural: list, max }) => [
              role,
              { ...(list !== undefined && { plural: list }), ...(max !== undefined && { max }) },
            ]),
          ),
        }),
      },
    ]),
  );
}

/** `GET /variable/{id}` */
export function describeVariable(variable: Variable, description: Description = {}): object {
  const { name, entity, type, unit, initial, values, formulas, end } = variable;
  const { label, reference, documentation } = description;
  const dates = formulas?.map(({ from }): [string, object | null] => [from, {}]) ?? [];
  if (end !== undefined) dates.push([dayAfter(end), null]);
  return {
    id: name,
    ...(label !== undefined && { description: label }),
    valueType: TYPES[type],
    defaultValue: defaultValue(variable, initial),
    definitionPeriod: unit.toUpperCase(),
    entity,
    ...(description.unit !== undefined && { unit: description.unit }),
    ...(reference && { references: reference }),
    ...(documentation !== undefined && { documentation }),
    ...(values && { possibleValues: Object.fromEntries(values.map((value) => [value, value])) }),
    ...(formulas && { formulas: Object.fromEntries(dates) }),
  };
}

function defaultValue(variable: Variable, initial: number | string): Value {
  return readable(variable, initial);
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** `GET /parameter/{id}` */
export function describeParameter(parameter: Parameter): object {
  const id = parameter.path;
  if (!('scale' in parameter)) return { id, values: Object.fromEntries(parameter.values) };
  return { id, brackets: describeBrackets(parameter.brackets) };
}

function figureAt(bracket: Bracket, key: string, date: string): ParameterValue {
  return bracket[key]?.findLast(([from]) => from <= date)?.[1] ?? null;
}

function describeBrackets(brackets: readonly Bracket[]): object {
  const dates = [
    ...new Set(
      brackets.flatMap((bracket) =>
        Object.values(bracket)
          .flat()
          .map(([from]) => from),
      ),
    ),
  ].sort();
  return Object.fromEntries(
    dates.map((date) => [
      date,
      Object.fromEntries(
        brackets.flatMap((bracket) => {
          const threshold = figureAt(bracket, 'threshold', date);
          const key = Object.keys(bracket).find((one) => one !== 'threshold') ?? '';
          const figure = figureAt(bracket, key, date);
          return typeof threshold === 'number' && figure !== null
            ? [[decimal(threshold), figure]]
            : [];
        }),
      ),
    ]),
  );
}

/** `12000.0`, as Python writes a fraction. */
function decimal(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
