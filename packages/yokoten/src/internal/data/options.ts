import type { DatasetId } from '@yokoten/standard/datasets';
import type { Municipality } from '@yokoten/standard/municipalities';
import type { Option, Request } from '../command.ts';
import { fault, YokotenError } from '../fault.ts';
import { findDataset } from '../find-dataset.ts';
import { findMunicipality } from '../find-municipality.ts';
import { ALLOW_PRIVATE } from './fetcher.ts';

/** Options that say what a file is; every `data` command that reads files takes them. */
export const READING: Readonly<Record<string, Option>> = {
  as: {
    value: 'DATASET',
    description: { ja: 'データセットを決めて読む', en: 'read it as this dataset' },
  },
  municipality: {
    value: 'CODE',
    description: {
      ja: '自治体のコードか名前。区域の外にある場所を知らせます',
      en: 'municipality, by code or name; places outside of it are listed',
    },
  },
  part: {
    value: 'NAME',
    description: {
      ja: 'Excelのシートや、ZIPの中のファイルの名前',
      en: 'sheet of a workbook, or file in an archive',
    },
  },
  'allow-private': ALLOW_PRIVATE,
};

/** `-o OUT`. */
export const OUTPUT: Option = {
  value: 'OUT',
  short: 'o',
  description: { ja: '書き出す先', en: 'where to write' },
};

/** What {@link READING} says, looked up. */
export interface Reading {
  readonly as: DatasetId | undefined;
  readonly municipality: Municipality | undefined;
  /** Sheet or archive entry; without it the most telling one. */
  readonly part: string | undefined;
}

/** @throws YokotenError `yokoten/unknown-dataset`, `yokoten/unknown-municipality` */
export async function readReading(request: Request): Promise<Reading> {
  const as = textOption(request, 'as');
  const municipality = textOption(request, 'municipality');
  return {
    as: as === undefined ? undefined : await findDataset(as),
    municipality: municipality === undefined ? undefined : await findMunicipality(municipality),
    part: textOption(request, 'part'),
  };
}

/** A string option, or nothing. */
export function textOption({ values }: Request, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * The files a command works on.
 * @throws YokotenError `yokoten/missing-argument`
 */
export function wantedFiles({ positionals }: Request, example: string): readonly string[] {
  if (positionals.length > 0) return positionals;
  throw new YokotenError(
    fault(
      'yokoten/missing-argument',
      `ファイルを書いてください。\n例: yokoten ${example}`,
      `Name a file, like: yokoten ${example}`,
    ),
  );
}
