import { resolve } from 'node:path';
import type { Command } from '../internal/command.ts';
import { fault, YokotenError } from '../internal/fault.ts';

/** `yokoten eject` */
export const ejectCommand: Command = {
  usage: 'eject PART [DIR] [--undo] [--json]  |  eject --list [DIR]',
  description: {
    ja: [
      'パッケージの部品（詳しい内容、一覧の行、印刷、文など）をアプリに写し、自由に変えられるようにします。',
      '写した部品も「yokoten upgrade」で新しい版になり、あなたの変更と合わさります。',
      '設定やtheme.cssで足りるときは、そちらが楽です。',
      '終了コード: 0 できた、2 できない。',
    ].join('\n'),
    en: [
      'Copies a part of a package (details, rows of the list, print, texts …) into the app, to be changed at will.',
      'yokoten upgrade brings new versions of it, merged with your edits.',
      'Where the config or theme.css can say the same, that is easier.',
      'Exit code: 0 done, 2 cannot.',
    ].join('\n'),
  },
  options: {
    list: { description: { ja: '部品の一覧', en: 'list the parts' } },
    undo: {
      description: {
        ja: '変えていない部品を、パッケージに戻す',
        en: 'give a part back to its package, where it was not edited',
      },
    },
    json: { description: { ja: 'JSONで答える', en: 'answer in JSON' } },
  },
  async run({ values, positionals, language }, terminal) {
    const { eject, listParts, undoEject } = await import('../internal/eject/eject.ts');
    const { ejectLines, partLines } = await import('../internal/eject/eject-text.ts');
    const tell = (report: object, lines: readonly string[]): number => {
      const asked = values['json'] === true;
      terminal.print(asked ? JSON.stringify(report, undefined, 2) : lines.join('\n'));
      return 0;
    };
    if (values['list'] === true) {
      const parts = await listParts(resolve(positionals[0] ?? '.'));
      return tell({ schemaVersion: 1, parts }, partLines(parts, language));
    }
    const [part, folder = '.'] = positionals;
    if (part === undefined) throw missingPart();
    const report = await (values['undo'] === true ? undoEject : eject)(resolve(folder), part);
    return tell(report, ejectLines(report, language));
  },
};

function missingPart(): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/missing-argument',
      '部品の名前が要ります。「yokoten eject --list」で一覧を見られます。',
      'Name a part. yokoten eject --list shows them.',
    ),
  );
}
