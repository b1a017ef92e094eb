import { BenefitsBuildError } from '../finding.ts';

/** Bytes of one record; the largest known has a hundredth of it. */
const MOST_BYTES = 4_000_000;
const MOST_RECORDS = 1_000_000;

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];

/** A record as it is, or the error of one that cannot be read. `number` counts from 1. */
export interface JsonRecord {
  readonly number: number;
  readonly value?: unknown;
}

/**
 * The records of a JSON file that is a list, or holds one, without ever having more than one record in memory: the bytes
 * between two outer brackets are found by counting, and each is read by the platform's own parser.
 * @throws BenefitsBuildError `benefits/not-a-registry`, `benefits/too-large`
 */
export async function* jsonRecords(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<JsonRecord> {
  const splitter = new Splitter(file);
  for await (const chunk of chunks) yield* splitter.push(chunk);
  splitter.end();
}

class Splitter {
  readonly #file: string;
  readonly #decoder = new TextDecoder();
  #kept: Uint8Array[] = [];
  #keptBytes = 0;
  #depth = 0;
  #inList = false;
  #inText = false;
  #escaped = false;
  #done = false;
  #number = 0;

  constructor(file: string) {
    this.#file = file;
  }

  *push(chunk: Uint8Array): Generator<JsonRecord> {
    let start = this.#depth > 0 ? 0 : -1;
    for (let at = 0; at < chunk.length && !this.#done; at++) {
      if (this.#inText) {
        at = this.#endOfText(chunk, at);
        if (this.#inText) break;
        continue;
      }
      const byte = chunk[at];
      if (byte === QUOTE) this.#inText = true;
      else if (byte === OPEN_LIST && !this.#inList) this.#inList = true;
      else if (byte === OPEN || byte === OPEN_LIST) {
        if (this.#inList && this.#depth++ === 0) start = at;
      } else if ((byte === CLOSE || byte === CLOSE_LIST) && this.#inList) {
        if (this.#depth === 0) this.#done = true;
        else if (--this.#depth === 0) {
          yield this.#record(chunk.subarray(Math.max(start, 0), at + 1));
          start = -1;
        }
      }
    }
    if (start >= 0) this.#keep(chunk.subarray(start));
  }

  end(): void {
    if (this.#inList && this.#done) return;
    throw new BenefitsBuildError({
      code: 'benefits/not-a-registry',
      text: this.#inList
        ? {
            ja: `「${this.#file}」は${this.#number}件目の後で途切れています。もう一度入手してください。`,
            en: `${this.#file} breaks off after record ${this.#number}. Fetch it again.`,
          }
        : {
            ja: `「${this.#file}」は、制度の一覧（配列）を含むJSONではありません。`,
            en: `${this.#file} is no JSON that holds a list of records.`,
          },
      place: { file: this.#file },
    });
  }

  /** The quote that ends the text, with as many backslashes before it as pairs make; the platform looks for it. */
  #endOfText(chunk: Uint8Array, from: number): number {
    let at = from;
    if (this.#escaped) {
      this.#escaped = false;
      at++;
    }
    for (;;) {
      const quote = chunk.indexOf(QUOTE, at);
      const end = quote < 0 ? chunk.length : quote;
      let slashes = 0;
      while (end - 1 - slashes >= at && chunk[end - 1 - slashes] === BACKSLASH) slashes++;
      const escaped = slashes % 2 === 1;
      if (quote < 0) {
        this.#escaped = escaped;
        return end;
      }
      if (!escaped) {
        this.#inText = false;
        return quote;
      }
      at = quote + 1;
    }
  }

  #keep(part: Uint8Array): void {
    this.#kept.push(part.slice());
    this.#keptBytes += part.length;
    if (this.#keptBytes <= MOST_BYTES) return;
    throw this.#tooLarge(`${this.#keptBytes} bytes`);
  }

  #record(last: Uint8Array): JsonRecord {
    const number = ++this.#number;
    if (number > MOST_RECORDS) throw this.#tooLarge(`${number} records`);
    const bytes = this.#kept.length === 0 ? last : joined([...this.#kept, last]);
    [this.#kept, this.#keptBytes] = [[], 0];
    try {
      return { number, value: JSON.parse(this.#decoder.decode(bytes)) as unknown };
    } catch {
      return { number };
    }
  }

  #tooLarge(what: string): BenefitsBuildError {
    return new BenefitsBuildError({
      code: 'benefits/too-large',
      text: {
        ja: `「${this.#file}」の${this.#number + 1}件目が大きすぎます（${what}）。ファイルを確かめてください。`,
        en: `Record ${this.#number + 1} of ${this.#file} is too large (${what}). Look into the file.`,
      },
      place: { file: this.#file },
    });
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
