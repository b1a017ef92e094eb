import type { Entity, Pack, Situation } from '@yokoten/rules';
import { badTest, isRecord, type YamlTest } from './read.ts';

/** Keys of an entity that name its members. */
function roleKeys({ roles }: Entity): string[] {
  return (roles ?? []).flatMap(({ key, plural, subroles }) =>
    [plural ?? key, key].concat(subroles ?? []),
  );
}

/**
 * The input of a test as a situation. A test may list entities by their plural; describe one group by its singular; or
 * state variables only, which then belong to one person and to one group of each kind.
 */
export function situationOf(pack: Pack, test: YamlTest, file: string): Situation {
  const { entities } = pack;
  const keys = Object.keys(test.input);
  const known = entities.some(({ key, plural }) => keys.includes(plural) || keys.includes(key));
  const passed = new Set(passedOver(pack, test));
  const parts = known
    ? keys
        .filter((key) => !passed.has(key))
        .map((key): [string, unknown] => listed(entities, key, test, file))
    : alone(pack, test, file);
  return Object.fromEntries(
    parts.map(([plural, members]) => [plural, dated(entities, plural, members, test)]),
  );
}

/** Variables beside a group that is described by its singular: OpenFisca reads no such value, and neither do we. */
export function passedOver({ entities }: Pack, { input }: YamlTest): string[] {
  const keys = Object.keys(input);
  if (!entities.some(({ key }) => keys.includes(key))) return [];
  return keys.filter(
    (name) => !entities.some(({ key, plural }) => key === name || plural === name),
  );
}

function listed(
  entities: readonly Entity[],
  key: string,
  { input }: YamlTest,
  file: string,
): [string, unknown] {
  if (entities.some(({ plural }) => plural === key)) return [key, input[key]];
  const entity = entities.find((one) => one.key === key);
  if (entity !== undefined) return [entity.plural, Object.fromEntries([[key, input[key] ?? {}]])];
  throw badTest(file, `input has the unknown key "${key}"`);
}

/** One person called by the entity's key, and one group of each kind around it. */
function alone(
  { entities, variables }: Pack,
  { input }: YamlTest,
  file: string,
): [string, unknown][] {
  const person = entities.find(({ roles }) => roles === undefined);
  const owner = new Map(variables.map(({ name, entity }) => [name, entity]));
  const odd = Object.keys(input).find((name) => !owner.has(name));
  if (odd !== undefined) throw badTest(file, `input has the unknown key "${odd}"`);
  return entities.map(({ key, plural, roles }) => {
    const own = Object.entries(input).filter(([name]) => owner.get(name) === key);
    const [role] = roles ?? [];
    const members =
      role === undefined ? [] : [[role.plural ?? role.key, [person?.key ?? '']] as const];
    return [plural, Object.fromEntries([[key, Object.fromEntries([...members, ...own])]])];
  });
}

/** Values without a period get the test's. */
function dated(
  entities: readonly Entity[],
  plural: string,
  members: unknown,
  test: YamlTest,
): unknown {
  const entity = entities.find((one) => one.plural === plural);
  if (entity === undefined || !isRecord(members)) return members;
  const roles = new Set(roleKeys(entity));
  const period = String(test.period ?? '');
  const fields = (given: unknown): unknown =>
    isRecord(given)
      ? Object.fromEntries(
          Object.entries(given).map(([name, value]) => [
            name,
            roles.has(name) || isRecord(value) ? value : Object.fromEntries([[period, value]]),
          ]),
        )
      : given;
  return Object.fromEntries(Object.entries(members).map(([id, given]) => [id, fields(given)]));
}
