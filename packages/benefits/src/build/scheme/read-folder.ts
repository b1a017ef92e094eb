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
import type { PackFile, Scheme } from './definition.ts';
import { didYouMean } from './fields.ts';
import type { Reading } from './read-names.ts';
import { PACK_KEYS, readPackFile, readScheme, SCHEME_KEYS } from './read-scheme.ts';
import { readTranslation, type Translation } from './read-translation.ts';
import { readYaml } from './read-yaml.ts';
import { schemesOfTable } from './scheme-table.ts';
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
 * schemes (`.csv`, `.xlsx`). Mistakes are in the findings; a file with mistakes may be left out.
 */
export async function readSchemeFolder(
  sources: readonly SchemeSource[],
  findings: Findings,
): Promise<SchemeFolder> {
  const trees: { file: string; map: MapNode }[] = [];
  for (const { name, bytes } of sources) {
    if (/\.(csv|tsv|xlsx)$/i.test(name)) {
      trees.push(...(await schemesOfTable(bytes, name, findings)));
      continue;
    }
    const tree = readYaml(new TextDecoder().decode(bytes), name, findings);
    if (tree?.kind === 'map') trees.push({ file: name, map: tree });
    else if (tree !== undefined) unknownFile(name, [], findings);
  }
  const reading: Reading = {
    findings,
    names: new Set([...LANGUAGE_NAMES, ...trees.flatMap(({ map }) => namesIn(map))]),
  };
  const schemes: Scheme[] = [];
  const translations: Translation[] = [];
  let pack: PackFile | undefined;
  for (const { file, map } of trees) {
    if (entryOf(map, '言語') !== undefined) {
      translations.push(...readTranslation(map, findings));
    } else if (entryOf(map, 'パック') !== undefined) {
      if (pack !== undefined) secondPack(file, pack, findings);
      pack ??= readPackFile(map, file, reading);
    } else if (entryOf(map, '制度') !== undefined) {
      const scheme = readScheme(map, file, reading);
      if (scheme !== undefined) schemes.push(scheme);
    } else {
      unknownFile(
        file,
        map.entries.map(({ key }) => key.value),
        findings,
      );
    }
  }
  return { ...(pack && { pack }), schemes, translations };
}

/** Names that a file defines: a calculation is cut into them, whatever signs they hold. */
function namesIn(map: MapNode): string[] {
  return ['質問', '数値', '計算'].flatMap((part) => {
    const inner = entryOf(map, part);
    return inner?.kind === 'map' ? inner.entries.map(({ key }) => key.value) : [];
  });
}

function unknownFile(file: string, keys: readonly string[], findings: Findings): void {
  const [first = ''] = keys;
  const guess = didYouMean(first, ['制度', 'パック', '言語', ...SCHEME_KEYS, ...PACK_KEYS]);
  findings.error(
    'benefits/missing-key',
    { file, line: 1, column: 1 },
    `「制度: 名前」がないので、何のファイルか分かりません。制度は「制度」、共通の内容は「パック」、翻訳は「言語」で始めてください。${guess.ja}`,
    `There is no 制度: so it is not known what this file is. A scheme has the key 制度, what schemes share パック, a translation 言語.${guess.en}`,
  );
}

function secondPack(file: string, first: PackFile, findings: Findings): void {
  findings.error(
    'benefits/duplicate-name',
    { file, line: 1, column: 1 },
    `「パック」のファイルは一つだけです。${first.file}にもあります。`,
    `There may be one file with パック only; ${first.file} has it too.`,
  );
}
