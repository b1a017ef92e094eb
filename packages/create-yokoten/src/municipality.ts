import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure, type Candidate } from './failure.ts';

/** A municipality as the scaffolder needs it, from `@yokoten/standard/municipalities`. */
export interface Municipality {
  /** 全国地方公共団体コード: six digits, the last one is the check digit. */
  readonly code: string;
  /** Name in Japanese; a ward's begins with its city. */
  readonly name: string;
  /** Name of the prefecture in Japanese; the same as `name` for a prefecture itself. */
  readonly prefecture: string;
  /** Name in Latin letters, e.g. for an English title. */
  readonly latin: string;
}

/** The search of `@yokoten/standard/municipalities`, put beside this package's own code when it is built. */
interface Search {
  findMunicipalities(text: string): readonly Municipality[];
  nearestMunicipalities(text: string, limit: number): readonly Municipality[];
}

const data = (name: string): string => join(import.meta.dirname, '../data', name);

/**
 * The one municipality with this code (5 or 6 digits) or name. A code is found in a plain table without loading the
 * search: the search takes longer than all the rest of a run.
 * @throws create-yokoten/unknown-municipality, create-yokoten/shared-municipality-name
 */
export async function findMunicipality(asked: string): Promise<Municipality> {
  const text = asked.normalize('NFKC').trim();
  if (/^\d{5,6}$/.test(text)) {
    const found = findByCode(text);
    if (found !== undefined) return found;
  }
  const search = (await import(pathToFileURL(data('municipality-search.js')).href)) as Search;
  const found = search.findMunicipalities(text);
  const [only] = found;
  if (only === undefined) throw unknownMunicipality(asked, search.nearestMunicipalities(text, 5));
  if (found.length > 1) throw sharedName(asked, found);
  const { code, name, prefecture, latin } = only;
  return { code, name, prefecture, latin };
}

/** Bytes before the table of municipalities: where the lines of each prefecture begin, and the last ones end. */
export const TABLE_HEAD = 512;

/** The table has a line `code⇥name⇥latin` for each, in the order of the codes; a prefecture comes before its own. */
function findByCode(digits: string): Municipality | undefined {
  const file = openSync(data('municipalities.txt'), 'r');
  try {
    // Of one prefecture only: reading and searching all of it takes longer than the rest of the search.
    const offsets = textAt(file, 0, TABLE_HEAD).split(',').map(Number);
    const number = Number(digits.slice(0, 2));
    const [start, end] = [offsets[number - 1], offsets[number]];
    if (start === undefined || end === undefined) return undefined;
    const lines = textAt(file, start, end - start).split('\n');
    const [code, name = '', latin = ''] = cellsOf(lines.find((line) => line.startsWith(digits)));
    if (code === undefined || code === '') return undefined;
    const [, prefecture = ''] = cellsOf(lines[0]);
    return { code, name, prefecture, latin };
  } finally {
    closeSync(file);
  }
}

function cellsOf(line = ''): string[] {
  return line.split('\t');
}

function textAt(file: number, start: number, length: number): string {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.toString('utf8', 0, readSync(file, bytes, 0, length, start));
}

/** Name with its prefecture; a prefecture is only itself. */
export function fullName({ name, prefecture }: Municipality): string {
  return name === prefecture ? name : prefecture + name;
}

/** A municipality as an answer to choose: its code is what to type. */
function candidateOf(one: Municipality): Candidate {
  const name = fullName(one);
  return { value: one.code, label: { ja: name, en: `${one.latin} (${name})` } };
}

function unknownMunicipality(asked: string, near: readonly Municipality[]): Failure {
  const digits = asked.normalize('NFKC').trim();
  const wrongDigit = near.filter(({ code }) => code.slice(0, 5) === digits.slice(0, 5));
  if (wrongDigit.length > 0) {
    return new Failure(
      'create-yokoten/unknown-municipality',
      {
        ja: `市区町村コード「${asked}」は、末尾の検査数字が違います。正しいコードはこれです。`,
        en: `The last digit of code "${asked}" (the check digit) is wrong. This is the right code.`,
      },
      wrongDigit.map(candidateOf),
    );
  }
  return new Failure(
    'create-yokoten/unknown-municipality',
    {
      ja: `「${asked}」という市区町村はありません。正しい名前か、5桁か6桁のコードを書いてください。`,
      en: `There is no municipality "${asked}". Give a right name, or a code of 5 or 6 digits.`,
    },
    near.map(candidateOf),
  );
}

function sharedName(asked: string, found: readonly Municipality[]): Failure {
  return new Failure(
    'create-yokoten/shared-municipality-name',
    {
      ja: `「${asked}」は${found.length}つあります。コードか、都道府県名を付けた名前で選んでください。`,
      en: `There are ${found.length} municipalities "${asked}". Choose one by its code, or by its name with the prefecture.`,
    },
    found.map(candidateOf),
  );
}
