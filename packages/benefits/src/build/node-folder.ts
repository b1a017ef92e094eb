import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { BenefitsBuildError } from './finding.ts';
import type { SchemeSource } from './scheme/read-folder.ts';

/** Bytes of one file, and files of one folder, of own schemes. */
const MOST_BYTES = 20_000_000;
const MOST_FILES = 2000;

/**
 * The files of own schemes: those named, and those in the folders named (not in folders within). A file is known by its path as
 * it was given, so that messages lead to it.
 * @throws BenefitsBuildError `benefits/cannot-read`, `benefits/too-large`
 */
export function schemeFiles(paths: readonly string[]): SchemeSource[] {
  const files = paths.flatMap((path) => {
    if (!existsSync(path)) throw cannotRead(path, 'ありません', 'does not exist');
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path)
      .filter((name) => /\.(ya?ml|csv|tsv|xlsx)$/i.test(name) && !name.startsWith('.'))
      .sort()
      .map((name) => join(path, name));
  });
  if (files.length === 0)
    throw cannotRead(
      paths.join(', '),
      'には、制度のファイル（.yaml、.csv、.xlsx）がありません',
      'holds no schemes (.yaml, .csv, .xlsx)',
    );
  if (files.length > MOST_FILES) throw tooLarge(paths.join(', '), `${files.length}`);
  return files.map((name) => {
    const { size } = statSync(name);
    if (size > MOST_BYTES) throw tooLarge(name, `${size}`);
    return { name, bytes: new Uint8Array(readFileSync(name)) };
  });
}

/**
 * Writes files into a folder; a name that would lead out of it is refused.
 * @throws BenefitsBuildError `benefits/cannot-write`
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [name, content] of files) {
    const path = join(folder, name);
    const way = relative(folder, path);
    if (way === '' || way === '..' || way.startsWith(`..${sep}`)) throw cannotWrite(name);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    } catch (error) {
      throw cannotWrite(`${path} (${(error as NodeJS.ErrnoException).code ?? basename(path)})`);
    }
  }
}

function cannotRead(path: string, ja: string, en: string): BenefitsBuildError {
  return new BenefitsBuildError({
    code: 'benefits/cannot-read',
    text: {
      ja: `「${path}」${ja}。名前と場所を確かめてください。`,
      en: `${path} ${en}. Check the name.`,
    },
  });
}

function tooLarge(path: string, size: string): BenefitsBuildError {
  return new BenefitsBuildError({
    code: 'benefits/too-large',
    text: {
      ja: `「${path}」が大きすぎます（${size}）。分けてください。`,
      en: `${path} is too large (${size}). Split it.`,
    },
  });
}

function cannotWrite(path: string): BenefitsBuildError {
  return new BenefitsBuildError({
    code: 'benefits/cannot-write',
    text: {
      ja: `「${path}」に書き込めません。-o に別のフォルダーを指定してください。`,
      en: `Cannot write ${path}. Name another folder with -o.`,
    },
  });
}
