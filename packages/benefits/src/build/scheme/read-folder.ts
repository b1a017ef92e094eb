import type { Findings } from '../finding.ts';
import {
  GRADES,
  AGE,
  AGE_IN_MONTHS,
  GRADE,
  HOUSEHOLD_SIZE,
  SCHOOL_AGE,
} from './compile/builtins.ts';
import { BIRTH } from './compile/entities.ts';
import type { Example, Names, PackFile, Scheme } from './definition.ts';
import type { TableExamples } from './example-table.ts';
import { didYouMean } from './fields.ts';
import { lawSchemes } from './law-schemes.ts';
import { readExamples } from './read-example.ts';
import type { Reading } from './read-names.ts';
import { PACK_KEYS, readPackFile, readScheme, readShared, SCHEME_KEYS } from './read-scheme.ts';
import { readTranslation, type Translation } from './read-translation.ts';
import { readYaml } from './read-yaml.ts';
import { readSchemeTable } from './scheme-table.ts';
import { entryOf, type MapNode } from './tree.ts';

/** A file by its name in the folder. */
export interface SchemeSource {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a folder of schemes holds. */
export interface SchemeFolder {
  readonly pack?: PackFile;
  readonly schemes: readonly Scheme[];
  readonly translations: readonly Translation[];
}

const LANGUAGE_NAMES = [
  BIRTH, AGE, AGE_IN_MONTHS, SCHOOL_AGE, GRADE, HOUSEHOLD_SIZE, ...GRADES.keys(), '対象', '額',
]; // prettier-ignore

/**
 * Reads the files of a folder: schemes (`制度:`), what they share (`パック:`), translations (`言語:`), and tables of simple
 * schemes and their examples (`.csv`, `.xlsx`), with the schemes of the law that it takes in. Mistakes are in the findings; a file with mistakes may be
 * left out.
 */
export async function readSchemeFolder(
  sources: readonly SchemeSource[],
  findings: Findings,
): Promise<SchemeFolder> {
  const { trees: own, examples } = await treesOf(sources, findings);
  const { trees: law } = await treesOf(
    own.flatMap(({ map }) => (kindOf(map) === 'パック' ? lawSchemes(map, findings) : [])),
    findings,
  );
  const trees = [...law, ...own];
  const reading: Reading = {
    findings,
    names: new Set([...LANGUAGE_NAMES, ...trees.flatMap(({ map }) => namesIn(map))]),
  };
  const of = (kind: Kind, all: readonly SchemeTree[] = trees): readonly SchemeTree[] =>
    all.filter(({ map }) => kindOf(map) === kind);
  for (const { file, map } of own)
    if ([undefined, '共通'].includes(kindOf(map))) unknownFile(file, map, findings);
  const [first, ...others] = of('パック');
  const pack = first && readPackFile(first.map, first.file, reading);
  for (const { file } of others) secondPack(file, first?.file ?? '', findings);
  const shared = of('共通', law).flatMap(({ map }) => readShared(map, reading) ?? []);
  const translations = of('言語', own).flatMap(({ map }) => readTranslation(map, findings));
  const languages = new Set(translations.map(({ language }) => language));
  // Of the law's words those are taken that the folder speaks otherwise too.
  const lawWords = of('言語', law)
    .flatMap(({ map }) => readTranslation(map, findings))
    .filter(({ language }) => languages.has(language));
  return {
    ...(pack && { pack: { ...pack, ...joined([pack, ...shared]) } }),
    schemes: withExamples(
      of('制度').flatMap(({ file, map }) => readScheme(map, file, reading) ?? []),
      examples,
      findings,
    ),
    translations: [...lawWords, ...translations],
  };
}

/** A file as a tree. */
interface SchemeTree {
  readonly file: string;
  readonly map: MapNode;
}

const KINDS = ['言語', 'パック', '共通', '制度'] as const;
type Kind = (typeof KINDS)[number];

/** What a file is, by the key that it begins with. */
function kindOf(map: MapNode): Kind | undefined {
  return KINDS.find((kind) => entryOf(map, kind) !== undefined);
}

async function treesOf(
  sources: readonly SchemeSource[],
  findings: Findings,
): Promise<{ readonly trees: readonly SchemeTree[]; readonly examples: readonly TableExamples[] }> {
  const trees: SchemeTree[] = [];
  const examples: TableExamples[] = [];
  for (const { name, bytes } of sources) {
    if (/\.(csv|tsv|xlsx)$/i.test(name)) {
      const table = await readSchemeTable(bytes, name, findings);
      trees.push(...table.schemes);
      examples.push(...table.examples);
      continue;
    }
    const tree = readYaml(new TextDecoder().decode(bytes), name, findings);
    if (tree?.kind === 'map') trees.push({ file: name, map: tree });
    else if (tree !== undefined) unknownFile(name, undefined, findings);
  }
  return { trees, examples };
}

/** Schemes with the examples that a table has of them. */
function withExamples(
  schemes: readonly Scheme[],
  tables: readonly TableExamples[],
  findings: Findings,
): readonly Scheme[] {
  const titles = schemes.map(({ title }) => title.value);
  const found = new Map<string, Example[]>();
  for (const { title, examples } of tables) {
    const more = readExamples(examples, findings);
    found.set(title.value, [...(found.get(title.value) ?? []), ...more]);
    if (titles.includes(title.value)) continue;
    const guess = didYouMean(title.value, titles);
    findings.error(
      'benefits/unknown-name',
      title.place,
      `「${title.value.slice(0, 80)}」という制度がありません。例の「制度」を直してください。${guess.ja}`,
      `There is no scheme "${title.value.slice(0, 80)}" that this could be an example of.${guess.en}`,
    );
  }
  return schemes.map((scheme) => ({
    ...scheme,
    examples: [...scheme.examples, ...(found.get(scheme.title.value) ?? [])],
  }));
}

/** The names of several files as those of one. */
function joined(all: readonly Names[]): Names {
  return {
    sources: new Map(all.flatMap(({ sources }) => [...sources])),
    questions: all.flatMap(({ questions }) => questions),
    figures: all.flatMap(({ figures }) => figures),
    definitions: all.flatMap(({ definitions }) => definitions),
  };
}

/** Names that a file defines: a calculation is cut into them, whatever signs they hold. */
function namesIn(map: MapNode): string[] {
  return ['質問', '数値', '計算'].flatMap((part) => {
    const inner = entryOf(map, part);
    return inner?.kind === 'map' ? inner.entries.map(({ key }) => key.value) : [];
  });
}

function unknownFile(file: string, map: MapNode | undefined, findings: Findings): void {
  const first = map?.entries[0]?.key.value ?? '';
  const guess = didYouMean(first, ['制度', 'パック', '言語', ...SCHEME_KEYS, ...PACK_KEYS]);
  findings.error(
    'benefits/missing-key',
    { file, line: 1, column: 1 },
    `「制度: 名前」がないので、何のファイルか分かりません。制度は「制度」、共通の内容は「パック」、翻訳は「言語」で始めてください。${guess.ja}`,
    `There is no 制度: so it is not known what this file is. A scheme has the key 制度, what schemes share パック, a translation 言語.${guess.en}`,
  );
}

function secondPack(file: string, first: string, findings: Findings): void {
  findings.error(
    'benefits/duplicate-name',
    { file, line: 1, column: 1 },
    `「パック」のファイルは一つだけです。${first}にもあります。`,
    `There may be one file with パック only; ${first} has it too.`,
  );
}
