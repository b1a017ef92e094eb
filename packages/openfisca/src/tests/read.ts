import { parse, YAMLParseError } from 'yaml';
import { OpenFiscaError } from '../error.ts';

/** Characters of one file of tests. */
const MOST_CHARACTERS = 20_000_000;

/** One test of OpenFisca's YAML format, as its file has it. */
export interface YamlTest {
  readonly name: string;
  /** Period of every value that states none. */
  readonly period?: string | number;
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>>;
  readonly absoluteMargin?: number;
  readonly relativeMargin?: number;
  /** Dotted names of the reforms to apply. */
  readonly reforms: readonly string[];
}

/** Keys a test may have; those without meaning for the result are passed over. */
const KEYS: ReadonlySet<string> = new Set([
  'name', 'description', 'keywords', 'period', 'input', 'output', 'reforms', 'extensions',
  'absolute_error_margin', 'relative_error_margin', 'max_spiral_loops', 'ignore_variables', 'only_variables',
]); // prettier-ignore

/**
 * Reads a file of tests.
 * @throws OpenFiscaError `openfisca/bad-test` with the file
 */
export function readTests(text: string, file: string): YamlTest[] {
  if (text.length > MOST_CHARACTERS) throw badTest(file, `${text.length} characters`);
  const data = parseYaml(text, file);
  const list: unknown[] = Array.isArray(data) ? data : [data];
  return list.filter((one) => one !== null).map((one, at) => readTest(one, file, at + 1));
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text, { maxAliasCount: 1000 });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw badTest(file, error.message.split('\n')[0] ?? '', error.linePos?.[0].line);
  }
}

function readTest(data: unknown, file: string, number: number): YamlTest {
  if (!isRecord(data)) throw badTest(file, `test ${number} is no mapping`);
  const odd = Object.keys(data).find((key) => !KEYS.has(key));
  if (odd !== undefined) throw badTest(file, `test ${number} has the unknown key "${odd}"`);
  if (data.extensions !== undefined) throw badTest(file, `test ${number} needs extensions`);
  const { period, input, output, reforms } = data;
  if (!isRecord(output)) throw badTest(file, `test ${number} has no output`);
  const [absolute, relative] = [data.absolute_error_margin, data.relative_error_margin];
  return {
    name: typeof data.name === 'string' ? data.name : `${file} ${number}`,
    input: isRecord(input) ? input : {},
    output,
    reforms: (Array.isArray(reforms) ? reforms : [reforms]).filter(
      (one) => typeof one === 'string',
    ),
    ...((typeof period === 'string' || typeof period === 'number') && { period }),
    ...(typeof absolute === 'number' && { absoluteMargin: absolute }),
    ...(typeof relative === 'number' && { relativeMargin: relative }),
  };
}

/** A YAML mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The error for a file of tests that cannot be read. */
export function badTest(file: string, what: string, line?: number): OpenFiscaError {
  return new OpenFiscaError(
    'openfisca/bad-test',
    {
      ja: `テストとして読めません（${what}）。OpenFiscaのYAMLテストの形に直してください。`,
      en: `This cannot be read as OpenFisca’s YAML tests: ${what}.`,
    },
    { file, ...(line !== undefined && { line }) },
  );
}
