import './sentences.ts';
import { calculate } from './calculate.ts';
import { RulesError } from './error.ts';
import { parseObject, readBody, Refusal } from './http/body.ts';
import {
  type Description,
  describeEntities,
  describeParameter,
  describeVariable,
} from './http/describe.ts';
import { describeApi } from './http/spec.ts';
import type { PackTexts } from './http/texts.ts';
import { traceSituation } from './http/trace.ts';
import { answerBounds, answerMissing } from './http/unknown-inputs.ts';
import type { StepPack } from './ir.ts';
import type { Pack } from './pack.ts';

export type { Description } from './http/describe.ts';
export type { EntityText, PackTexts, ParameterText, VariableText } from './http/texts.ts';

/** How the Web API answers. */
export interface HandlerOptions {
  /** What is said about the variables, by name; without it they have no description. */
  readonly descriptions?: ReadonlyMap<string, Description>;
  /** Formulas as they are written, and what is said about parameters and entities: a compiled pack's `texts.js`. */
  readonly texts?: PackTexts;
  /** The rules step by step, for `/bounds` and `/missing`; without them these are not there. */
  readonly steps?: StepPack;
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
 * `/entities`, `/spec`; `/batch`, which takes and gives one situation a line (NDJSON); `/bounds` and `/missing` for situations
 * with unknown inputs. Runs wherever `Request` and `Response` do. Nothing of a request is kept or logged.
 */
export function createHandler(pack: Pack, options: HandlerOptions = {}): Handler {
  const headers = {
    'Country-Package': encodeURI(pack.origin.name),
    'Country-Package-Version': pack.origin.version,
    ...(options.allowOrigin !== undefined && {
      'Access-Control-Allow-Origin': options.allowOrigin,
    }),
  };
  const preflight = {
    ...headers,
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': 'Content-Type',
  };
  const answer = (status: number, data: unknown): Response =>
    Response.json(data, { status, headers });
  return async (request) => {
    try {
      // A browser asks first whether a page of another origin may post.
      if (request.method === 'OPTIONS' && options.allowOrigin !== undefined)
        return new Response(null, { status: 204, headers: preflight });
      const { pathname, origin, searchParams } = new URL(request.url);
      const [, route = '', ...rest] = pathname.split('/').map((part) => decodeURIComponent(part));
      if (POSTED.includes(route)) {
        if (request.method !== 'POST') throw new Refusal(405, 'Use POST.');
        const body = await readBody(request, options.mostBytes ?? 1_000_000);
        if (route === 'batch') return batch(pack, body, headers, options.mostLines ?? 1000);
        const all = searchParams.get('unknown') === 'all';
        return answer(200, reply(pack, options.steps, route, parseObject(body), all));
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

const POSTED: readonly string[] = ['calculate', 'trace', 'batch', 'bounds', 'missing'];

function reply(
  pack: Pack,
  steps: StepPack | undefined,
  route: string,
  situation: Readonly<Record<string, unknown>>,
  all: boolean,
): unknown {
  if (route === 'trace') return traceSituation(pack, situation);
  if (route === 'calculate') return calculate(pack, situation).situation;
  if (steps === undefined) throw new Refusal(404, 'The pack is served without its steps.');
  return route === 'bounds'
    ? answerBounds(pack, steps, situation, all)
    : answerMissing(pack, steps, situation, all);
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
  { descriptions, texts, steps }: HandlerOptions,
  route: string,
  rest: readonly string[],
  origin: string,
): unknown {
  const place = (source: string): string => addressOf(pack, texts?.folder ?? '', source);
  switch (route) {
    case '':
      return rest.length > 0 ? undefined : welcome(origin);
    case 'entities':
      return describeEntities(pack, texts);
    case 'spec':
      return describeApi(pack, { origin, steps: steps !== undefined, texts });
    case 'variables':
      return Object.fromEntries(
        pack.variables.map(({ name }) => [
          name,
          {
            description: descriptions?.get(name)?.label ?? null,
            href: `${origin}/variable/${name}`,
          },
        ]),
      );
    case 'variable': {
      const variable = pack.variables.find(({ name }) => name === rest.join('/'));
      const name = variable?.name ?? '';
      return (
        variable &&
        describeVariable(variable, descriptions?.get(name), texts?.variables.get(name), place)
      );
    }
    case 'parameters':
      return Object.fromEntries(
        pack.parameters.map(({ path }) => [
          path,
          {
            ...(texts && { description: texts.parameters.get(path)?.description ?? null }),
            href: `${origin}/parameter/${path.replaceAll('.', '/')}`,
          },
        ]),
      );
    case 'parameter':
      return describeParameter(pack, rest.join('.'), texts, place);
    default:
      return undefined;
  }
}

function welcome(origin: string): object {
  return {
    welcome: `This is a Web API as OpenFisca's. POST a situation to ${origin}/calculate; ${origin}/spec describes it (OpenAPI).`,
  };
}

/** The address of a file of the rules in their repository, as the great hosts of repositories have it. */
function addressOf({ origin }: Pack, folder: string, source: string): string {
  const home = origin.source.replace(/\/+$/, '');
  return home.startsWith('https:')
    ? `${home}/blob/${origin.version}/${folder}/${source}`
    : `${folder}/${source}`;
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
