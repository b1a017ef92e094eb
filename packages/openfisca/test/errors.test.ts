import { expect, test } from 'vitest';
import { compile, type OpenFiscaError } from '../src/index.ts';
import { tinyPackage } from './compile-fixture.ts';

const origin = { name: 'tiny', version: '1', licence: 'MIT', source: 'https://example.org/' };

const HEAD = `import numpy as np
from openfisca_core.periods import MONTH
from openfisca_core.variables import Variable
from tiny.entities import Home, Person
class a(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
class h(Variable):
    value_type = float
    entity = Home
    definition_period = MONTH
class b(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    def formula(person, period, parameters):
`;
const LINE = HEAD.split('\n').length;

function errorsOf(body: string, more: Readonly<Record<string, string>> = {}): [string, string][] {
  const files = tinyPackage({
    'variables/v.py': `${HEAD}        ${body.replaceAll('\n', '\n        ')}\n`,
    ...more,
  });
  let errors: readonly OpenFiscaError[];
  try {
    ({ errors } = compile(files, { origin }));
  } catch (error) {
    errors = [error as OpenFiscaError];
  }
  return errors.map(({ code, place }) => [code, `${place?.file}:${place?.line}`]);
}

test('a formula that can be compiled has no error', () => {
  expect(errorsOf('return person("a", period) * 2')).toEqual([]);
});

// Each of these is an error with the line it stands in, never a silent skip.
test.each([
  ['return person("none", period)', 'unknown-name', 0],
  ['return person("h", period)', 'axis-mismatch', 0],
  ['x = person("a", period)\nreturn x + y', 'unknown-name', 1],
  ['return parameters(period).none.there', 'unknown-name', 0],
  ['return person("a" + person, period)', 'unsupported', 0],
  ['while True:\n    pass', 'unsupported', 0],
  ['try:\n    return 1\nexcept Error:\n    return 2', 'unsupported', 0],
  ['return np.fft.fft(person("a", period))', 'unsupported', 0],
  ['return np.sort(person("a", period))', 'unsupported', 0],
  ['return np.max(person("a", period))', 'unsupported', 0],
  ['return person("a", period)[0]', 'unsupported', 0],
  ['assert 1 == 2\nreturn 1', 'unsupported', 0],
  ['from numpy import *\nreturn 1', 'unsupported', 0],
  ['return person("a", period).mean()', 'unsupported', 0],
  ['return eval("1")', 'unknown-name', 0],
  ['return __import__("os")', 'unknown-name', 0],
  ['import os\nreturn os.system("true")', 'unsupported', 1],
  ['return (person("a", period) > 0) - (person("a", period) > 1)', 'unsupported', 0],
  ['return 0 < person("a", period) < 5', 'unsupported', 0],
  ['for x in person("a", period):\n    pass', 'unsupported', 0],
  ['if person("a", period) > 0:\n    z = 1\nreturn z', 'unsupported', 0],
  ['return open("/etc/hosts").read()', 'outside-package', 0],
  ['return open("/package/../etc/hosts").read()', 'outside-package', 0],
  ['return open("/package/none.csv").read()', 'cannot-read', 0],
  ['return person("a", period, options=["X"])', 'unsupported', 0],
  ['return person("a", "2024-13")', 'unsupported', 0],
  ['return "text"', 'unsupported', -1],
  ['def f(x):\n    return f(x)\nreturn f(1)', 'unsupported', 1],
  ['x = [1, 2]\nx.sort()\nreturn 1', 'unsupported', 1],
  ['return np.genfromtxt("/package/t.csv", delimiter=",", names=True)', 'unsupported', 0],
  ['return np.select([person("a", period) > 0], [1, 2])', 'unsupported', 0],
])('%s', (body, code, line) => {
  expect(errorsOf(body)).toEqual([[`openfisca/${code}`, `variables/v.py:${LINE + line}`]]);
});

test('loops that would never be done with are stopped', () => {
  const loops = 'for i in range(90000):\n    for j in range(90000):\n        x = i\nreturn x';
  expect(errorsOf(loops)[0]?.[0]).toBe('openfisca/too-large');
});

test('a class without what a variable needs', () => {
  const text =
    'from openfisca_core.variables import Variable\nclass x(Variable):\n    value_type = float\n';
  expect(errorsOf('return 1', { 'variables/x.py': text })).toEqual([
    ['openfisca/unsupported', 'variables/x.py:2'],
  ]);
});

test('broken files are named', () => {
  expect(errorsOf('return 1', { 'parameters/p.yaml': 'values: [' })).toEqual([
    ['openfisca/bad-parameter', 'parameters/p.yaml:1'],
  ]);
  expect(
    errorsOf('return 1', { 'parameters/p.yaml': 'values:\n  2024-01-01: {value: {a: 1}}' })[0]?.[0],
  ).toBe('openfisca/bad-parameter');
  expect(errorsOf('return (1')[0]?.[0]).toBe('openfisca/python-syntax');
  expect(errorsOf('return 1', { '__init__.py': '' })).toEqual([
    ['openfisca/no-country', 'undefined:undefined'],
  ]);
});

test('names that mean something to JavaScript are only names', () => {
  const files = tinyPackage({
    'variables/v.py': `${HEAD}        return person("__proto__", period) + parameters(period).__proto__.constructor
class __proto__(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "</script>\`\${1}"
`,
    'parameters/__proto__.yaml': 'constructor:\n  values:\n    2024-01-01: 3\n',
  });
  const { errors, files: written } = compile(files, { origin });
  expect(errors).toEqual([]);
  expect(written.get('index.js')).toContain('"__proto__"');
  expect(written.get('labels.js')).not.toContain('</script>');
});
