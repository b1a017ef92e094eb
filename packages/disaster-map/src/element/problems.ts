import type { ElementProblem } from '@yokoten/ui';

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
