import type { Problem } from '@yokoten/open-data';
import type { ConfigProblem } from '@yokoten/standard/app';
import type { LayerKind } from '../document.ts';
import type { LayerFile } from './layer-files.ts';
import { nearest } from '@yokoten/standard/nearest';

const KIND_WORDS: Readonly<Record<LayerKind, string>> = {
  'emergency-site': '指定緊急避難場所',
  shelter: '指定避難所',
  facility: '施設',
};

/** A file that is no table; the reader's own code and sentence, with the file's name before it. */
export function unreadable({ code, file, message }: Problem): ConfigProblem {
  return {
    code,
    path: [],
    file,
    message: { ja: `${file}: ${message.ja}`, en: `${file}: ${message.en ?? ''}` },
  };
}

export function emptyLayer(source: LayerFile, rows: number): ConfigProblem {
  const nothing = {
    ja: 'データの行がありません。行を足すか、ファイルを消してください。',
    en: 'It has no data row. Add rows, or delete the file.',
  };
  const nothingDrawn = {
    ja: `${rows}行のうち、地図に出せる行がありません。緯度・経度の列を確かめてください。`,
    en: `None of its ${rows} rows can be drawn. Check the columns of latitude and longitude.`,
  };
  return stop('disaster-map/empty-layer', source, rows === 0 ? nothing : nothingDrawn);
}

export function tooManyLost(source: LayerFile, rows: number, lost: number): ConfigProblem {
  return stop('disaster-map/too-many-rows-lost', source, {
    ja: `${rows}行のうち${lost}行が読めません。1割を超えたので、公開を止めました。`,
    en: `${lost} of its ${rows} rows cannot be read: more than a tenth, so nothing was published. Mend the rows that are listed.`,
  });
}

export function kindConflict(source: LayerFile, kind: LayerKind): ConfigProblem {
  const other = kind === 'shelter' ? 'emergency-site' : 'shelter';
  return stop(
    'disaster-map/kind-conflict',
    source,
    {
      ja: `ファイルは「${KIND_WORDS[other]}」の一覧です。「${KIND_WORDS[kind]}」にはできません。kind を直すか、列の形を as に書いてください。`,
      en: `The file lists ${other === 'shelter' ? 'designated shelters' : 'designated emergency sites'}, which kind "${kind}" would turn into something else in law. Check "kind", or say with "as" which layout the file has.`,
    },
    'kind',
  );
}

export function noCredit(source: LayerFile): ConfigProblem {
  return stop('disaster-map/credit-missing', source, {
    ja: '出典がありません。設定に「credit」を書いてください。例: { "source": { "ja": "○○市" } }',
    en: 'It has no source. Write "credit" into the config, e.g. { "source": { "ja": "○○市" } }.',
  });
}

export function unknownField(
  source: LayerFile,
  name: string,
  headers: readonly string[],
  key: 'fields' | 'photo' | 'columns' | 'split' = 'fields',
): ConfigProblem {
  const guess = nearest(name, headers);
  const ja =
    guess === undefined ? `ある列: ${headers.join('、')}` : `「${guess}」ではありませんか。`;
  const en = guess === undefined ? `There: ${headers.join(', ')}.` : `Did you mean "${guess}"?`;
  return stop(
    'disaster-map/unknown-field',
    source,
    {
      ja: `「${name}」という列はありません。${ja}`,
      en: `There is no column "${name}". ${en}`,
    },
    key,
  );
}

export function shapeReserved(source: LayerFile, kind: LayerKind): ConfigProblem {
  return stop(
    'disaster-map/shape-reserved',
    source,
    {
      ja: `「${KIND_WORDS[kind]}」のしるしの形は決まっています。shape を消してください。色と icon は選べます。`,
      en: `The marks of kind "${kind}" have a shape of their own, by which people tell them apart. Remove "shape"; colour and icon can be chosen.`,
    },
    'shape',
  );
}

export function kindUnclear(file: string): Problem {
  return {
    code: 'disaster-map/kind-unclear',
    severity: 'warning',
    file,
    message: {
      ja: '指定緊急避難場所か指定避難所か、決められません。設定の layers に kind を書いてください。',
      en: 'It is not clear whether these are designated emergency sites or designated shelters, so they are shown as facilities. Write "kind" into the entry in layers.',
    },
  };
}

export function unknownFit(
  where: Pick<Problem, 'file' | 'before'> & {
    readonly row: number;
    readonly line: number;
    readonly column: string;
  },
): Problem {
  return {
    code: 'disaster-map/unknown-hazard-value',
    severity: 'warning',
    ...where,
    message: {
      ja: `「${where.column}」の値の意味が分からず、不明としました。1 か空欄にしてください。`,
      en: `The value in "${where.column}" has no known meaning and is shown as unknown. Write 1 or leave it blank.`,
    },
  };
}

function stop(
  code: `disaster-map/${string}`,
  { file, config }: LayerFile,
  { ja, en }: { readonly ja: string; readonly en: string },
  key?: string,
): ConfigProblem {
  const path = config === undefined ? [] : key === undefined ? config.path : [...config.path, key];
  return {
    code,
    path,
    file: file.path,
    message: { ja: `${file.path}: ${ja}`, en: `${file.path}: ${en}` },
  };
}
