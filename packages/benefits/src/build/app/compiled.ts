import { nearest } from '@yokoten/standard/nearest';
import type { PackTexts } from '../../model/texts.ts';
import type { AppInput, ConfigProblem } from './contract.ts';
import type { RulesPlan } from './rules-plan.ts';

/** A compiled pack as the page's modules, with its licence and notice to be published beside it. */
export interface CompiledPart {
  readonly modules: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly ConfigProblem[];
}

/** What `yokoten rules compile pack …` writes, as far as a page needs it. */
const NEEDED = ['index.js', 'steps.js', 'labels.js', 'references.js'];

/** Makes the page's pack of the folder `pack/` and of what the config says about it. */
export function compiledPart(
  plan: RulesPlan,
  title: string,
  { files }: Pick<AppInput, 'files'>,
): CompiledPart {
  const texts = new Map(
    files.flatMap(({ path, bytes }): [string, string][] =>
      path.startsWith('pack/') ? [[path.slice(5), new TextDecoder().decode(bytes)]] : [],
    ),
  );
  const missing = NEEDED.filter((name) => !texts.has(name));
  if (missing.length > 0)
    return { modules: new Map(), files: new Map(), problems: [notCompiled(missing)] };
  const [licence, notice] = [texts.get('LICENSE'), texts.get('NOTICE')];
  const published = [
    ...(licence === undefined ? [] : [['pack/LICENSE.txt', licence] as const]),
    ...(notice === undefined ? [] : [['pack/NOTICE.txt', notice] as const]),
  ];
  const options = {
    id: 'pack',
    ...plan,
    ...(licence !== undefined && { licenceUrl: './pack/LICENSE.txt' }),
    ...(notice !== undefined && { noticeUrl: './pack/NOTICE.txt' }),
  };
  const words = {
    title,
    ...(notice !== undefined && { notice: firstOf(notice) }),
    ...wordsOf(plan),
  };
  const code = [
    "import { compiledPack } from '@yokoten/benefits/core';",
    "import { pack as rules } from '/pack/index.js';",
    '',
    'export const pack = compiledPack(',
    '  {',
    '    pack: rules,',
    "    steps: () => import('/pack/steps.js'),",
    "    labels: () => import('/pack/labels.js'),",
    "    references: () => import('/pack/references.js'),",
    '  },',
    `  { ...${JSON.stringify(options)}, texts: { ja: async () => (${JSON.stringify(words)}) } },`,
    ');',
    '',
  ].join('\n');
  return {
    modules: new Map([['pack.js', code]]),
    files: new Map(published),
    problems: unknownNames(plan, texts.get('index.d.ts')),
  };
}

/** What the notice says first; the rest is published beside it. */
function firstOf(notice: string): string {
  return notice.split(/\n\s*\n/)[0]?.trim() ?? '';
}

/** The words of the config; all others are the labels of the rules. */
function wordsOf({
  programmes,
  gates = [],
  sets = [],
}: RulesPlan): Pick<PackTexts, 'programmes' | 'gates' | 'sets'> {
  return {
    programmes: Object.fromEntries(
      programmes.map(({ id, output, title, summary }) => [
        id ?? output,
        { title: title?.ja ?? id ?? output, ...(summary && { summary: summary.ja }) },
      ]),
    ),
    gates: Object.fromEntries(
      gates.flatMap(({ id, question }) => (question ? [[id, { question: question.ja }]] : [])),
    ),
    sets: Object.fromEntries(sets.flatMap(({ id, title }) => (title ? [[id, title.ja]] : []))),
  };
}

function notCompiled(missing: readonly string[]): ConfigProblem {
  const names = missing.map((name) => `pack/${name}`);
  return {
    code: 'benefits/pack-not-compiled',
    path: ['benefits', 'pack'],
    message: {
      ja: `「${names.join('」「')}」がありません。「yokoten rules compile」で pack フォルダーを作ってください。`,
      en: `${names.join(', ')} is missing. Make the folder pack with: yokoten rules compile`,
    },
  };
}

/** Names in the config that the rules do not have. Without the pack's types nothing is known. */
function unknownNames(
  { household, programmes, questions = [], gates = [] }: RulesPlan,
  types: string | undefined,
): ConfigProblem[] {
  if (types === undefined) return [];
  const [, body = ''] = /export interface Variables \{\n([^}]*)\}/.exec(types) ?? [];
  const known = new Set(
    body.split('\n').flatMap((line) => /^ {2}"([^"]+)": /.exec(line)?.[1] ?? []),
  );
  const path = ['benefits', 'pack'] as const;
  const check = (name: string | undefined, at: readonly (string | number)[]): ConfigProblem[] =>
    name === undefined || known.has(name) ? [] : [unknown(name, [...path, ...at], known)];
  return [
    ...check(household?.birth, ['household', 'birth']),
    ...programmes.flatMap(({ output, eligible }, at) => [
      ...check(output, ['programmes', at, 'output']),
      ...check(eligible, ['programmes', at, 'eligible']),
    ]),
    ...questions.flatMap(({ variable }, at) => check(variable, ['questions', at, 'variable'])),
    ...gates.flatMap(({ variables }, at) =>
      variables.flatMap((name, place) => check(name, ['gates', at, 'variables', place])),
    ),
  ];
}

function unknown(
  name: string,
  path: readonly (string | number)[],
  known: ReadonlySet<string>,
): ConfigProblem {
  const guess = nearest(name, known);
  return {
    code: 'benefits/unknown-name',
    path,
    message: {
      ja: `「${name}」という変数は、packにありません。${guess === undefined ? '名前を確かめてください。' : `「${guess}」ではありませんか。`}`,
      en: `The pack has no variable "${name}". ${guess === undefined ? 'Check its name.' : `Did you mean "${guess}"?`}`,
    },
  };
}
