import type { Command } from '../internal/command.ts';
import { fault, YokotenError } from '../internal/fault.ts';
import { findDataset } from '../internal/find-dataset.ts';
import { inspectFiles } from '../internal/inspect-files.ts';
import { findMunicipality } from '../internal/find-municipality.ts';

/** `yokoten data inspect FILE…` */
export const dataInspect: Command = {
  usage: 'data inspect FILE…',
  description: {
    ja: [
      'データのファイルを読み、何のデータか、列の意味、問題のある行を知らせます。ファイルは変えません。',
      '終了コード: 0 問題なし、1 問題あり、2 読めない。',
    ].join('\n'),
    en: [
      'Reads data files and says what they are, what their columns mean and which rows have problems.',
      'Changes nothing. Exit code: 0 clean, 1 problems, 2 cannot be read.',
    ].join('\n'),
  },
  options: {
    as: {
      value: 'DATASET',
      description: { ja: 'データセットを決めて読む', en: 'read it as this dataset' },
    },
    municipality: {
      value: 'CODE',
      description: {
        ja: '自治体のコード。その範囲の外にある場所を知らせます',
        en: 'municipality code; places outside of it are listed',
      },
    },
    format: {
      value: 'FORMAT',
      choices: ['text', 'json'],
      description: { ja: '出力の形。ふだんは text', en: 'form of the output, default text' },
    },
  },
  async run({ positionals, values, language }, terminal) {
    if (positionals.length === 0) {
      throw new YokotenError(
        fault(
          'yokoten/missing-argument',
          '調べるファイルを書いてください。\n例: yokoten data inspect data/01-避難所.csv',
          'Name a file to look at, like: yokoten data inspect data/shelters.csv',
        ),
      );
    }
    return inspectFiles(positionals, {
      as: typeof values.as === 'string' ? await findDataset(values.as) : undefined,
      municipality:
        typeof values.municipality === 'string'
          ? await findMunicipality(values.municipality)
          : undefined,
      format: values.format === 'json' ? 'json' : 'text',
      language,
      terminal,
    });
  },
};
