/** Reads the uncompressed binary form of R's serialisation (`X`), as far as tables of text and numbers need it. */

const CHILDREN = { list: 2, vector: 19 };
const SYMBOL = 1;
const CHAR = 9;
const LOGICAL = 10;
const INTEGER = 13;
const REAL = 14;
const STRINGS = 16;
const ALTERNATIVE = 238;
const NIL = 254;
const REFERENCE = 255;

class Reader {
  #at = 0;
  #references = [];

  constructor(bytes) {
    this.bytes = bytes;
  }

  int() {
    this.#at += 4;
    return this.bytes.readInt32BE(this.#at - 4);
  }

  real() {
    this.#at += 8;
    return this.bytes.readDoubleBE(this.#at - 8);
  }

  text(length) {
    this.#at += length;
    return this.bytes.toString('utf8', this.#at - length, this.#at);
  }

  many(read) {
    return Array.from({ length: this.int() }, read);
  }

  /** The next value. A vector with names becomes a `Map`, `NA` in text becomes `null`. */
  item() {
    const flags = this.int();
    const type = flags & 0xff;
    const hasAttributes = (flags & 0x200) !== 0;
    switch (type) {
      case NIL:
        return null;
      case REFERENCE:
        return this.#references[(flags >> 8 || this.int()) - 1];
      case SYMBOL:
        this.#references.push(this.item());
        return this.#references.at(-1);
      case CHAR: {
        const length = this.int();
        return length < 0 ? null : this.text(length);
      }
      case CHILDREN.list:
        return this.#pairs(flags);
      case ALTERNATIVE: {
        const [, state] = [this.item(), this.item(), this.item()];
        return state;
      }
      default:
        return named(this.#vector(type), hasAttributes ? this.item() : null);
    }
  }

  #vector(type) {
    if (type === LOGICAL || type === INTEGER) return this.many(() => this.int());
    if (type === REAL) return this.many(() => this.real());
    if (type === STRINGS || type === CHILDREN.vector) return this.many(() => this.item());
    throw new Error(`R type ${type} is not read here`);
  }

  #pairs(first) {
    const pairs = new Map();
    for (let flags = first; (flags & 0xff) === CHILDREN.list; flags = this.int()) {
      if ((flags & 0x200) !== 0) this.item();
      const tag = (flags & 0x400) === 0 ? pairs.size : this.item();
      pairs.set(tag, this.item());
    }
    return pairs;
  }
}

function named(vector, attributes) {
  const names = attributes?.get('names');
  return names === undefined ? vector : new Map(vector.map((value, i) => [names[i], value]));
}

/** The one value of an `.rds` file that was written without compression. */
export function readRds(bytes) {
  if (bytes.toString('latin1', 0, 2) !== 'X\n') throw new Error('not an uncompressed .rds file');
  const reader = new Reader(bytes);
  reader.text(2);
  const version = reader.int();
  reader.int();
  reader.int();
  if (version > 2) reader.text(reader.int());
  return reader.item();
}
