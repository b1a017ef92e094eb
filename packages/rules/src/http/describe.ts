import { readable, type Value } from '../readable.ts';
import type { Bracket, Pack, Parameter, ParameterValue, Variable } from '../pack.ts';
import type { PackTexts, VariableText } from './texts.ts';

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
export function describeEntities({ entities }: Pack, texts?: PackTexts): object {
  return Object.fromEntries(
    entities.map(({ key, plural, roles }) => {
      const text = texts?.entities.get(key);
      return [
        key,
        {
          ...(texts && {
            description: text?.description ?? null,
            documentation: text?.documentation ?? '',
          }),
          plural,
          ...(roles && {
            roles: Object.fromEntries(
              roles.map(({ key: role, plural: list, max }) => [
                role,
                {
                  ...(texts && { description: own(text?.roles, role)?.description ?? null }),
                  ...(list !== undefined && { plural: list }),
                  ...(max !== undefined && { max }),
                },
              ]),
            ),
          }),
        },
      ];
    }),
  );
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * `GET /variable/{id}`
 * @param place turns a path below the package into an address
 */
export function describeVariable(
  variable: Variable,
  description: Description = {},
  text?: VariableText,
  place: (source: string) => string = (source) => source,
): object {
  const { name, entity, type, unit, initial, values, formulas, end } = variable;
  const { label, reference, documentation } = description;
  const dates = formulas?.map(({ from }): [string, object | null] => {
    const { content, documentation: said, source } = own(text?.formulas, from) ?? {};
    return [
      from,
      {
        ...(content !== undefined && { content }),
        ...(said !== undefined && { documentation: said }),
        ...(source !== undefined && { source: place(source) }),
      },
    ];
  });
  if (end !== undefined) dates?.push([dayAfter(end), null]);
  return {
    id: name,
    description: label ?? null,
    valueType: TYPES[type],
    defaultValue: defaultValue(variable, initial),
    definitionPeriod: unit.toUpperCase(),
    entity,
    ...(reference && { references: reference }),
    ...(documentation !== undefined && { documentation }),
    ...(text && { source: place(text.source) }),
    ...(values && {
      possibleValues: Object.fromEntries(
        values.map((value) => [value, own(text?.names, value) ?? value]),
      ),
    }),
    ...(dates && { formulas: Object.fromEntries(dates) }),
  };
}

function defaultValue(variable: Variable, initial: number | string): Value {
  return readable(variable, initial);
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** `GET /parameter/{id}`: a figure, a scale, or a branch with what is below it. */
export function describeParameter(
  { parameters }: Pack,
  id: string,
  texts?: PackTexts,
  place: (source: string) => string = (source) => source,
): object | undefined {
  const parameter = parameters.find(({ path }) => path === id);
  const text = texts?.parameters.get(id);
  const about = {
    id,
    ...(texts && { description: text?.description ?? null, metadata: text?.metadata ?? {} }),
    ...(text?.documentation !== undefined && { documentation: text.documentation }),
    ...(text && { source: place(text.source) }),
  };
  if (parameter !== undefined)
    return 'scale' in parameter
      ? { ...about, ...describeScale(parameter, text?.whole === true) }
      : { ...about, values: Object.fromEntries(parameter.values) };
  const below = parameters
    .filter(({ path }) => path.startsWith(`${id}.`))
    .map(({ path }) => path.slice(id.length + 1).split('.')[0] ?? '');
  if (below.length === 0) return undefined;
  return {
    ...about,
    subparams: Object.fromEntries(
      [...new Set(below)].map((name) => [
        name,
        { description: texts?.parameters.get(`${id}.${name}`)?.description ?? null },
      ]),
    ),
  };
}

function figureAt(bracket: Bracket, key: string, date: string): ParameterValue {
  return bracket[key]?.findLast(([from]) => from <= date)?.[1] ?? null;
}

/** OpenFisca tells no brackets of a scale of average rates. */
function describeScale(
  { scale, brackets }: Extract<Parameter, { scale: unknown }>,
  whole: boolean,
): object {
  return scale === 'average-rate' ? {} : { brackets: describeBrackets(brackets, whole) };
}

function describeBrackets(brackets: readonly Bracket[], whole: boolean): object {
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
            ? [[whole ? String(threshold) : decimal(threshold), figure]]
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
