import { importBenefits } from '../internal/benefits-import.ts';
import type { Command } from '../internal/command.ts';
import { OUTPUT, wantedFiles } from '../internal/data/options.ts';

/** `yokoten benefits import FILE… -o OUT` */
export const benefitsImport: Command = {
  usage: 'benefits import FILE… -o OUT',
  description: {
    ja: [
      '支援制度の一覧を取り込み、自治体ごとのファイルと、品質の報告（report.json、repairs.jsonl）を書きます。',
      '読めるのは「支援制度（給付金）情報」のCSVかExcelと、子育て支援制度レジストリのJSONです。',
      '同じフォルダーにもう一度書くと、変わった制度だけ「sequence」が上がります。カレンダーが更新されます。',
      '終了コード: 0 すべて取り込んだ、1 取り込めない記録がある、2 できない。',
    ].join('\n'),
    en: [
      'Imports lists of support programmes: writes a file per municipality and a report of their quality (report.json, repairs.jsonl).',
      'Reads the dataset 支援制度（給付金）情報 as CSV or Excel, and the JSON of the registry of childcare support services.',
      'Written into the same folder again, only what changed gets a higher sequence, so that calendars update.',
      'Exit code: 0 all records taken, 1 some left out, 2 cannot.',
    ].join('\n'),
  },
  options: {
    output: OUTPUT,
    municipality: {
      value: 'CODE',
      description: {
        ja: '行に自治体のコードがないときのコードか名前',
        en: 'municipality of rows that state none, by code or name',
      },
    },
    credit: {
      value: 'TEXT',
      description: {
        ja: '制度を表示する所に必ず出す、出典の文',
        en: 'the words that credit the source wherever a programme is shown',
      },
    },
    licence: {
      value: 'TEXT',
      description: { ja: 'データのライセンス', en: 'licence of the data' },
    },
    source: {
      value: 'URL',
      description: { ja: 'データを入手できるページ', en: 'page where the data can be had' },
    },
    'as-of': {
      value: 'DATE',
      description: {
        ja: 'データがいつの時点のものか（2025-08-20）',
        en: 'day as of which the data holds, 2025-08-20',
      },
    },
  },
  run: (request, terminal) =>
    importBenefits(
      wantedFiles(request, 'benefits import 制度.csv -o public/programmes'),
      request,
      terminal,
    ),
};
