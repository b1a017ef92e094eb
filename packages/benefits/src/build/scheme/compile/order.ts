import type { OrderKey, Version } from '../definition.ts';
import { isWhole } from './cell.ts';
import { BIRTH, HOUSEHOLD, maskOf, PERSON } from './entities.ts';
import type { Lowering } from './lower.ts';
import { lowerAll } from './lower-condition.ts';
import { known, type Term } from './steps.ts';

/**
 * Place among the counted persons of a role, from 1; 0 for whoever is not counted. Where a value is the same, the next one
 * decides; where all are, whoever stands first in the household.
 */
export function placeInOrder(
  lowering: Lowering,
  { role, by, counted }: Extract<Version, { kind: 'order' }>,
  day: string,
): Term | undefined {
  const { steps } = lowering;
  const mask = maskOf(role);
  const has = steps.add({ op: 'role', entity: HOUSEHOLD, mask, kind: 'bool', axis: PERSON });
  const condition = lowerAll(lowering, counted, day);
  const values = by.map((key) => valueOf(lowering, key));
  if (condition === undefined || by.length === 0) return undefined;
  if (!values.every((value) => value !== undefined)) return undefined;
  const counts = steps.position(steps.all([has, condition]), 'bool');
  const rank = (value: Term): Term =>
    steps.add({
      op: 'rank',
      entity: HOUSEHOLD,
      args: [steps.position(value), counts],
      kind: 'int32',
      axis: PERSON,
    });
  const size = steps.add({
    op: 'count',
    entity: HOUSEHOLD,
    mask: -1,
    kind: 'int64',
    axis: HOUSEHOLD,
  });
  // Places are fewer than persons: a value times their number, plus the place by what comes after it, is in the order of both.
  const last = values.reduceRight<Term | undefined>((later, value) => {
    if (later === undefined) return rank(value);
    return rank(steps.arithmetic('add', steps.arithmetic('mul', value, size), later));
  }, undefined);
  return last && steps.arithmetic('add', last, known(1));
}

/** What a person is put in order by, smallest first. */
function valueOf(lowering: Lowering, { name, largestFirst }: OrderKey): Term | undefined {
  const { steps, findings } = lowering;
  const { value, place } = name;
  const cell = lowering.name(value, place);
  if (cell === undefined) return undefined;
  if (cell.type === 'date' && value === BIRTH) return cell.term;
  if (cell.type !== 'number' || !isWhole(cell))
    return findings.error(
      'benefits/wrong-type',
      place,
      `「${value}」では順番を決められません。整数の質問か計算の名前を書いてください。`,
      `People cannot be put in order by "${value}". Name a question or a calculation that is a whole number.`,
    );
  if ('known' in cell.top || cell.top.axis !== PERSON)
    return findings.error(
      'benefits/scope-mismatch',
      place,
      `「${value}」は一人ひとりの値ではないので、順番を決められません。「だれに: 保護者」のような値を書いてください。`,
      `"${value}" is not a value of each person, so it puts nobody in order. Name one that has だれに: 保護者 or the like.`,
    );
  return largestFirst ? steps.arithmetic('sub', known(0), cell.top) : cell.top;
}
