/** Something that is made elsewhere: still on its way, here, or not to be had. */
export type Late<T> =
  | { readonly kind: 'pending' }
  | { readonly kind: 'here'; readonly value: T }
  | { readonly kind: 'failed' };

/** Makes things once per owner and key, however often they are looked at; they go with their owner. */
export class Shelf {
  readonly #shelves = new WeakMap<object, Map<string, Late<unknown>>>();
  readonly #arrived: () => void;

  /** @param arrived is called when something came or failed. */
  constructor(arrived: () => void) {
    this.#arrived = arrived;
  }

  /** What is there by now; the first look has it made. */
  look<T>(owner: object, key: string, make: () => Promise<T>): Late<T> {
    const shelf = this.#shelves.get(owner) ?? new Map<string, Late<unknown>>();
    this.#shelves.set(owner, shelf);
    const known = shelf.get(key);
    if (known !== undefined) return known as Late<T>;
    const put = (late: Late<unknown>): void => {
      shelf.set(key, late);
      this.#arrived();
    };
    shelf.set(key, { kind: 'pending' });
    make().then(
      (value) => put({ kind: 'here', value }),
      () => put({ kind: 'failed' }),
    );
    return { kind: 'pending' };
  }
}
