import type { Bracket, Parameter, ParameterValue, ScaleKind } from '@yokoten/rules';
import { parse, YAMLParseError } from 'yaml';
import { OpenFiscaError } from '../error.ts';
import type { Session } from './session.ts';

/** What a parameter file says about itself, not about the law. */
const ABOUT: readonly string[] = [
  'description',
  'metadata',
  'documentation',
  'reference',
  'label',
  'unit',
];

/** OpenFisca takes a date with something more behind it, and orders it by its text. */
const DATE = /^\d{4}-\d\d-\d\d(?:-\d\d)?$/;

/** One value at one date, as reforms know it. */
interface Entry {
  instant_str: string;
  value: ParameterValue;
  /** Python tells 62.0 from 62, and numpy chooses the type of a result by it. */
  fraction: boolean;
}

type Tree = Record<string, unknown>;

/**
 * Reads all parameter files below a folder into the session's tree: a folder or file is a branch, `values` a figure,
 * `brackets` a scale.
 * @throws OpenFiscaError `openfisca/bad-parameter` with the file
 */
export function loadParameters(session: Session, folder: string): void {
  noteFolders(session, folder);
  for (const path of session.files.list(folder)) {
    const match = /^(.*?)\.ya?ml$/.exec(path);
    if (match === null) continue;
    const parts = (match[1] ?? '').slice(folder.length + 1).split('/');
    const index = parts.at(-1) === 'index';
    const text = session.files.read(path) ?? '';
    try {
      const data: unknown = parse(text, { maxAliasCount: 100, intAsBigInt: true });
      const own = index ? parts.slice(0, -1) : parts;
      const source = index ? path.slice(0, path.lastIndexOf('/')) : path;
      session.parameterFiles.push({ path: own.join('.'), data, source });
      if (!index) place(session.tree, parts, parseParameterTree(data));
    } catch (error) {
      throw badParameter(error, path);
    }
  }
}

/** A folder is a branch, though it need not say anything about itself. */
function noteFolders({ files, parameterFiles }: Session, folder: string): void {
  const folders = new Set(
    files.list(folder).flatMap((path) => {
      const parts = path
        .slice(folder.length + 1)
        .split('/')
        .slice(0, -1);
      return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
    }),
  );
  for (const path of folders)
    parameterFiles.push({ path: path.replaceAll('/', '.'), data: {}, source: `${folder}/${path}` });
}

function place(tree: Tree, parts: readonly string[], value: unknown): void {
  const name = parts.at(-1) ?? '';
  let branch = tree;
  for (const part of parts.slice(0, -1)) {
    if (!Object.hasOwn(branch, part)) define(branch, part, {});
    branch = branch[part] as Tree;
  }
  const beside = Object.hasOwn(branch, name) ? branch[name] : {};
  define(branch, name, { ...(beside as Tree), ...(value as Tree) });
}

/** Never by plain assignment: a name may be `__proto__`. */
function define(tree: Tree, name: string, value: unknown): void {
  Object.defineProperty(tree, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/** What stands in a file, in the form reforms work on: figures as `values_list`, scales as `brackets`. */
export function parseParameterTree(data: unknown): Tree {
  if (!isRecord(data)) throw new TypeError('a mapping is needed here');
  if ('values' in data || Object.keys(data).some((key) => DATE.test(key)))
    return { values_list: entries(isRecord(data.values) ? data.values : data) };
  if (Array.isArray(data.brackets)) {
    const { metadata } = data;
    const single = isRecord(metadata) && metadata.type === 'single_amount';
    return {
      ...(single && { metadata: { type: 'single_amount' } }),
      brackets: data.brackets.map((bracket: unknown) => parseParameterTree(bracket)),
    };
  }
  return Object.fromEntries(
    Object.entries(data)
      .filter(([key]) => !ABOUT.includes(key))
      .map(([key, value]) => [key, parseParameterTree(value)]),
  );
}

function entries(dated: Tree): Entry[] {
  return Object.entries(dated)
    .filter(([date, value]) => DATE.test(date) && value !== 'expected')
    .map(([date, given]) => {
      const { value, fraction } = checkValue((isRecord(given) ? given.value : given) ?? null);
      return { instant_str: date, value, fraction };
    })
    .toSorted((a, b) => (a.instant_str < b.instant_str ? -1 : 1));
}

function checkValue(value: unknown): { value: ParameterValue; fraction: boolean } {
  if (Array.isArray(value)) {
    const items = value.map((item) => checkValue(item));
    if (items.every((item) => typeof item.value === 'number' || typeof item.value === 'string'))
      return {
        value: items.map((item) => item.value as number | string),
        fraction: items.some(({ fraction }) => fraction),
      };
  }
  if (typeof value === 'bigint') return { value: Number(value), fraction: false };
  if (value === null || typeof value === 'boolean' || typeof value === 'string')
    return { value, fraction: false };
  if (typeof value === 'number') return { value, fraction: true };
  throw new TypeError('a value is a number, a truth value, a text, or a list of these');
}

/** Paths of the figures that are fractions in the eyes of Python. */
export function fractionPaths(tree: Tree, path: readonly string[] = []): string[] {
  return Object.entries(tree).flatMap(([name, node]): string[] => {
    if (!isRecord(node)) return [];
    const here = [...path, name];
    if (!Array.isArray(node.values_list)) return fractionPaths(node, here);
    return (node.values_list as Entry[]).some(({ fraction }) => fraction) ? [here.join('.')] : [];
  });
}

/** The tree as the flat list that a pack holds. */
export function flattenParameters(tree: Tree, path: readonly string[] = []): Parameter[] {
  return Object.entries(tree).flatMap(([name, node]): Parameter[] => {
    const here = [...path, name];
    if (!isRecord(node)) return [];
    if (Array.isArray(node.values_list))
      return [{ path: here.join('.'), values: pairs(node.values_list as Entry[]) }];
    if (Array.isArray(node.brackets)) return [scale(here, node)];
    return flattenParameters(node, here);
  });
}

function pairs(values: readonly Entry[]): [string, ParameterValue][] {
  return values.map(({ instant_str, value }) => [instant_str, value]);
}

function scale(path: readonly string[], node: Tree): Parameter {
  const brackets = (node.brackets as Tree[]).map((bracket): Bracket => {
    const figures = Object.entries(bracket).filter(
      ([, figure]) => isRecord(figure) && Array.isArray(figure.values_list),
    );
    return Object.fromEntries(
      figures.map(([key, figure]) => [
        key,
        pairs((figure as { values_list: Entry[] }).values_list) as [string, number | null][],
      ]),
    );
  });
  const has = (key: string): boolean => brackets.some((bracket) => Object.hasOwn(bracket, key));
  const single = isRecord(node.metadata) && node.metadata.type === 'single_amount';
  const kind: ScaleKind = has('average_rate')
    ? 'average-rate'
    : has('rate')
      ? 'marginal-rate'
      : single
        ? 'single-amount'
        : 'marginal-amount';
  return { path: path.join('.'), scale: kind, brackets };
}

/** A mapping. */
export function isRecord(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badParameter(error: unknown, file: string): unknown {
  if (!(error instanceof TypeError) && !(error instanceof YAMLParseError)) return error;
  const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
  return new OpenFiscaError(
    'openfisca/bad-parameter',
    {
      ja: `パラメーターのファイルとして読めません（${error.message.split('\n')[0] ?? ''}）。`,
      en: `This cannot be read as parameters: ${error.message.split('\n')[0] ?? ''}.`,
    },
    { file, ...(line !== undefined && { line }) },
  );
}
