import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createHandler } from '@yokoten/rules/http';
import { afterAll, describe, expect, test } from 'vitest';
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

/** Posts situations to the real Web API inside of its process. */
const SCRIPT = `
import json, logging, sys, warnings
warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
from openfisca_web_api.app import create_app
from openfisca_country_template import CountryTaxBenefitSystem
client = create_app(CountryTaxBenefitSystem()).test_client()
answers = []
for path, situation in json.load(sys.stdin):
    answer = client.post(path, json=situation)
    answers.append([answer.status_code, answer.get_json()])
print(json.dumps(answers))
`;

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

describe.skipIf(folder === undefined)('the same requests to the real Web API and to ours', () => {
  let loaded: Loaded | undefined;
  afterAll(() => loaded?.remove());

  test('equal answers, field by field; mistakes with the same status at the same place', async () => {
    loaded = await load(folder ?? '');
    const handle = createHandler(loaded.pack);
    const requests = [...situations, ...mistakes].flatMap((situation) => [
      ['/calculate', situation] as const,
    ]);
    const input = JSON.stringify(requests);
    const theirs = JSON.parse(
      execFileSync(python ?? '', ['-c', SCRIPT], {
        input,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'],
      }),
    ) as [number, unknown][];
    for (const [at, [path, situation]] of requests.entries()) {
      const response = await handle(
        new Request(`http://localhost${path}`, { method: 'POST', body: JSON.stringify(situation) }),
      );
      const [status, expected] = theirs[at] ?? [0, {}];
      const answer: unknown = await response.json();
      expect([at, response.status]).toEqual([at, status]);
      if (status === 200) expect(answer).toEqual(expected);
      else expect(pathOf(answer)).toEqual(pathOf(expected));
    }
  });
});
