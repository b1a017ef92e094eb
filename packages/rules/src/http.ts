import { calculate } from './calculate.ts';
import { readable } from './column.ts';
import { RulesError } from './error.ts';
import { parseObject, readBody, Refusal } from './http/body.ts';
import {
  type Description,
  describeEntities,
  describeParameter,
  describeVariable,
} from './http/describe.ts';
import type { Pack } from './pack.ts';
import { Recorder } from './recorder.ts';
import { buildSimulation } from './situation.ts';

export type { Description } from './http/describe.ts';

/** How the Web API answers. */
export interface HandlerOptions {
  /** What is said about the variables, by name; without it they have no description. */
  readonly descriptions?: ReadonlyMap<string, Description>;
  /** Bytes of a request; default one million. */
  readonly mostBytes?: number;
  /** Lines of a `/batch`; default a thousand. */
  readonly mostLines?: number;
  /** The one origin whose pages may ask; by default none. */
  readonly allowOrigin?: string;
}

/** Answers a request. */
export type Handler = (request: Request) => Promise<Response>;

/**
 * OpenFisca's Web API for a pack: `/calculate`, `/trace`, `/variables`, `/variable/{id}`, `/parameters`, `/parameter/{id}`,
 * `/entities`, and `/batch`, which takes and gives one situation a line (NDJSON). Runs wherever `Request` and `Response` do.
 * Nothing of a request is kept or logged.
 */
export function createHandler(pack: Pack, options: HandlerOptions = {}): Handler {
  const headers = {
    'Country-Package': encodeURI(pack.origin.name),
    'Country-Package-Version': pack.origin.version,
    ...(options.allowOrigin !== undefined && {
      'Access-Control-Allow-Origin': options.allowOrigin,
    }),
  };
  const answer = (status: number, data: unknown): Response =>
    Response.json(data, { status, headers });
  return async (request) => {
    try {
      const { pathname, origin } = new URL(request.url);
      const [, route = '', ...rest] = pathname.split('/').map((part) => decodeURIComponent(part));
      if (route === 'calculate' || route === 'trace' || route === 'batch') {
        if (request.method !== 'POST') throw new Refusal(405, 'Use POST.');
        const body = await readBody(request, options.mostBytes ?? 1_000_000);
        if (route === 'batch') return batch(pack, body, headers, options.mostLines ?? 1000);
        const situation = parseObject(body);
        return answer(
          200,
          route === 'trace' ? trace(pack, situation) : calculate(pack, situation).situation,
        );
      }
      if (request.method !== 'GET') throw new Refusal(405, 'Use GET.');
      const found = describe(pack, options, route, rest, origin);
      if (found === undefined) throw new Refusal(404, 'Not found.');
      return answer(route === '' ? 300 : 200, found);
    } catch (error) {
      if (error instanceof Refusal) return answer(error.status, { error: error.message });
      if (error instanceof URIError) return answer(400, { error: 'The address cannot be read.' });
      if (!(error instanceof RulesError)) throw error;
      return answer(error.code === 'rules/unknown-variable' ? 404 : 400, nested(error));
    }
  };
}

/** OpenFisca's shape: the message where in the situation it belongs. */
function nested({ path, message }: RulesError): object {
  if (path.length === 0) return { error: message };
  return path.reduceRight<unknown>(
    (inner, key) => Object.fromEntries([[key, inner]]),
    message,
  ) as object;
}

function describe(
  pack: Pack,
  { descriptions }: HandlerOptions,
  route: string,
  rest: readonly string[],
  origin: string,
): unknown {
  const link = (kind: string, id: string): string =>
    `${origin}/${kind}/${id
      .split('.')
      .map((part) => encodeURIComponent(part))
      .join('/')}`;
  const id = rest.join('.');
  switch (route) {
    case '':
      return {
        welcome: `Rules of ${pack.origin.name} ${pack.origin.version}. POST a situation to ${origin}/calculate.`,
      };
    case 'entities':
      return describeEntities(pack);
    case 'variables':
      return Object.fromEntries(
        pack.variables.map(({ name }) => [
          name,
          {
            description: descriptions?.get(name)?.label ?? null,
            href: `${origin}/variable/${encodeURIComponent(name)}`,
          },
        ]),
      );
    case 'variable': {
      const variable = pack.variables.find(({ name }) => name === rest.join('/'));
      return variable && describeVariable(variable, descriptions?.get(variable.name));
    }
    case 'parameters':
      return Object.fromEntries(
        pack.parameters.map(({ path }) => [path, { href: link('parameter', path) }]),
      );
    case 'parameter': {
      const parameter = pack.parameters.find(({ path }) => path === id);
      return parameter && describeParameter(parameter);
    }
    default:
      return undefined;
  }
}

/** What asked for what, variable by variable, as OpenFisca's `/trace` tells it. */
function trace(pack: Pack, situation: Readonly<Record<string, unknown>>): object {
  const { simulation, wanted } = buildSimulation(pack, situation);
  const recorder = Recorder.of(simulation);
  for (const { variable, period } of wanted) recorder.calculate(variable, period);
  const entries = [...recorder.recorded].map(
    ([key, { variable, values, dependencies, parameters }]) => {
      const described = recorder.pack.variable(variable);
      const value = Array.from(values as ArrayLike<number | string>, (raw) =>
        readable(described, raw),
      );
      return [key, { value, dependencies, parameters: Object.fromEntries(parameters) }] as const;
    },
  );
  return {
    requestedCalculations: [
      ...new Set(wanted.map(({ variable, period }) => `${variable}<${period.text}>`)),
    ],
    entitiesDescription: Object.fromEntries(
      recorder.populations.map(({ entity, ids }) => [entity.plural, ids]),
    ),
    trace: Object.fromEntries(entries),
  };
}

/** One situation a line; a line that is wrong gets its error and does not stop the others. */
function batch(pack: Pack, body: string, headers: HeadersInit, most: number): Response {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > most) throw new Refusal(413, `There are more than ${most} lines.`);
  const answers = lines.map((line): string => {
    try {
      return JSON.stringify(calculate(pack, parseObject(line)).situation);
    } catch (error) {
      if (error instanceof RulesError) return JSON.stringify(nested(error));
      if (error instanceof Refusal) return JSON.stringify({ error: error.message });
      throw error;
    }
  });
  const all = new Headers(headers);
  all.set('Content-Type', 'application/x-ndjson');
  return new Response(answers.map((line) => `${line}\n`).join(''), { headers: all });
}
