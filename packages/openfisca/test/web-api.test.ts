import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Pack } from '@yokoten/rules';
import { createHandler, type Description, type Handler, type PackTexts } from '@yokoten/rules/http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moduleFolder } from '../src/compare.ts';
import { load, type Loaded } from './compile-fixture.ts';

const python = [
  process.env.YOKOTEN_PYTHON,
  fileURLToPath(new URL('../../../.cache/openfisca/bin/python', import.meta.url)),
].find((path) => path !== undefined && existsSync(path));
const folder =
  python === undefined ? undefined : moduleFolder(python, 'openfisca_country_template');
if (folder === undefined)
  console.log('OpenFisca’s Web API: not on this machine, nothing to compare with');

/** Asks the real Web API inside of its process. */
const SCRIPT = `
import importlib, json, logging, sys, warnings
warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
from openfisca_web_api.app import create_app
job = json.load(sys.stdin)
client = create_app(importlib.import_module(job["module"]).CountryTaxBenefitSystem()).test_client()
answers = []
for path, body in job["requests"]:
    answer = client.get(path) if body is None else client.post(path, data=json.dumps(body), content_type="application/json")
    answers.append([answer.status_code, answer.get_json(silent=True)])
print(json.dumps(answers))
`;

type Asked = readonly [path: string, body: object | null];

function askReal(module: string, requests: readonly Asked[]): [number, unknown][] {
  const answers = execFileSync(python ?? '', ['-c', SCRIPT], {
    input: JSON.stringify({ module, requests }),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  return JSON.parse(answers) as [number, unknown][];
}

const persons = (more: object = {}): object => ({
  A: {
    birth: { ETERNITY: '1980-01-01' },
    salary: { '2017-01': 4000.1, '2016': 1200 },
    disposable_income: { '2017-01': null },
    ...more,
  },
  B: {
    age: { '2017-01': null, '2015-03': null },
    salary: { '2017-01': 20_001 },
    income_tax: { '2017-01': null },
  },
});
const household = (more: object = {}): object => ({
  h: {
    parents: ['A', 'B'],
    accommodation_size: { '2017-01': 73.5 },
    total_taxes: { '2017-01': null },
    housing_tax: { 2017: null },
    housing_occupancy_status: { '2017-01': null },
    ...more,
  },
});

const situations = [
  { persons: persons(), households: household() },
  {
    persons: persons(),
    households: household({
      children: [],
      parents: ['B'],
      rent: { '2016-05': 700 },
      housing_allowance: { '2016-05': null },
    }),
  },
  { persons: persons({ pension: { '2017-01': null } }) },
  {
    persons: { A: { age: { '2017-01': 17 }, basic_income: { '2017-01': null } } },
    households: household({ parents: ['A'] }),
  },
];

const mistakes = [
  { persons: persons({ zz: { '2017-01': 1 } }), households: household() },
  { persons: persons({ salary: { '2017-13': 1 } }), households: household() },
  { persons: persons({ salary: { '2017-01': 'x' } }), households: household() },
  { persons: persons({ salary: 5 }), households: household() },
  { persons: persons({ birth: { ETERNITY: 'x' } }), households: household() },
  { persons: persons({ total_taxes: { '2017-01': null } }), households: household() },
  { persons: persons(), households: household({ parents: ['Z'] }) },
  { persons: persons(), households: household({ children: ['A'] }) },
  { persons: persons(), households: household({ housing_occupancy_status: { '2017-01': 'q' } }) },
  { persons: persons(), foo: {} },
  { persons: {} },
];

/** The keys that lead to the sentence. */
function pathOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  return Object.entries(error).flatMap(([key, inner]) => [key].concat(pathOf(inner)));
}

/** A pack with all that lies beside it, as `rules serve` answers for it. */
async function handlerOf(loaded: Loaded): Promise<Handler> {
  const [{ labels }, { references }, { texts }] = await Promise.all([
    loaded.open<{ labels: ReadonlyMap<string, Description> }>('labels.js'),
    loaded.open<{ references: ReadonlyMap<string, Description> }>('references.js'),
    loaded.open<{ texts: PackTexts }>('texts.js'),
  ]);
  const names = new Set([...labels.keys(), ...references.keys()]);
  const descriptions = new Map(
    [...names].map((name) => [name, { ...labels.get(name), ...references.get(name) }]),
  );
  return createHandler(loaded.pack, { descriptions, texts, steps: loaded.steps });
}

async function askOurs(handle: Handler, [path, body]: Asked): Promise<[number, unknown]> {
  const init = body === null ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await handle(new Request(`http://localhost${path}`, init));
  return [response.status, await response.json()];
}

/** Every address that describes something. */
function addresses({ variables, parameters }: Pack): string[] {
  const branches = parameters.flatMap(({ path }) => {
    const parts = path.split('.').map((part) => encodeURIComponent(part));
    return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
  });
  return [
    '/entities',
    '/variables',
    '/parameters',
    ...variables.map(({ name }) => `/variable/${encodeURIComponent(name)}`),
    ...[...new Set(branches)].map((path) => `/parameter/${path}`),
    '/variable/there_is_none',
    '/parameter/there/is/none',
    '/nothing',
  ];
}

/** In `/trace` OpenFisca writes days in a form that it does not read; what was asked for comes in no order that means anything. */
function withoutDays(answer: unknown): unknown {
  if (typeof answer === 'string' && (answer.endsWith(' GMT') || /^\d{4}-\d\d-\d\d$/.test(answer)))
    return 'a day';
  if (Array.isArray(answer)) return answer.map((one) => withoutDays(one));
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([key]) => key !== 'calculation_time' && key !== 'formula_time')
      .map(([key, value]) =>
        key === 'requestedCalculations' && Array.isArray(value)
          ? [key, value.map(String).toSorted((a, b) => (a < b ? -1 : 1))]
          : [key, withoutDays(value)],
      ),
  );
}

