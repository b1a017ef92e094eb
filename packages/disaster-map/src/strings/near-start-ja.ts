/** The texts of the buttons that begin the search for where to go. */
export interface NearStartStrings {
  readonly nearFind: string;
  /** On a map without shelters. */
  readonly nearFindPlace: string;
  readonly nearOther: string;
}

export const nearStartJa: NearStartStrings = {
  nearFind: '近くの避難所を探す',
  nearFindPlace: '近くの場所を探す',
  nearOther: '住所や地図から探す',
};
