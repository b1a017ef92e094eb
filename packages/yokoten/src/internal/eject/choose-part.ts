import { nearest } from '@yokoten/standard/nearest';
import { fault, YokotenError } from '../fault.ts';
import type { PackageOfParts } from './installed-parts.ts';
import { fullName } from './part-names.ts';
import type { PartEntry } from './part-index.ts';

/** A part with the package it is of. */
export interface ChosenPart {
  readonly from: PackageOfParts;
  readonly part: PartEntry;
}

/**
 * The part that a person named, with its package or, where only one has it, without.
 *
 * @throws YokotenError `yokoten/unknown-part`, `yokoten/no-parts`
 */
export function choosePart(packages: readonly PackageOfParts[], asked: string): ChosenPart {
  const all = packages.flatMap((from) => from.parts.map((part): ChosenPart => ({ from, part })));
  if (all.length === 0) throw noParts();
  const named = all.filter(
    ({ from, part }) => asked === part.id || asked === fullName(from.name, part.id),
  );
  const [first, second] = named;
  if (first !== undefined && second === undefined) return first;
  const names = (named.length > 1 ? named : all).map(({ from, part }) =>
    fullName(from.name, part.id),
  );
  const ids = asked.includes('/') ? names : all.map(({ part }) => part.id);
  throw unknown(asked, named.length > 1 ? names[0] : nearest(asked, ids));
}

/** No package of the app has parts, or they are not installed yet. */
export function noParts(): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/no-parts',
      '取り出せる部品のあるパッケージが、入っていません。\n「npm install」を先に実行してください。',
      'No package that has parts is installed. Run npm install first.',
      { file: 'package.json' },
    ),
  );
}

function unknown(asked: string, guess: string | undefined): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/unknown-part',
      `「${asked}」という部品はありません。${guess === undefined ? '「yokoten eject --list」で一覧を見られます。' : `「${guess}」ではありませんか。`}`,
      `There is no part "${asked}". ${guess === undefined ? 'See yokoten eject --list.' : `Did you mean "${guess}"?`}`,
    ),
  );
}
