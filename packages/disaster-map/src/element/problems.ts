import type { ElementProblem } from '@yokoten/ui';
import type { RendererProblem } from '../renderer.ts';

/** The map could not be drawn, or stopped being drawn. */
export function mapFailed(cause: unknown): ElementProblem {
  return {
    code: 'disaster-map/map-failed',
    message: {
      ja: `地図を表示できません（${String(cause)}）。一覧は使えます。ページを読み込みなおしてください。`,
      en: `The map could not be drawn (${String(cause)}); the list still works. Reload the page to try again.`,
    },
    cause,
  };
}

/** A part of the program that is loaded on demand did not arrive. */
export function partMissing(cause: unknown): ElementProblem {
  return {
    code: 'disaster-map/part-missing',
    message: {
      ja: `プログラムの一部を読み込めません（${String(cause)}）。通信を確かめて、もう一度ためしてください。`,
      en: `A part of the program did not arrive (${String(cause)}). Check the connection and try again; after a new release, reload the page.`,
    },
    cause,
  };
}

const MENDED: Readonly<
  Record<RendererProblem['code'], (cause: string) => ElementProblem['message']>
> = {
  'disaster-map/vector-failed': (cause) => ({
    ja: `ベクトルタイルを使えません（${cause}）。画像の背景があれば、それを表示します。`,
    en: `The vector tiles cannot be used (${cause}); the raster background is shown, if there is one.`,
  }),
  'disaster-map/webgl-failed': (cause) => ({
    ja: `WebGL で地図を描けません（${cause}）。WebGL を使わずに描きます。`,
    en: `The map cannot be drawn with WebGL (${cause}); it is drawn without.`,
  }),
  'disaster-map/too-many-positions': (cause) => ({
    ja: `線と面の点が多すぎます（${cause}個）。一部の形を描きません。形を簡素化してください。`,
    en: `Lines and areas have too many positions (${cause}); some are not drawn. Simplify them.`,
  }),
  'disaster-map/map-failed': (cause) => mapFailed(cause).message,
};

/** The map is drawn, but not in the way it was meant to be. */
export function mapMended({ code, cause }: RendererProblem): ElementProblem {
  const message = MENDED[code];
  return { code, message: message(String(cause)), cause };
}

/** Pictures of the map do not arrive; the rest of it is there. `of`: the raster's id, or what else they are of. */
export function tilesMissing(
  code: 'disaster-map/background-missing' | 'disaster-map/raster-missing',
  of: string,
): ElementProblem {
  return {
    code,
    message: {
      ja: `地図の画像が届きません（${of}）。提供元のアドレスと通信を確かめてください。`,
      en: `Pictures of the map do not arrive (${of}). Check their address, their server and the connection.`,
    },
  };
}

/** The worker that groups places died in the middle of its work. */
export function workerLost(): ElementProblem {
  return {
    code: 'disaster-map/worker-lost',
    message: {
      ja: '場所をまとめるワーカーが止まりました。ページがその仕事を続けます。',
      en: 'The worker that groups places stopped; the page goes on with its work. There is nothing to do.',
    },
  };
}

/** The document was asked for, and nothing came for a while; what comes later still counts. */
export function documentSlow(src: string): ElementProblem {
  return {
    code: 'disaster-map/slow',
    message: {
      ja: `地図のデータがまだ届きません（${src}）。届きしだい表示します。通信を確かめてください。`,
      en: `The map document has not arrived yet (${src}); it is shown as soon as it does. Check the connection and the server.`,
    },
  };
}
