const REF = '#/components/schemas/';

const headers = Object.fromEntries(
  ['Country-Package', 'Country-Package-Version'].map((name) => [
    name,
    { $ref: `#/components/headers/${name}` },
  ]),
);

function response(description: string, schema?: string, type = 'application/json'): object {
  return {
    description,
    headers,
    ...(schema !== undefined && { content: { [type]: { schema: { $ref: REF + schema } } } }),
  };
}

function read(tag: string, id: string, summary: string, schema?: string): object {
  return {
    get: {
      summary,
      tags: [tag],
      operationId: id,
      responses: { 200: response('What was asked for.', schema) },
    },
  };
}

function readOne(tag: string, id: string, summary: string, schema: string, name: string): object {
  return {
    get: {
      summary,
      tags: [tag],
      operationId: id,
      parameters: [
        {
          name,
          in: 'path',
          required: true,
          description: 'As the list of all has it.',
          schema: { type: 'string' },
        },
      ],
      responses: {
        200: response('What was asked for.', schema),
        404: response('There is none of that name.'),
      },
    },
  };
}

interface Posted {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly input: string;
  readonly output: string;
  /** Of the body; default JSON. */
  readonly type?: string;
  /** Whether `?unknown=all` has a meaning. */
  readonly unknown?: boolean;
}

function post({ id, summary, description, input, output, type, unknown }: Posted): object {
  const content = { [type ?? 'application/json']: { schema: { $ref: REF + input } } };
  return {
    post: {
      summary,
      tags: ['Calculations'],
      operationId: id,
      ...(unknown === true && {
        parameters: [
          {
            name: 'unknown',
            in: 'query',
            description: 'With `all`, every input that is not stated is unknown, too.',
            schema: { type: 'string', enum: ['all'] },
          },
        ],
      }),
      requestBody: { required: true, description, content },
      responses: {
        200: response('The answer.', output, type),
        400: response('The request is not valid; the answer says where.', 'Error'),
        404: response('A variable is named that there is not.', 'Error'),
        413: response('The request is too large.', 'Error'),
      },
    },
  };
}

const SITUATION = 'Persons and groups with what is known of them; `null` where a value is wanted.';
const OPEN = `${SITUATION} An object in the place of a value leaves it open: \`{ "least": 0, "most": 100 }\`, \`{ "values": [] }\`, \`{}\`.`;

/** The routes, with methods and answers. */
export function operations(steps: boolean): object {
  return {
    '/calculate': post({
      id: 'calculate',
      summary: 'Calculate what is asked for',
      description: SITUATION,
      input: 'SituationInput',
      output: 'SituationOutput',
    }),
    '/trace': post({
      id: 'trace',
      summary: 'Calculate, and say what asked for what',
      description: SITUATION,
      input: 'SituationInput',
      output: 'Trace',
    }),
    '/batch': post({
      id: 'batch',
      summary: 'Calculate many situations, one a line',
      description: 'One situation a line.',
      input: 'SituationInput',
      output: 'SituationOutput',
      type: 'application/x-ndjson',
    }),
    ...(steps && {
      '/bounds': post({
        id: 'bounds',
        summary: 'Between what values must lie while inputs are unknown',
        description: OPEN,
        input: 'OpenSituation',
        output: 'Bounds',
        unknown: true,
      }),
      '/missing': post({
        id: 'missing',
        summary: 'Unknown inputs that can still change a value, the most telling first',
        description: OPEN,
        input: 'OpenSituation',
        output: 'Missing',
        unknown: true,
      }),
    }),
    '/entities': read('Entities', 'getEntities', 'All entities', 'Entities'),
    '/variables': read('Variables', 'getVariables', 'All variables', 'Variables'),
    '/variable/{variableID}': readOne(
      'Variables',
      'getVariable',
      'One variable',
      'Variable',
      'variableID',
    ),
    '/parameters': read('Parameters', 'getParameters', 'All parameters', 'Parameters'),
    '/parameter/{parameterID}': readOne(
      'Parameters',
      'getParameter',
      'One parameter',
      'Parameter',
      'parameterID',
    ),
    '/spec': read('Documentation', 'spec', 'This description'),
  };
}

const text = { type: 'string' };
const link = { type: 'object', properties: { description: text, href: text } };
const place = { entity: text, id: text, variable: text, period: text };

function listOf(name: string, properties: object): object {
  const items = { type: 'object', properties };
  return { type: 'object', properties: { [name]: { type: 'array', items } } };
}

/** Schemas that are the same for every pack. */
export function fixedSchemas(): object {
  const dated = { type: 'object', additionalProperties: true };
  return {
    Entities: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: { description: text, documentation: text, plural: text, roles: dated },
      },
    },
    Variables: { type: 'object', additionalProperties: link },
    Variable: {
      type: 'object',
      properties: {
        id: text,
        description: text,
        documentation: text,
        entity: text,
        definitionPeriod: text,
        valueType: { type: 'string', enum: ['Int', 'Float', 'Boolean', 'Date', 'String'] },
        defaultValue: {},
        possibleValues: dated,
        references: { type: 'array', items: text },
        source: text,
        formulas: { type: 'object', additionalProperties: { $ref: `${REF}Formula` } },
      },
    },
    Formula: {
      type: ['object', 'null'],
      properties: { content: text, documentation: text, source: text },
    },
    Parameters: { type: 'object', additionalProperties: link },
    Parameter: {
      type: 'object',
      properties: {
        id: text,
        description: { type: ['string', 'null'] },
        documentation: text,
        metadata: dated,
        source: text,
        values: dated,
        brackets: dated,
        subparams: dated,
      },
    },
    OpenSituation: { type: 'object' },
    Bounds: listOf('bounds', { ...place, least: {}, most: {} }),
    Missing: listOf('missing', { ...place, effect: { type: 'number' } }),
    Error: { type: 'object' },
  };
}
