import { describe, expect, test, vi } from 'vitest';
import { samplePack } from '../test/sample-pack.ts';
import { createHandler } from './http.ts';

const handle = createHandler(samplePack, {
  descriptions: new Map([['age', { label: 'Age', reference: ['https://example.org/age'] }]]),
  mostBytes: 5000,
  mostLines: 3,
});

async function ask(path: string, body?: string): Promise<[number, unknown]> {
  const url = `http://localhost:5000${path}`;
  const response = await handle(
    body === undefined ? new Request(url) : new Request(url, { method: 'POST', body }),
  );
  return [response.status, await response.json()];
}

const post = (path: string, body: object): Promise<[number, unknown]> =>
  ask(path, JSON.stringify(body));

const family = {
  persons: {
    Aiko: {
      birth: { ETERNITY: '1990-06-15' },
      income: { '2024-10': 300_000.1 },
      levy: { '2024-10': null },
    },
    Jun: { birth: { ETERNITY: '2010-01-31' } },
    Mei: { birth: { ETERNITY: '2012-02-01' }, age: { '2024-10': null } },
  },
  households: {
    home: {
      guardians: ['Aiko'],
      children: ['Jun', 'Mei'],
      support: { '2024-10': null },
      housing: { '2024-10': null },
    },
  },
};

test('/calculate fills in what is null, with single precision written short', async () => {
  expect(await post('/calculate', family)).toEqual([
    200,
    {
      persons: {
        Aiko: { ...family.persons.Aiko, levy: { '2024-10': 45_000.023 } },
        Jun: family.persons.Jun,
        Mei: { ...family.persons.Mei, age: { '2024-10': 12 } },
      },
      households: {
        home: {
          ...family.households.home,
          support: { '2024-10': 12_000 },
          housing: { '2024-10': 'tenant' },
        },
      },
    },
  ]);
});

test('/trace says what asked for what', async () => {
  const [status, data] = await post('/trace', family);
  expect(status).toBe(200);
  expect(data).toMatchObject({
    requestedCalculations: [
      'levy<2024-10>',
      'age<2024-10>',
      'support<2024-10>',
      'housing<2024-10>',
    ],
    entitiesDescription: { persons: ['Aiko', 'Jun', 'Mei'], households: ['home'] },
    trace: {
      'support<2024-10>': {
        value: [12_000],
        dependencies: ['age<2024-10>'],
        parameters: { 'support.amount<2024-10-01>': 12_000 },
      },
      'age<2024-10>': { value: [34, 14, 12], dependencies: ['birth<2024-10>'] },
      'housing<2024-10>': { value: ['tenant'], dependencies: [] },
    },
  });
});

describe('what is wrong is said where it stands', () => {
  test.each([
    [{ persons: { A: { wage: { '2024-01': 1 } } } }, 404, ['persons', 'A', 'wage']],
    [{ persons: { A: { income: { '2024-13': 1 } } } }, 400, ['persons', 'A', 'income']],
    [
      { persons: { A: { income: { '2024-01': 'x' } } } },
      400,
      ['persons', 'A', 'income', '2024-01'],
    ],
    [{ towns: {} }, 400, ['towns']],
    [{ persons: {} }, 400, ['persons']],
    [
      JSON.parse('{"persons": {"A": {"__proto__": {"2024-01": null}}}}') as object,
      404,
      ['persons', 'A', '__proto__'],
    ],
  ])('%j', async (situation, code, path) => {
    const [status, data] = await post('/calculate', situation);
    expect(status).toBe(code);
    let at: unknown = data;
    for (const key of path) {
      expect(Object.keys(at as object)).toEqual([key]);
      at = Object.entries(at as object)[0]?.[1];
    }
    expect(typeof at).toBe('string');
  });

  test.each([
    ['/calculate', '{bad', 400],
    ['/calculate', '[1]', 400],
    ['/calculate', 'x'.repeat(6000), 413],
    ['/calculate', `${'['.repeat(2400)}${']'.repeat(2400)}`, 400],
    ['/batch', '{}\n'.repeat(4), 413],
    ['/variables', '{}', 405],
  ])('%s', async (path, body, code) => {
    const [status, data] = await ask(path, body);
    expect(status).toBe(code);
    expect(JSON.stringify(data)).not.toContain('bad');
  });

  test.each(['/calculate', '/nope', '/variable/nope', '/parameter/nope', '/variable/%E0%A4%A'])(
    'GET %s',
    async (path) => {
      expect((await ask(path))[0]).toBeGreaterThanOrEqual(400);
    },
  );
});

