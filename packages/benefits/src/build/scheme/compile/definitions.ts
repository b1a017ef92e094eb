import type { StepFormula } from '@yokoten/rules/trace';
import type { LegalSource } from '../../../model/source.ts';
import type { Findings, Place } from '../../finding.ts';
import type { Condition, Definition, Row, SourceNames, Version } from '../definition.ts';
import { didYouMean } from '../fields.ts';
import { type Measure, measureOfAll } from '../measure.ts';
import { whole, type NumberCell } from './cell.ts';
import { axisOf, ENTITIES, HOUSEHOLD } from './entities.ts';
import type { Facts, Label } from './facts.ts';
import { Lowering } from './lower.ts';
import { inForce, lowerAll } from './lower-condition.ts';
import { placeInOrder } from './order.ts';
import { type Covered, dayAfter, type Meaning, type Scope } from './scope.ts';
import { known, StepWriter, type Term, widest } from './steps.ts';

/** After the last day that rules can have. */
const END_OF_TIME = '9999-12-31';

/** What compiling a file's definitions needs from around it. */
export interface Context {
  readonly facts: Facts;
  readonly scope: Scope;
  readonly findings: Findings;
  readonly sources: ReadonlyMap<string, LegalSource>;
  /** Stands before each variable's name, `児童手当_`; empty for what all schemes share. */
  readonly prefix: string;
  readonly from: string;
  readonly to?: string;
}

/** What a definition came to, in one stretch of time. */
interface Lowered {
  readonly type: 'number' | 'bool';
  readonly term: Term;
  readonly measure?: Measure | undefined;
}

/** Compiles a definition into a variable. */
export function compileDefinition(
  definition: Definition,
  context: Context,
  label: Label,
  axis?: number,
): Meaning | undefined {
  const { name, who, versions, sources } = definition;
  const stretches = stretchesOf(versions.flatMap(datesIn), context);
  const compiled = stretches.flatMap(([from, to]) => {
    const [version, other] = inForce(versions, from);
    if (other !== undefined) return overlap(name.value, other.place, from, context.findings);
    if (version === undefined) return [];
    const steps = new StepWriter(version.place.line);
    const lowering = new Lowering(steps, context.scope, context.findings, [from, to]);
    const lowered = lowerVersion(lowering, version, definition, context, from);
    return lowered === undefined ? [] : [{ from, steps, lowered, place: version.place }];
  });
  const [first] = compiled;
  if (first === undefined) return undefined;
  const all = compiled.map(({ lowered }) => lowered.term);
  const own = axis ?? (who === undefined ? Math.max(0, widest(all)) : axisOf(who));
  const target = axis === undefined && who === undefined && widest(all) < 0 ? HOUSEHOLD : own;
  const formulas = compiled.flatMap(({ from, steps, lowered, place }): StepFormula[] => {
    const lowering = new Lowering(steps, context.scope, context.findings, [from, from]);
    if (!lowering.belongs([lowered.term], target, place)) return [];
    const result = steps.position(steps.lift(lowered.term, target), kindOf(lowered.type));
    const source = `${place.file}:${place.line ?? 1}`;
    return [{ from, body: { steps: steps.steps, result }, source }];
  });
  const { type } = first.lowered;
  const index = context.facts.variable(
    {
      name: context.prefix + name.value,
      entity: ENTITIES[target]?.key ?? '',
      type: type === 'bool' ? 'bool' : 'int',
      unit: 'month',
      initial: 0,
      ...(context.to !== undefined && { end: context.to }),
    },
    label,
    sourcesOf(sources, context),
  );
  context.facts.formulas[index] = closed(formulas, versions, context);
  const measure = measureOfAll(compiled.map(({ lowered }) => lowered.measure));
  if (measure !== undefined)
    context.facts.variableMeasures.set(context.prefix + name.value, measure);
  const covered = coveredBy(versions, context);
  return { kind: 'variable', index, axis: target, type, measure, covered };
}

/** The named sources; an error for a name that there is none of. */
export function sourcesOf(names: SourceNames, { sources, findings }: Context): LegalSource[] {
  return names.flatMap(({ value, place }) => {
    const found = sources.get(value);
    if (found !== undefined) return [found];
    const guess = didYouMean(value, sources.keys());
    findings.error(
      'benefits/unknown-name',
      place,
      `「${value}」という根拠はありません。「根拠一覧」に書いてください。${guess.ja}`,
      `There is no source "${value}". Add it to 根拠一覧.${guess.en}`,
    );
    return [];
  });
}

/** The stretches in which nothing dated changes: first day, and the day after the last. */
export function stretchesOf(
  dates: readonly { readonly from?: string; readonly to?: string }[],
  { from, to }: { readonly from: string; readonly to?: string },
): (readonly [from: string, to: string])[] {
  const end = to === undefined ? END_OF_TIME : dayAfter(to);
  const days = new Set([from]);
  for (const one of dates) {
    if (one.from !== undefined) days.add(one.from);
    if (one.to !== undefined) days.add(dayAfter(one.to));
  }
  const sorted = [...days].filter((day) => day >= from && day < end).sort();
  return sorted.map((day, at) => [day, sorted[at + 1] ?? end] as const);
}

