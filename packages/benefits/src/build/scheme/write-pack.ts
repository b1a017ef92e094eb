import type { PackTexts } from '../../model/texts.ts';
import type { SchemeData } from '../../schemes/data.ts';

/**
 * A checked folder as the files that a page loads: `index.js` exports `pack`, a `BenefitPack`; the words of a language are
 * loaded when it is chosen. Paths by text; deterministic, so that an unchanged folder writes the same bytes.
 */
export function writePack(
  data: SchemeData,
  texts: ReadonlyMap<string, PackTexts>,
): ReadonlyMap<string, string> {
  const loaders = [...texts.keys()].map(
    (tag) => `  ${JSON.stringify(tag)}: async () => (await import('./texts/${tag}.js')).texts,`,
  );
  return new Map([
    [
      'index.js',
      [
        "import { packOfData } from '@yokoten/benefits/schemes';",
        "import { data } from './data.js';",
        '',
        'export const pack = packOfData(data, {',
        ...loaders,
        '});',
        'export default pack;',
        '',
      ].join('\n'),
    ],
    [
      'index.d.ts',
      [
        "import type { BenefitPack } from '@yokoten/benefits';",
        '',
        'export declare const pack: BenefitPack;',
        'export default pack;',
        '',
      ].join('\n'),
    ],
    ['data.js', `export const data = ${JSON.stringify(data)};\n`],
    ...[...texts].map(([tag, words]): [string, string] => [
      `texts/${tag}.js`,
      `export const texts = ${JSON.stringify(words)};\n`,
    ]),
  ]);
}
