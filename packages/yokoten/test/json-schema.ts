/** The part of JSON Schema (2020-12) that our schema uses; enough to know whether a config fits it. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly description?: string;
  readonly default?: unknown;
}

/** Keywords that say what a value must be, and those that only tell about it. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  `$ref $defs type const enum pattern minLength minimum maximum items minItems maxItems uniqueItems
  properties required additionalProperties anyOf description default title $schema
  allowComments allowTrailingCommas`.split(/\s+/),
);

/** Where the value does not fit, as `path: why`. */
export function misfits(root: Schema, value: unknown, schema: Schema = root, path = ''): string[] {
  const wrong = (why: string): string[] => [`${path}: ${why}`];
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    return target === undefined ? wrong(`no ${schema.$ref}`) : misfits(root, value, target, path);
  }
  if (schema.anyOf !== undefined) {
    const all = schema.anyOf.map((one) => misfits(root, value, one, path));
    return all.some((found) => found.length === 0) ? [] : all.flat();
  }
  if (schema.const !== undefined && value !== schema.const) return wrong('const');
  if (schema.enum !== undefined && !schema.enum.includes(value)) return wrong('enum');
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => hasType(value, type)))
    return wrong(`type ${types.join()}`);
  if (typeof value === 'string') {
    if (value.length < (schema.minLength ?? 0)) return wrong('minLength');
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value))
      return wrong('pattern');
  }
  if (typeof value === 'number') {
    if (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity))
      return wrong('range');
  }
  if (Array.isArray(value)) return listMisfits(root, value, schema, path);
  return typeof value === 'object' && value !== null
    ? objectMisfits(root, { ...value }, schema, path)
    : [];
}

function listMisfits(
  root: Schema,
  list: readonly unknown[],
  schema: Schema,
  path: string,
): string[] {
  if (list.length < (schema.minItems ?? 0) || list.length > (schema.maxItems ?? Infinity)) {
    return [`${path}: length`];
  }
  if (schema.uniqueItems === true && new Set(list).size < list.length) return [`${path}: unique`];
  const { items } = schema;
  return items === undefined
    ? []
    : list.flatMap((item, i) => misfits(root, item, items, `${path}/${i}`));
}

function objectMisfits(
  root: Schema,
  value: Readonly<Record<string, unknown>>,
  { properties = {}, required = [], additionalProperties = true }: Schema,
  path: string,
): string[] {
  const missing = required.filter((key) => !(key in value)).map((key) => `${path}: lacks ${key}`);
  const found = Object.entries(value).flatMap(([key, item]) => {
    const schema = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (schema === false || schema === undefined) return [`${path}: unknown ${key}`];
    return schema === true ? [] : misfits(root, item, schema, `${path}/${key}`);
  });
  return [...missing, ...found];
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object')
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
