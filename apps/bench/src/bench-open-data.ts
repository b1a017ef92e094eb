import type { BenchOptions, Figure } from './figure.ts';
import { hostile } from './open-data/hostile.ts';
import { national } from './open-data/national.ts';
import { quality } from './open-data/quality.ts';
import { sizes } from './open-data/sizes.ts';
import { speed } from './open-data/speed.ts';

/** What reading and checking open data takes, beside the libraries one would use else. */
export async function* bench(options: BenchOptions): AsyncGenerator<Figure> {
  yield* speed(options);
  yield* hostile(options);
  yield* national(options);
  yield* quality();
  yield* sizes();
}
