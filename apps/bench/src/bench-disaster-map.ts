import { closeBrowser } from '@yokoten-tools/tools/page';
import { manyPoints } from './disaster-map/many-points.ts';
import { countrySites } from './disaster-map/sites.ts';
import type { BenchOptions, Figure } from './figure.ts';

/** What the map takes, in a Chromium without a graphics processor, beside the maps one would use else. */
export async function* bench(options: BenchOptions): AsyncGenerator<Figure> {
  const sites = countrySites();
  try {
    yield* manyPoints(sites, options);
  } finally {
    await closeBrowser();
  }
}
