import type { Body, Step, StepFormula } from '@yokoten/rules/trace';
import { castTo, toStep } from './arithmetic.ts';
import { bindParams } from './call.ts';
import { type Context, failAt, lineOf, unsupported } from './context.ts';
import { runFormula } from './execute.ts';
import { Scope } from './scope.ts';
import type { Session, VariableEntry } from './session.ts';
import { StepBuilder } from './steps.ts';
import { describeValue, type Value } from './value.ts';
import { kindOfVariable, type VariableFacts } from './variable.ts';
import { OWN_PERIOD } from './when.ts';

/**
 * The formulas of a variable, oldest first.
 * @throws OpenFiscaError with the place in the Python source
 */
export function readFormulas(session: Session, entry: VariableEntry): StepFormula[] {
  if (entry.neutral) return [];
  const facts = kindOfVariable(session, entry);
  return [...entry.attributes]
    .filter(([name]) => name.startsWith('formula'))
    .map(([name, value]) => readFormula(session, entry, facts, name, value))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** `formula_2020_04` → `2020-04-01`. */
export function formulaDate(name: string): string | undefined {
  if (name === 'formula') return '0001-01-01';
  const match = /^formula_(\d{4})(?:_(\d\d)(?:_(\d\d))?)?$/.exec(name);
  if (match === null) return undefined;
  const [, year, month = '01', day = '01'] = match;
  return `${year}-${month}-${day}`;
}

function readFormula(
  session: Session,
  entry: VariableEntry,
  facts: VariableFacts,
  name: string,
  value: Value,
): StepFormula {
  const { file, def } = entry.class;
  const builder = new StepBuilder();
  const outer: Context = { session, file, scope: new Scope(), builder, depth: 0 };
  const from = formulaDate(name);
  if (from === undefined || (value.is !== 'function' && value.is !== 'lambda'))
    throw unsupported(outer, def, `${name} = ${describeValue(value)}`);
  const args: Value[] = [
    { is: 'population', entity: facts.entity },
    OWN_PERIOD,
    ...(value.is === 'function' && value.def.params.length > 2
      ? [{ is: 'parameters' as const }]
      : []),
  ];
  const at = value.is === 'function' ? value.def.at : value.body.at;
  const params = value.is === 'function' ? value.def.params : value.params;
  const scope = bindParams(outer, params, value.scope, { at, args, keywords: new Map() });
  const context: Context = { ...outer, file: value.file, scope };
  const finish = (inner: Context, result: Value): number => store(inner, at, entry, facts, result);
  const body =
    value.is === 'function'
      ? runFormula(context, value.def.body, finish)
      : runFormula(context, [{ is: 'return', at, value: value.body }], finish);
  return {
    from,
    body: withoutUnused(body),
    source: `${value.file.path}:${lineOf(value.file, at)}`,
  };
}

/** The result in the type the variable is kept in. */
function store(
  context: Context,
  at: number,
  entry: VariableEntry,
  facts: VariableFacts,
  result: Value,
): number {
  if (facts.type === 'enum' && result.is === 'str') {
    const item = facts.enum?.items.findIndex(([name]) => name === result.value) ?? -1;
    if (item >= 0 && facts.enum !== undefined)
      return toStep(context, at, { is: 'item', enum: facts.enum, at: item }).step;
  }
  const step = toStep(context, at, result);
  if (step.axis >= 0 && step.axis !== facts.entity)
    throw failAt(
      context,
      at,
      'openfisca/axis-mismatch',
      `変数「${entry.name}」の式が、別のまとまりの値を返しています。`,
      `The formula of "${entry.name}" returns values of another entity.`,
    );
  const number = ['bool', 'int32', 'int64', 'float32', 'float64'].includes(step.kind);
  const wanted = ['bool', 'int', 'float'].includes(facts.type);
  if (number !== wanted || (!number && step.kind !== facts.kind))
    throw unsupported(context, { at }, `${step.kind} as the result of a ${facts.type} variable`);
  return wanted ? castTo(context, at, step, facts.kind).step : step.step;
}

/** Only the steps that lead to a result, numbered anew. */
function withoutUnused(body: Body): Body {
  const all: Step[] = [];
  const used = new Set<number>();
  const collect = ({ steps, result }: Body): void => {
    const base = all.length;
    all.push(...steps);
    if (typeof result === 'number') mark(result);
    else {
      mark(result.condition);
      collect(result.yes);
      all.length = base + steps.length;
      collect(result.no);
    }
    for (let at = all.length - 1; at >= 0; at--)
      if (used.has(at)) for (const arg of referred(all[at] as Step)) used.add(arg);
    all.length = base;
  };
  const mark = (at: number): void => void used.add(at);
  // A fork's two ways share numbers, so each level is marked with what either way needs.
  collect(body);
  return renumber(body, used, new Map(), 0, 0);
}

/** Earlier steps that a step needs, also for its period. */
function referred(step: Step): number[] {
  const written =
    'when' in step ? (step.when.text ?? []).filter((part) => typeof part === 'number') : [];
  return [...(step.args ?? []), ...written];
}

function renumber(
  { steps, result }: Body,
  used: ReadonlySet<number>,
  outer: ReadonlyMap<number, number>,
  oldBase: number,
  newBase: number,
): Body {
  const to = new Map(outer);
  const kept: Step[] = [];
  for (const [i, step] of steps.entries()) {
    if (!used.has(oldBase + i)) continue;
    to.set(oldBase + i, newBase + kept.length);
    kept.push(redirect(step, to));
  }
  const at = (position: number): number => to.get(position) ?? 0;
  if (typeof result === 'number') return { steps: kept, result: at(result) };
  const below = (body: Body): Body =>
    renumber(body, used, to, oldBase + steps.length, newBase + kept.length);
  return {
    steps: kept,
    result: { condition: at(result.condition), yes: below(result.yes), no: below(result.no) },
  };
}

function redirect(step: Step, to: ReadonlyMap<number, number>): Step {
  const at = (position: number): number => to.get(position) ?? 0;
  const text = 'when' in step ? step.when.text : undefined;
  return {
    ...step,
    ...(step.args && { args: step.args.map((arg) => at(arg)) }),
    ...(text &&
      'when' in step && {
        when: {
          ...step.when,
          text: text.map((part) => (typeof part === 'number' ? at(part) : part)),
        },
      }),
  } as Step;
}
