import { closeBrowser } from '@yokoten-tools/tools/page';
import { bench as firstBytes } from './bench-page.ts';
import { firstList } from './disaster-map/first-list.ts';
import { manyPoints } from './disaster-map/many-points.ts';
import { nearest } from './disaster-map/nearest.ts';
import { countrySites } from './disaster-map/sites.ts';
import { transfer } from './disaster-map/transfer.ts';
import type { BenchOptions, Figure } from './figure.ts';

/** What the map takes, in a Chromium without a graphics processor, beside the maps one would use else. */
export async function* bench(options: BenchOptions): AsyncGenerator<Figure> {
  const sites = countrySites();
  try {
    yield* firstBytes();
    yield* firstList(options);
    yield* manyPoints(sites, options);
    yield* transfer(sites);
    yield* nearest(sites, options);
  } finally {
    await closeBrowser();
  }
}