test('/batch answers line by line, also for a line that is wrong', async () => {
  const lines = [
    JSON.stringify({ persons: { A: { age: { '2024-10': null } } } }),
    '{bad',
    '{"persons": {}}',
  ];
  const response = await handle(
    new Request('http://localhost/batch', { method: 'POST', body: lines.join('\n') }),
  );
  const answers = (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(response.headers.get('Content-Type')).toBe('application/x-ndjson');
  expect(answers).toMatchObject(
    [
      { persons: { A: { age: { '2024-10': 54 } } } },
      { error: 'Invalid JSON.' },
      { persons: /nobody/ },
    ].map((one, at) => (at === 2 ? {} : one)),
  );
  expect(answers).toHaveLength(3);
});

test('what there is', async () => {
  expect((await ask('/'))[0]).toBe(300);
  expect(await ask('/entities')).toMatchObject([
    200,
    { household: { plural: 'households', roles: { guardian: { plural: 'guardians', max: 2 } } } },
  ]);
  expect(await ask('/variables')).toMatchObject([
    200,
    { age: { description: 'Age', href: 'http://localhost:5000/variable/age' } },
  ]);
  expect(await ask('/variable/age')).toEqual([
    200,
    {
      id: 'age',
      description: 'Age',
      valueType: 'Int',
      defaultValue: 0,
      definitionPeriod: 'MONTH',
      entity: 'person',
      references: ['https://example.org/age'],
      formulas: { '0001-01-01': {} },
    },
  ]);
  expect(await ask('/variable/housing')).toMatchObject([
    200,
    { defaultValue: 'tenant', possibleValues: { owner: 'owner' } },
  ]);
  expect(await ask('/variable/levy')).toMatchObject([200, { formulas: { '2030-01-01': null } }]);
  expect(await ask('/variable/birth')).toMatchObject([
    200,
    { defaultValue: '1970-01-01', valueType: 'Date' },
  ]);
  expect(await ask('/parameters')).toMatchObject([
    200,
    { 'support.amount': { href: 'http://localhost:5000/parameter/support/amount' } },
  ]);
  expect(await ask('/parameter/support.amount')).toEqual(await ask('/parameter/support/amount'));
  expect(await ask('/parameter/levy')).toEqual([
    200,
    { id: 'levy', brackets: { '2010-01-01': { '0.0': 0.1, '200000.0': 0.25 } } },
  ]);
});

test('no other origin may ask, unless one is named', async () => {
  const plain = await handle(new Request('http://localhost/entities'));
  expect(plain.headers.get('Access-Control-Allow-Origin')).toBeNull();
  expect(plain.headers.get('Country-Package')).toBe('sample');
  const open = createHandler(samplePack, { allowOrigin: 'https://example.org' });
  const named = await open(new Request('http://localhost/entities'));
  expect(named.headers.get('Access-Control-Allow-Origin')).toBe('https://example.org');
  const first = new Request('http://localhost/calculate', { method: 'OPTIONS' });
  expect((await handle(first)).status).toBe(405);
  const allowed = await open(first);
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type');
});

test('/spec describes the routes and the entities of the pack', async () => {
  const [status, spec] = await ask('/spec');
  expect(status).toBe(200);
  expect(spec).toMatchObject({
    openapi: '3.1.0',
    servers: [{ url: 'http://localhost:5000' }],
    components: {
      schemas: {
        Household: {
          properties: {
            guardians: { type: 'array', items: { type: 'string' } },
            housing: {
              additionalProperties: { type: 'string', enum: ['owner', 'tenant'] },
            },
          },
        },
      },
    },
  });
  const { paths, components } = spec as {
    paths: object;
    components: { schemas: { SituationInput: { example: object } } };
  };
  expect(Object.keys(paths)).not.toContain('/bounds');
  const [posted] = await post('/calculate', components.schemas.SituationInput.example);
  expect(posted).toBe(200);
  expect((await post('/bounds', {}))[0]).toBe(404);
});

test('a key named __proto__ is a name like others, wherever it stands', async () => {
  for (const body of [
    '{"__proto__": {"A": {}}}',
    '{"persons": {"__proto__": {"income": {"2024-10": 1}, "levy": {"2024-10": null}}}}',
    '{"persons": {"A": {"income": {"__proto__": 5}}}}',
  ])
    for (const path of ['/calculate', '/trace', '/batch']) {
      const response = await handle(
        new Request(`http://localhost${path}`, { method: 'POST', body }),
      );
      expect(response.status).toBeLessThan(500);
      expect(Object.prototype).not.toHaveProperty('income');
      expect(({} as Record<string, unknown>).A).toBeUndefined();
    }
});

test('nothing of a request is written anywhere', async () => {
  const said: unknown[] = [];
  const spies = (['log', 'error', 'warn', 'info', 'debug'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...words: unknown[]) => void said.push(words)),
  );
  await post('/calculate', family);
  await post('/calculate', { persons: { Aiko: { income: { '2024-10': 'secret' } } } });
  await ask('/calculate', '{"secret');
  await ask('/batch', '{"secret": 1}');
  await ask('/variable/secret');
  for (const spy of spies) spy.mockRestore();
  expect(said).toEqual([]);
});
