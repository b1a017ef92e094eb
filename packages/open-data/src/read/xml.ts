import { Parser } from 'saxen';
import { OpenDataError } from '../error.ts';
import { refuse } from './refuse.ts';

/** Attributes of an element by name; of those with a namespace where asked for, whatever its prefix. */
export type Attributes = (name: string, prefixed?: boolean) => string | undefined;

/** What happens while an XML text is walked over. Names come without their prefix. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Attributes, selfClosing: boolean) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Deeper than any sheet or map; a stack of a million elements is an attack. */
const MAX_DEPTH = 512;
/** Characters handed over at once; a parser that is called for each small piece spends its time on the seams. */
const BATCH = 1 << 17;

/**
 * Walks over XML that comes in pieces, without a document type: no entity but the five of XML is known, so that none
 * can grow or reach outside.
 */
export class XmlReader {
  readonly #parser = new Parser();
  readonly #file: string;
  #depth = 0;
  #events = 0;
  #waiting: string[] = [];
  #length = 0;
  /** Grows while nothing comes of what was written, so that one long token is not looked at again and again. */
  #enough = BATCH;

  constructor({ open, close, text }: XmlHandler, file: string) {
    this.#file = file;
    this.#parser
      .on('openTag', (name, attributes, _, selfClosing) => {
        this.#events++;
        if (++this.#depth > MAX_DEPTH) throw this.#broken(`<${name}>`);
        open(
          localName(name),
          (key, prefixed) => attributeOf(attributes(), key, prefixed),
          selfClosing,
        );
      })
      .on('closeTag', (name) => {
        this.#events++;
        this.#depth--;
        close(localName(name));
      })
      .on('text', (written, decode) => {
        this.#events++;
        text(written.includes('&') ? decode(written) : written);
      })
      .on('cdata', (written) => {
        this.#events++;
        text(written);
      })
      .on('attention', () => {
        throw this.#broken('DOCTYPE');
      })
      .on('error', (error) => {
        throw this.#broken(error.message);
      });
  }

  /** @throws OpenDataError `open-data/broken-xml` */
  write(xml: string): void {
    this.#waiting.push(xml);
    this.#length += xml.length;
    if (this.#length < this.#enough) return;
    const before = this.#events;
    this.#flush();
    this.#enough = this.#events === before ? this.#enough * 2 : BATCH;
  }

  /** @throws OpenDataError `open-data/broken-xml` */
  end(): void {
    this.#flush();
    this.#parser.end();
    if (this.#depth !== 0) throw this.#broken('</>');
  }

  #flush(): void {
    const xml = this.#waiting.join('');
    this.#waiting = [];
    this.#length = 0;
    if (xml !== '') this.#parser.write(xml);
  }

  #broken(value: string): OpenDataError {
    return refuse('open-data/broken-xml', this.#file, { value });
  }
}

/** Walks over XML that is there as a whole. */
export function walkXml(xml: string, handler: XmlHandler, file: string): void {
  const reader = new XmlReader(handler, file);
  reader.write(xml);
  reader.end();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function attributeOf(
  attributes: Readonly<Record<string, string>> | false,
  name: string,
  prefixed = false,
): string | undefined {
  if (attributes === false) return undefined;
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const key = prefixed && Object.keys(attributes).find((one) => one.endsWith(`:${name}`));
  return typeof key === 'string' ? attributes[key] : undefined;
}
