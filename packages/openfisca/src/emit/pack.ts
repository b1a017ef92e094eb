import { addMapping, GenMapping, setSourceContent, toEncodedMap } from '@jridgewell/gen-mapping';
import type { Country, Label } from '../lower/country.ts';
import { FormulaWriter, type Line } from './formula.ts';
import { literal, quote } from './quote.ts';

/** Where generated code finds numpy's arithmetic. */
const KERNEL = '@yokoten/rules/kernel';

/** A module and its source map. */
export interface WrittenModule {
  readonly code: string;
  readonly map: string;
}

/**
 * The fused pack: every formula as plain loops, tables and parameters as constants.
 * @param kernel where it imports numpy's arithmetic from
 */
export function writePack(country: Country, kernel: string = KERNEL): WrittenModule {
  const used = new Set<string>();
  const note = (name: string): string => {
    used.add(name);
    return name;
  };
  const lines: (Line & { readonly source?: string })[] = [];
  const person = country.entities.findIndex(({ roles }) => roles === undefined);
  const variables = country.variables.map((variable, at) => {
    const formulas = (country.steps.formulas[at] ?? []).map(({ from, body, source }, number) => {
      const name = `F${at}_${number}`;
      const writer = new FormulaWriter(
        note,
        person,
        (table) => country.steps.tables[table]?.shape ?? [],
      );
      const file = source?.replace(/:\d+$/, '');
      const place = file === undefined ? {} : { source: file };
      const line = Number(/\d+$/.exec(source ?? '')?.[0] ?? 0);
      lines.push({ text: `const ${name}=(s,t,o)=>{`, line, ...place });
      for (const written of writer.write(body)) lines.push({ ...written, ...place });
      lines.push({ text: '}' });
      return `{from:${quote(from)},compute:${name}}`;
    });
    const facts = literal(variable).slice(0, -1);
    return `${facts}${formulas.length === 0 ? '' : `,formulas:[${formulas.join(',')}]`}}`;
  });
  const { tables, keys } = country.steps;
  if (keys.length > 0) note('matcher');
  const names = [...used].sort();
  const head = [
    '// Compiled from the rules named below; their licence holds. See LICENSE and NOTICE beside this file.',
    ...(names.length > 0 ? [`import{${names.join(',')}}from${quote(kernel)}`] : []),
    'const f=Math.fround',
    ...tables.map(({ data }, at) => `const T${at}=${literal(data)}`),
    ...keys.map((rows, at) => `const M${at}=matcher(${literal(rows)})`),
  ].map((text): Line => ({ text }));
  const tail = [
    'export const pack={',
    "spirals:'initial',",
    `origin:${literal(country.origin)},`,
    `entities:${literal(country.entities)},`,
    'variables:[',
    ...variables.map((text) => `${text},`),
    '],',
    'parameters:[',
    ...country.parameters.map((parameter) => `${literal(parameter)},`),
    ']}',
    'export default pack',
  ].map((text): Line => ({ text }));
  return finish([...head, ...lines, ...tail], country);
}

function finish(
  lines: readonly (Line & { readonly source?: string })[],
  { module, sources }: Country,
): WrittenModule {
  const map = new GenMapping({ file: 'index.js' });
  for (const [at, { line, source }] of lines.entries())
    if (line !== undefined && line > 0 && source !== undefined)
      addMapping(map, {
        generated: { line: at + 1, column: 0 },
        original: { line, column: 0 },
        source: `${module}/${source}`,
      });
  for (const path of new Set(lines.flatMap(({ source }) => source ?? [])))
    setSourceContent(map, `${module}/${path}`, sources.get(path) ?? null);
  const code = lines.map(({ text }) => text).join('\n');
  return {
    code: `${code}\n//# sourceMappingURL=index.js.map\n`,
    map: JSON.stringify(toEncodedMap(map)),
  };
}

/** The rules as data, for explanations. */
export function writeSteps(country: Country): string {
  const { formulas, tables, keys } = country.steps;
  const rows = formulas.map((list) => `${literal(list)},`);
  return [
    '// The same rules step by step, for explanations; see LICENSE and NOTICE beside this file.',
    `export const steps={tables:${literal(tables)},`,
    `keys:${literal(keys)},`,
    'formulas:[',
    ...rows,
    ']}',
    '',
  ].join('\n');
}

/** The variables' labels and units, by name. */
export function writeLabels(country: Country): string {
  return writeTexts(country, 'labels', ({ label, unit }) => ({ label, unit }));
}

/** Where the variables' rules are written down, by name, and what their authors say about them. */
export function writeReferences(country: Country): string {
  return writeTexts(country, 'references', ({ reference, documentation }) => ({
    reference,
    documentation,
  }));
}

function writeTexts(country: Country, name: string, pick: (label: Label) => object): string {
  const rows = country.variables.flatMap((variable, at) => {
    const text = literal(pick(country.labels[at] ?? {}));
    return text === '{}' ? [] : [`[${quote(variable.name)},${text}],`];
  });
  return [
    `// In the words of the authors of the rules; see LICENSE and NOTICE beside this file.`,
    `export const ${name}=new Map([`,
    ...rows,
    '])',
    '',
  ].join('\n');
}

/** The types of the pack: its variables by name, what they are, and the names of their values. */
export function writeTypes(country: Country): string {
  return [
    "import type { Pack } from '@yokoten/rules';",
    '/** The rules, ready to be calculated with. */',
    'export declare const pack: Pack;',
    'export default pack;',
    '/** What each variable of the pack holds. */',
    'export interface Variables {',
    ...country.variables.map(
      ({ name, type, values }) => `  ${quote(name)}: ${valueType(type, values)};`,
    ),
    '}',
    '/** The name of a variable of the pack. */',
    'export type VariableName = keyof Variables;',
    '',
  ].join('\n');
}

function valueType(type: string, values: readonly string[] | undefined): string {
  if (type === 'float' || type === 'int') return 'number';
  if (type === 'bool') return 'boolean';
  return values?.map((name) => quote(name)).join(' | ') ?? 'string';
}