/** Everything in a version that has dates of its own. */
function datesIn(version: Version): readonly { from?: string; to?: string }[] {
  if (version.kind === 'conditions')
    return [version, ...version.conditions.flatMap(conditionDates)];
  if (version.kind === 'order') return [version, ...version.counted.flatMap(conditionDates)];
  if (version.kind === 'expression') return [version];
  return [
    version,
    ...version.rows.flatMap((row) => [row, ...row.conditions.flatMap(conditionDates)]),
  ];
}

/** A condition's dates, and those of all conditions in it. */
export function conditionDates(condition: Condition): readonly { from?: string; to?: string }[] {
  return [condition, ...('of' in condition ? condition.of.flatMap(conditionDates) : [])];
}

function lowerVersion(
  lowering: Lowering,
  version: Version,
  definition: Definition,
  context: Context,
  day: string,
): Lowered | undefined {
  switch (version.kind) {
    case 'conditions': {
      const term = lowerAll(lowering, version.conditions, day);
      return term && { type: 'bool', term };
    }
    case 'expression': {
      const { expression } = version;
      if (expression.kind === 'number' && definition.name.value === '額')
        return rowTotal(lowering, [], context, definition, version, day);
      const cell = lowering.expression(expression);
      if (cell === undefined) return undefined;
      if (cell.type === 'bool') return { type: 'bool', term: cell.term };
      const number = lowering.number(expression);
      if (number === undefined || !lowering.isWhole(number, expression.place)) return undefined;
      return { type: 'number', term: number.top, measure: number.measure };
    }
    case 'table':
      return rowTotal(lowering, inForce(version.rows, day), context, definition, version, day);
    default: {
      const term = placeInOrder(lowering, version, day);
      return term && { type: 'number', term };
    }
  }
}

function rowTotal(
  lowering: Lowering,
  rows: readonly Row[],
  context: Context,
  definition: Definition,
  version: Version,
  day: string,
): Lowered | undefined {
  const all: readonly Row[] =
    version.kind === 'expression'
      ? [{ ...version, conditions: [], value: version.expression, sources: [] }]
      : rows;
  const ways: [Term, NumberCell][] = [];
  for (const row of all) {
    const condition = lowerAll(lowering, row.conditions, day);
    const value = rowValue(lowering, row, context, definition, version);
    if (condition === undefined || value === undefined) return undefined;
    const last = ways.at(-1);
    if (last !== undefined && 'known' in last[0] && last[0].known === 1)
      lowering.findings.warn(
        'benefits/unreachable-row',
        row.place,
        'この行は使われません。前の行に条件がないためです。行の順を確かめてください。',
        'This row is never reached: the one before it has no conditions. Check the order.',
      );
    ways.push([condition, value]);
  }
  const total = lowering.choose(ways, whole(known(0)));
  if (total === undefined) return undefined;
  if (!lowering.isWhole(total, version.place)) return undefined;
  return { type: 'number', term: total.top, measure: total.measure };
}

/** A figure that stands in a table is a figure of the law: it has a path, a date and a source. */
function rowValue(
  lowering: Lowering,
  row: Row,
  context: Context,
  definition: Definition,
  version: Version,
): NumberCell | undefined {
  const { value } = row;
  if (value.kind !== 'number' || value.bottom !== 1) return lowering.number(value);
  const { facts, prefix } = context;
  const name = prefix + definition.name.value;
  const from = row.from ?? version.from ?? context.from;
  const at = `${row.place.file}:${row.place.line ?? 0}:${row.place.column ?? 0}`;
  const parameter = facts.rowParameter(name, at, (path) => {
    const sources = sourcesOf(row.sources.length > 0 ? row.sources : definition.sources, context);
    const label: Label = row.label
      ? { kind: 'text', node: row.label }
      : (facts.labels.get(name) ?? { kind: 'text', node: definition.label ?? definition.name });
    if (value.measure !== undefined) facts.parameterMeasures.set(path, value.measure);
    return facts.parameter({ path, values: [[from, value.top]] }, label, sources);
  });
  const when = { moves: [] } as const;
  const figure = lowering.steps.add({ op: 'parameter', parameter, when, kind: 'int64', axis: -1 });
  return whole(figure, false, value.measure);
}

function kindOf(type: 'number' | 'bool'): 'int64' | 'bool' {
  return type === 'bool' ? 'bool' : 'int64';
}

function overlap(name: string, place: Place, day: string, findings: Findings): [] {
  findings.error(
    'benefits/duplicate-name',
    place,
    `「${name}」の決め方が、${day}には二つあります。「から」「まで」を直してください。`,
    `On ${day} there are two ways to work out "${name}". Correct their dates.`,
  );
  return [];
}

function coveredBy(versions: readonly Version[], { from, to }: Context): Covered {
  return versions.map((version) => ({
    from: version.from ?? from,
    ...((version.to ?? to) !== undefined && { to: version.to ?? to ?? '' }),
  }));
}

function nothing(from: string): StepFormula {
  return {
    from,
    body: { steps: [{ op: 'const', value: 0, kind: 'int64', axis: -1 }], result: 0 },
  };
}

/** Where no version holds any more, the formula before must not go on: nothing is worked out from then on. */
function closed(
  formulas: readonly StepFormula[],
  versions: readonly Version[],
  context: Context,
): StepFormula[] {
  const ends = versions
    .flatMap(({ to }) => (to === undefined ? [] : [dayAfter(to)]))
    .filter((day) => inForce(versions, day).length === 0 && day >= context.from);
  return [...formulas, ...ends.map((day) => nothing(day))].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  );
}
