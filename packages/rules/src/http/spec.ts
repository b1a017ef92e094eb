import type { Entity, Pack, Variable } from '../pack.ts';
import { initialSituation } from './spec-example.ts';
import { fixedSchemas, operations } from './spec-routes.ts';
import type { PackTexts } from './texts.ts';

/** What the description of the Web API is made from. */
export interface SpecOptions {
  /** Where it is served, `http://127.0.0.1:5000`. */
  readonly origin: string;
  /** Whether `/bounds` and `/missing` are there. */
  readonly steps: boolean;
  readonly texts?: PackTexts | undefined;
}

/** `GET /spec`: the Web API in OpenAPI 3.1, with the pack's own entities and variables in its schemas. */
export function describeApi(pack: Pack, options: SpecOptions): object {
  const { name, version, licence, source } = pack.origin;
  return {
    openapi: '3.1.0',
    info: {
      title: `${name} Web API`,
      version,
      description: `Calculates by the rules of ${name} ${version}, as OpenFisca's Web API does. Source of the rules: ${source}`,
      license: { name: licence },
    },
    servers: [{ url: options.origin }],
    tags: ['Calculations', 'Entities', 'Variables', 'Parameters', 'Documentation'].map((tag) => ({
      name: tag,
    })),
    paths: operations(options.steps),
    components: {
      headers: {
        'Country-Package': { description: 'Name of the rules.', schema: { type: 'string' } },
        'Country-Package-Version': {
          description: 'Version of the rules.',
          schema: { type: 'string' },
        },
      },
      schemas: {
        ...Object.fromEntries(
          pack.entities.map((entity) => [schemaName(entity), entitySchema(pack, entity)]),
        ),
        SituationInput: { ...situation(pack), example: initialSituation(pack) },
        SituationOutput: situation(pack),
        Trace: traceSchema(pack),
        ...fixedSchemas(),
      },
    },
  };
}

/** `Household` */
function schemaName({ key }: Entity): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

function situation({ entities }: Pack): object {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      entities.map((entity) => [
        entity.plural,
        {
          type: 'object',
          additionalProperties: { $ref: `#/components/schemas/${schemaName(entity)}` },
        },
      ]),
    ),
  };
}

function entitySchema({ variables }: Pack, { key, roles }: Entity): object {
  const own = variables.filter(({ entity }) => entity === key);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries([
      ...(roles ?? []).map(({ key: role, plural }) => [
        plural ?? role,
        { type: 'array', items: { type: 'string' } },
      ]),
      ...own.map((variable) => [
        variable.name,
        { type: 'object', additionalProperties: valueSchema(variable) },
      ]),
    ]),
  };
}

function valueSchema({ type, values }: Variable): object {
  switch (type) {
    case 'enum':
      return { type: 'string', enum: values };
    case 'date':
    case 'text':
      return { type: 'string' };
    case 'int':
      return { type: 'integer' };
    default:
      return { type: type === 'bool' ? 'boolean' : 'number' };
  }
}

function traceSchema({ entities }: Pack): object {
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      requestedCalculations: { type: 'array', items: { type: 'string' } },
      entitiesDescription: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          entities.map(({ plural }) => [plural, { type: 'array', items: { type: 'string' } }]),
        ),
      },
      trace: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          properties: {
            value: { type: 'array' },
            dependencies: { type: 'array', items: { type: 'string' } },
            parameters: { type: 'object' },
          },
        },
      },
    },
  };
}
