import type { LngLat } from '@yokoten/standard';
import { currentOrigin } from '../nearest/geolocation.ts';
import type { Geocoder, GeocoderResult } from '../nearest/geocoder.ts';
import type { Need } from '../nearest/needs.ts';
import type { Origin } from '../nearest/origin.ts';
import type { Ranking } from '../nearest/ranking.ts';
import type { MapModel } from '../state/model.ts';
import { rankingOf, townGeocoder } from './near-origins.ts';

/** What the search needs of the element. */
export interface NearHost {
  readonly model: () => MapModel | undefined;
  /** The middle of the map as it is seen; `undefined` without a map. */
  readonly center: () => LngLat | undefined;
  readonly geocoder: () => Geocoder | undefined;
  /** A person's choice: sorts by distance, or no longer. */
  readonly rank: (ranking: Ranking | undefined) => void;
  readonly redraw: () => void;
}

/** How far the search is. */
export type NearPhase = 'open' | 'asking' | 'found' | 'failed' | 'choosing' | 'no-address';

/** Leads from the press of a button to places sorted by distance. A later press overtakes an earlier answer. */
export class NearFinder {
  readonly #host: NearHost;
  #asked = 0;
  phase: NearPhase = 'open';
  /** Code of what went wrong, in the phase `failed`. */
  code = '';
  /** What an address may mean, in the phase `choosing`. */
  candidates: readonly GeocoderResult[] = [];
  #isOpen = false;

  constructor(host: NearHost) {
    this.#host = host;
  }

  /** Whether the search is drawn. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  get takesAddress(): boolean {
    return this.#geocoder() !== undefined;
  }

  /** Offers the ways to say where one is, and asks for nothing yet. */
  open(): void {
    this.#isOpen = true;
    this.#enter('open');
  }

  /** Starts from where the device is; the browser asks the person for permission. */
  async usePosition(): Promise<void> {
    this.#isOpen = true;
    await this.#answer(currentOrigin(navigator.geolocation), (origin) => this.#rank(origin));
  }

  /** Starts from the middle of the map as it is seen. */
  useMap(): void {
    const model = this.#host.model();
    if (model === undefined) return;
    const { view, municipality } = model.document;
    const [west, south, east, north] = view ?? municipality.bbox;
    const middle: LngLat = [(west + east) / 2, (south + north) / 2];
    this.#rank({ at: this.#host.center() ?? middle, by: 'map' });
  }

  /** Starts from a point that was chosen on the map. */
  usePoint(at: LngLat): void {
    this.#isOpen = true;
    this.#rank({ at, by: 'point' });
  }

  /** Starts from an address; where it may mean several, the person chooses. */
  async useAddress(query: string): Promise<void> {
    const geocoder = this.#geocoder();
    if (geocoder === undefined || query.trim() === '') return;
    await this.#answer(geocoder.find(query), (results) => {
      const [only, another] = results;
      this.candidates = results;
      if (only !== undefined && another === undefined && only.exact !== false) this.choose(only);
      else this.#enter(only === undefined ? 'no-address' : 'choosing');
    });
  }

  choose({ at, label }: GeocoderResult): void {
    this.#rank({ at, by: 'address', label });
  }

  need(need: Need, isNeeded: boolean): void {
    const near = this.#host.model()?.state.near;
    if (near === undefined) return;
    const needs = new Set(near.needs);
    if (isNeeded) needs.add(need);
    else needs.delete(need);
    this.#host.rank({ ...near, needs });
  }

  /** Back to the list as it was. */
  stop(): void {
    this.#asked += 1;
    this.#isOpen = false;
    this.#host.rank(undefined);
    this.#host.redraw();
  }

  #geocoder(): Geocoder | undefined {
    const url = this.#host.model()?.document.addresses?.url;
    return this.#host.geocoder() ?? (url === undefined ? undefined : townGeocoder(url));
  }

  async #answer<T>(asking: Promise<T>, use: (answer: T) => void): Promise<void> {
    this.#enter('asking');
    const ask = this.#asked;
    try {
      const answer = await asking;
      if (ask === this.#asked) use(answer);
    } catch (error) {
      if (ask !== this.#asked) return;
      this.code = codeOf(error);
      this.#enter('failed');
    }
  }

  #rank(origin: Origin): void {
    const model = this.#host.model();
    if (model === undefined) return;
    this.#enter('found');
    this.#host.rank(rankingOf(origin, model));
  }

  #enter(phase: NearPhase): void {
    this.#asked += 1;
    this.phase = phase;
    this.#host.redraw();
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'disaster-map/geocoder-failed';
}
