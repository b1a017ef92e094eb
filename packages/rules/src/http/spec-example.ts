import { readable } from '../readable.ts';
import type { Entity, Pack, Variable } from '../pack.ts';

const PERIODS: Readonly<Record<Variable['unit'], string>> = {
  eternity: 'ETERNITY',
  year: '2024',
  month: '2024-01',
  week: '2024-W01',
  day: '2024-01-01',
  weekday: '2024-W01-1',
};

/** A situation that can be posted as it stands: one person, one group of each kind, an input and a wanted value of each. */
export function initialSituation({ entities, variables }: Pack): object {
  return Object.fromEntries(
    entities.map((entity) => [
      entity.plural,
      { [entity.roles === undefined ? 'A' : 'group']: member(entity, variables) },
    ]),
  );
}

function member({ key, roles }: Entity, variables: readonly Variable[]): object {
  const own = variables.filter(({ entity }) => entity === key);
  const input = own.find(({ formulas }) => formulas === undefined);
  const output = own.find(({ formulas }) => formulas !== undefined);
  const [role] = roles ?? [];
  return Object.fromEntries([
    ...(role === undefined ? [] : [[role.plural ?? role.key, ['A']]]),
    ...(input === undefined
      ? []
      : [[input.name, { [PERIODS[input.unit]]: readable(input, input.initial) }]]),
    ...(output === undefined ? [] : [[output.name, { [PERIODS[output.unit]]: null }]]),
  ]) as object;
}
