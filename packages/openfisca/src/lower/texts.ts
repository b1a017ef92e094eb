import type { PackTexts, ParameterText, VariableText } from '@yokoten/rules/http';
import { blockOf, dedent, docstringOf } from '../python/block.ts';
import { formulaDate } from './formula.ts';
import { isRecord } from './parameter-files.ts';
import type { Session, VariableEntry } from './session.ts';

/** What the authors of a package say about its parts, and where they stand. */
export function readTexts(session: Session): PackTexts {
  return {
    folder: session.files.module,
    variables: new Map(
      [...session.variables.values()].map((entry) => [entry.name, variableText(entry)]),
    ),
    parameters: parameterTexts(session),
    entities: session.entityTexts,
  };
}

function variableText({ class: { def, file }, attributes, neutral }: VariableEntry): VariableText {
  const { from, to } = blockOf(file, def);
  const possible = attributes.get('possible_values');
  const names =
    possible?.is === 'enum'
      ? possible.enum.items.map(([name, value]): [string, string] => [
          name,
          value.is === 'str' ? value.value : name,
        ])
      : undefined;
  const formulas = neutral
    ? []
    : [...attributes].flatMap(([name, value]) => formulaText(name, value));
  return {
    // OpenFisca counts a class's lines from zero in these addresses.
    source: `${file.path}#L${from - 1}-L${to - 1}`,
    ...(names && { names: Object.fromEntries(names) }),
    ...(formulas.length > 0 && { formulas: Object.fromEntries(formulas) }),
  };
}

type Formulas = NonNullable<VariableText['formulas']>;

function formulaText(
  name: string,
  value: VariableEntry['attributes'] extends ReadonlyMap<string, infer V> ? V : never,
): [string, Formulas[string]][] {
  const from = name.startsWith('formula') ? formulaDate(name) : undefined;
  if (from === undefined || value.is !== 'function') return [];
  const { content, from: first, to } = blockOf(value.file, value.def);
  const documentation = docstringOf(value.def);
  const text = {
    content,
    ...(documentation !== undefined && { documentation: dedent(documentation) }),
    source: `${value.file.path}#L${first}-L${to}`,
  };
  return [[from, text]];
}

function parameterTexts({ parameterFiles }: Session): ReadonlyMap<string, ParameterText> {
  const texts = new Map<string, ParameterText>();
  const visit = (path: string, data: unknown, source: string): void => {
    if (!isRecord(data)) return;
    const { description, documentation, metadata, reference, unit } = data;
    const about = {
      ...(isRecord(metadata) ? metadata : {}),
      ...(reference !== undefined && { reference }),
      ...(unit !== undefined && { unit }),
    };
    texts.set(path, {
      ...(typeof description === 'string' && { description }),
      ...(typeof documentation === 'string' && { documentation: documentation.trim() }),
      metadata: plain(about) as Record<string, unknown>,
      ...(Array.isArray(data.brackets) && wholeThresholds(data.brackets) && { whole: true }),
      source,
    });
    if ('values' in data || 'brackets' in data) return;
    for (const [name, inner] of Object.entries(data))
      if (!/^\d{4}-\d\d-\d\d$/.test(name) && !ABOUT.includes(name))
        visit(path === '' ? name : `${path}.${name}`, inner, source);
  };
  for (const { path, data, source } of parameterFiles) visit(path, data, source);
  return texts;
}

function wholeThresholds(brackets: readonly unknown[]): boolean {
  return brackets.every(
    (bracket) =>
      isRecord(bracket) &&
      isRecord(bracket.threshold) &&
      Object.values(bracket.threshold).every(
        (one) => typeof (isRecord(one) ? one.value : one) !== 'number',
      ),
  );
}

const ABOUT: readonly string[] = ['description', 'documentation', 'metadata', 'reference', 'unit'];

/** Whole numbers come out of YAML as such that JSON does not know. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map((item) => plain(item));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
