import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions, Figure } from './figure.ts';
import { dailyData } from './fork/daily-data.ts';
import { installedApp } from './fork/installed-app.ts';
import { templates } from './fork/scaffolder.ts';
import { untilServed } from './fork/until-served.ts';
import { forkQuality } from './fork/fork-quality.ts';
import { upgradeTimes } from './fork/upgrade-times.ts';

/** A fork's life: made and served, installed and built, examined and upgraded. */
export async function* bench(options: BenchOptions): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-bench-'));
  try {
    yield* untilServed(folder);
    for (const template of templates) yield* installedApp(folder, template);
    yield* upgradeTimes(folder, join(folder, 'disaster-map'));
    yield* forkQuality();
    yield* dailyData(folder, options);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}
