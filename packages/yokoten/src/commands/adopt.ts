import { relative, resolve } from 'node:path';
import type { Command } from '../internal/command.ts';
import { textOption } from '../internal/data/options.ts';
import { fault, YokotenError } from '../internal/fault.ts';

/** `yokoten adopt` */
export const adoptCommand: Command = {
  usage: 'adopt PATH|URL [--out DIR] [--municipality CODE] [--dry-run] [--json]',
  description: {
    ja: [
      '前の地図を、Yokotenのアプリに移します。元のフォルダーは変えず、中のプログラムは実行しません。',
      '読めるもの: 市区町村ハザードマップテンプレートの写し、紙マップ（mapprint）の設定、データのフォルダー。',
      'レイヤー、列、行、画像、重ねる地図、出典を数え直し、元と同じときだけ書きます。',
      '終了コード: 0 できた、1 あなたが確かめることがある、2 できない。',
    ].join('\n'),
    en: [
      'Takes an older map over into a Yokoten app. Its folder stays as it is, and none of its program is run.',
      'It reads copies of the hazard-map template of 2021, configurations of mapprint, and folders of data files.',
      'Layers, columns, rows, pictures, rasters and credits are counted anew; only if they are the same, it writes.',
      'Exit code: 0 done, 1 there is something for you to look at, 2 cannot.',
    ].join('\n'),
  },
  options: {
    out: {
      value: 'DIR',
      description: {
        ja: '新しいアプリのフォルダー。ふだんは元の名前に -yokoten',
        en: 'folder of the new app, default the old name with -yokoten',
      },
    },
    municipality: {
      value: 'CODE',
      description: {
        ja: '自治体のコードか名前（元の地図から分からないとき）',
        en: 'municipality, where the older map does not say it',
      },
    },
    map: {
      value: 'ID',
      description: {
        ja: 'いくつもあるとき、どの地図か（mapprint）',
        en: 'which map, where there are several (mapprint)',
      },
    },
    'dry-run': { description: { ja: '何も書かない', en: 'write nothing' } },
    json: { description: { ja: 'JSONで答える', en: 'answer in JSON' } },
    releases: {
      value: 'DIR',
      description: {
        ja: 'create-yokoten-*.tgz のあるフォルダー（通信しない）',
        en: 'folder of create-yokoten-*.tgz; asks no registry',
      },
    },
  },
  async run(request, terminal) {
    const { adopt } = await import('../internal/adopt/adopt.ts');
    const { adoptLines } = await import('../internal/adopt/report-text.ts');
    const { untilInterrupted } = await import('../internal/until-interrupted.ts');
    const { folderSource, registrySource } = await import('../internal/upgrade/release-source.ts');
    const [source, another] = request.positionals;
    if (source === undefined || another !== undefined) throw oneSource();
    const releases = textOption(request, 'releases');
    return untilInterrupted(async (signal) => {
      const report = await adopt(source, {
        out: textOption(request, 'out'),
        municipality: textOption(request, 'municipality'),
        map: textOption(request, 'map'),
        dryRun: request.values['dry-run'] === true,
        releases:
          releases === undefined ? registrySource(process.cwd()) : folderSource(resolve(releases)),
        signal,
      });
      const folder = relative(process.cwd(), report.folder);
      const next = [`cd ${folder}`, 'npm install', 'npm start'];
      terminal.print(
        request.values['json'] === true
          ? JSON.stringify(report, undefined, 2)
          : adoptLines(report, request.language, next).join('\n'),
      );
      return report.decisions > 0 ? 1 : 0;
    });
  },
};

function oneSource(): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/missing-argument',
      '前の地図のフォルダーかアドレスを、一つ書いてください。\n例: yokoten adopt ../hazardmap',
      'Name the folder or address of one older map, like: yokoten adopt ../hazardmap',
    ),
  );
}