/** A value that a formula asks for and does nothing with is not asked for here. */
function withoutUnused(theirs: unknown, ours: unknown): unknown {
  const asked = (ours as Traced).trace;
  const { trace, ...rest } = theirs as Traced;
  const entries = Object.entries(trace).map(([key, entry]) => {
    const dependencies = asked[key]?.dependencies ?? [];
    return [
      key,
      { ...entry, dependencies: entry.dependencies.filter((one) => dependencies.includes(one)) },
    ];
  });
  return { ...rest, trace: Object.fromEntries(entries) };
}

interface Traced {
  readonly trace: Readonly<Record<string, { readonly dependencies: readonly string[] }>>;
}

const DAY = '2026-05-15';
const japan = {
  世帯員: {
    母: { 誕生年月日: { ETERNITY: '1985-06-15' }, 収入: { [DAY]: 3_600_000 } },
    子: { 誕生年月日: { ETERNITY: '2018-03-31' }, 年齢: { [DAY]: null } },
  },
  世帯一覧: {
    家: { 親一覧: ['母'], 子一覧: ['子'], 児童手当: { [DAY]: null }, 生活保護: { [DAY]: null } },
  },
};

interface Spec {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: object }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

const pairs: { module: string; situations: object[] }[] = [
  { module: 'openfisca_country_template', situations: [...situations, ...mistakes] },
  { module: 'openfisca_japan', situations: [japan] },
];

describe.skipIf(folder === undefined).each(pairs)(
  'the same requests to the real Web API of $module and to ours',
  ({ module, situations: all }) => {
    const inPython = folder === undefined ? undefined : moduleFolder(python ?? '', module);
    let loaded: Loaded;
    let handle: Handler;
    beforeAll(async () => {
      loaded = await load(inPython ?? '');
      handle = await handlerOf(loaded);
    });
    afterAll(() => loaded.remove());

    test('equal answers, field by field; mistakes with the same status at the same place', async () => {
      // OpenFisca gives the values of the only household to whom is in none, which `/trace` alone shows.
      const untraced = JSON.stringify(situations[1]);
      const traced = all.filter((situation) => JSON.stringify(situation) !== untraced);
      const requests = [
        ...all.map((situation): Asked => ['/calculate', situation]),
        ...traced.map((situation): Asked => ['/trace', situation]),
      ];
      const theirs = askReal(module, requests);
      for (const [at, asked] of requests.entries()) {
        const [status, answer] = await askOurs(handle, asked);
        const [theirStatus, expected] = theirs[at] ?? [0, {}];
        expect([at, status]).toEqual([at, theirStatus]);
        if (status !== 200) expect(pathOf(answer)).toEqual(pathOf(expected));
        else if (asked[0] === '/calculate') expect(answer).toEqual(expected);
        else expect(withoutDays(answer)).toEqual(withoutUnused(withoutDays(expected), answer));
      }
    });

    test('what is said about entities, variables and parameters, formulas with them, is the same', async () => {
      const requests = addresses(loaded.pack).map((path): Asked => [path, null]);
      const theirs = askReal(module, requests);
      for (const [at, asked] of requests.entries()) {
        const [status, answer] = await askOurs(handle, asked);
        const [theirStatus, expected] = theirs[at] ?? [0, {}];
        expect([asked[0], status]).toEqual([asked[0], theirStatus]);
        if (status === 200) expect([asked[0], answer]).toEqual([asked[0], expected]);
      }
      console.log(`${module}: ${requests.length} answers of the Web API are the same`);
    });

    test('/spec has the same routes and the same schemas of a situation', async () => {
      const [theirs, ours] = [
        askReal(module, [['/spec', null]])[0]?.[1] as Spec,
        (await askOurs(handle, ['/spec', null]))[1] as Spec,
      ];
      for (const [path, methods] of Object.entries(theirs.paths))
        for (const [method, { responses }] of Object.entries(methods))
          expect([path, Object.keys(ours.paths[path]?.[method]?.responses ?? {})]).toEqual([
            path,
            expect.arrayContaining(Object.keys(responses)),
          ]);
      const tailored = loaded.pack.entities.map(
        ({ key }) => key.charAt(0).toUpperCase() + key.slice(1),
      );
      for (const name of tailored)
        expect(ours.components.schemas[name]).toEqual(theirs.components.schemas[name]);
      for (const name of ['SituationInput', 'SituationOutput'])
        expect({ ...(ours.components.schemas[name] as object), example: 0 }).toEqual({
          ...(theirs.components.schemas[name] as object),
          example: 0,
        });
    });
  },
);
