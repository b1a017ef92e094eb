import type { StepFormula } from '@yokoten/rules/trace';
import type { Condition, Scheme } from '../definition.ts';
import type { TextNode } from '../tree.ts';
import {
  compileDefinition,
  conditionDates,
  type Context,
  sourcesOf,
  stretchesOf,
} from './definitions.ts';
import { axisOf, ENTITIES, HOUSEHOLD, maskOf, PERSON } from './entities.ts';
import type { Label } from './facts.ts';
import { inForce } from './lower-condition.ts';
import type { Meaning } from './scope.ts';
import { known, StepWriter, type Term } from './steps.ts';

const NOW = { moves: [] } as const;

/** A scheme's two answers: whether somebody is eligible, and what there is for them. Names of variables. */
export function outputs(
  scheme: Scheme,
  context: Context,
): { readonly output: string; readonly eligible: string } {
  const { title, who, amount } = scheme;
  const axis = axisOf(who);
  const conditions = scheme.conditions.map((condition, at) => ({
    condition,
    meaning: compileCondition(condition, at + 1, axis, context),
  }));
  const eligible = eligibility(scheme, conditions, context);
  const amountLabel: Label = { kind: 'of-scheme', title, word: 'amount' };
  const worked = compileDefinition(
    { ...amount, name: { ...amount.name, value: '額の計算' } },
    context,
    amount.label ? { kind: 'text', node: amount.label } : amountLabel,
    axis,
  );
  const name = `${context.prefix}額`;
  const { facts } = context;
  const index = facts.variable(
    {
      name,
      entity: ENTITIES[axis]?.key ?? '',
      type: 'int',
      unit: 'month',
      initial: 0,
      ...(scheme.to !== undefined && { end: scheme.to }),
    },
    amountLabel,
    sourcesOf(amount.sources.length > 0 ? amount.sources : scheme.schemeSources, context),
  );
  if (worked?.kind === 'variable') {
    if (worked.type !== 'number') notMoney(amount.name, context);
    const measure = worked.measure ?? (scheme.money === 'in-kind' ? undefined : 'yen');
    if (measure !== undefined) facts.variableMeasures.set(name, measure);
    const steps = new StepWriter(amount.name.place.line);
    const get = (variable: number, kind: 'bool' | 'int64'): Term =>
      steps.add({ op: 'get', variable, when: NOW, kind, axis });
    const result = steps.position(
      steps.choose([[get(eligible.index, 'bool'), get(worked.index, 'int64')]], known(0)),
    );
    facts.formulas[index] = [formula(context.from, steps, result, amount.name)];
  }
  return { output: name, eligible: eligible.name };
}

/** Each requirement is a variable, so that an explanation can say which of them is met. */
function compileCondition(
  condition: Condition,
  number: number,
  axis: number,
  context: Context,
): Meaning | undefined {
  const place = condition.place;
  const node: TextNode = condition.label ?? { kind: 'text', value: describe(condition), place };
  const name: TextNode = { kind: 'text', value: `条件${number}`, place };
  const { from, to } = condition;
  const dates = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  return compileDefinition(
    {
      name,
      sources: condition.sources,
      versions: [{ kind: 'conditions', conditions: [condition], place, ...dates }],
      ...(axis === HOUSEHOLD && { who: '世帯' as const }),
    },
    context,
    { kind: 'text', node },
  );
}

function eligibility(
  scheme: Scheme,
  conditions: readonly { readonly condition: Condition; readonly meaning: Meaning | undefined }[],
  context: Context,
): { readonly name: string; readonly index: number } {
  const { facts, prefix } = context;
  const axis = axisOf(scheme.who);
  const name = `${prefix}対象`;
  const index = facts.variable(
    {
      name,
      entity: ENTITIES[axis]?.key ?? '',
      type: 'bool',
      unit: 'month',
      initial: 0,
      ...(scheme.to !== undefined && { end: scheme.to }),
    },
    { kind: 'of-scheme', title: scheme.title, word: 'eligible' },
    sourcesOf(scheme.schemeSources, context),
  );
  const dates = scheme.conditions.flatMap(conditionDates);
  facts.formulas[index] = stretchesOf(dates, context).map(([from]): StepFormula => {
    const steps = new StepWriter(scheme.title.place.line);
    const terms: Term[] = [];
    if (scheme.who !== '世帯' && scheme.who !== '全員')
      terms.push(
        steps.add({
          op: 'role',
          entity: HOUSEHOLD,
          mask: maskOf(scheme.who),
          kind: 'bool',
          axis: PERSON,
        }),
      );
    for (const { condition, meaning } of conditions)
      if (meaning?.kind === 'variable' && inForce([condition], from).length > 0)
        terms.push(
          steps.add({
            op: 'get',
            variable: meaning.index,
            when: NOW,
            kind: 'bool',
            axis: meaning.axis,
          }),
        );
    const result = steps.position(steps.lift(steps.all(terms), axis), 'bool');
    return formula(from, steps, result, scheme.title);
  });
  return { name, index };
}

function formula(from: string, steps: StepWriter, result: number, at: TextNode): StepFormula {
  const { file, line = 1 } = at.place;
  return { from, body: { steps: steps.steps, result }, source: `${file}:${line}` };
}

/** A requirement in the words of its file. */
function describe(condition: Condition): string {
  if (condition.label !== undefined) return condition.label.value;
  if (condition.kind === 'holds') return condition.name.value;
  if (condition.kind === 'test') return `${condition.name.value}：${condition.value.value}`;
  const parts = condition.of.map((one) => describe(one));
  if (condition.kind === 'all') return parts.join('、かつ');
  return condition.kind === 'any' ? parts.join('、または') : `${parts.join('、')}のどれでもない`;
}

function notMoney({ place }: TextNode, { findings }: Context): void {
  findings.error(
    'benefits/wrong-type',
    place,
    '「額」は数にしてください。はい・いいえにはできません。',
    'The amount must be a number, not something that is true or false.',
  );
}
