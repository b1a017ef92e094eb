import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPage } from '@yokoten-tools/tools/page';
import { serveFolder } from '@yokoten-tools/tools/serve';
import { figure, median, type BenchOptions, type Figure } from '../figure.ts';
import { buildPages, CONTENDERS, type ContenderName } from './build-pages.ts';
import { cpuMeter } from './cpu.ts';
import type { Site } from './sites.ts';

const POINTS = 120_000;
/** The country's most crowded part. */
const VIEW = { lng: 139.7, lat: 35.7, zoom: 9 };
/** Beside a list as wide as ours, a map of about 1,024 × 768. */
const VIEWPORT = { width: 1424, height: 832 };

/** What one contender took in one round. */
interface Round {
  /** Milliseconds of CPU of the main thread, from the call that hands over the points until marks are to be seen. */
  readonly ready: number;
  /** The same of all processes. */
  readonly readyAll: number;
  /** Milliseconds that passed meanwhile. */
  readonly wall: number;
  /** 95th percentile of the milliseconds between two frames while the map is dragged. */
  readonly p95: number;
  /** Milliseconds of CPU a frame, of all processes and of the main thread. */
  readonly frame: number;
  readonly frameMain: number;
}

type Size = { readonly width: number; readonly height: number };

/** 120,000 points on one map, until they are seen and while it is dragged; peers in the same rounds. */
export async function* manyPoints(
  sites: readonly Site[],
  { quick }: BenchOptions,
): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-bench-'));
  await buildPages(folder);
  writeFileSync(join(folder, 'sites.json'), JSON.stringify(filledUp(sites)));
  const server = await serveFolder(folder);
  try {
    const rounds = new Map(CONTENDERS.map((name): [ContenderName, Round[]] => [name, []]));
    const size = await mapSize(server.url);
    for (let round = 0; round < (quick ? 1 : 3); round++) {
      for (const name of CONTENDERS) {
        const viewport = name === 'ours' ? VIEWPORT : size;
        rounds.get(name)?.push(await once(`${server.url}${name}/index.html`, viewport));
      }
    }
    const middle = (name: ContenderName, part: keyof Round): number =>
      median((rounds.get(name) ?? []).map((round) => round[part]));
    yield* readyFigures(middle);
    yield* panFigures(middle);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Middle = (name: ContenderName, part: keyof Round) => number;

const LABELS: Readonly<Record<ContenderName, string>> = {
  ours: '<disaster-map>, list and map',
  markercluster: 'Leaflet.markercluster',
  maplibre: 'MapLibre GL, cluster: true',
};

function* readyFigures(middle: Middle): Generator<Figure> {
  const what = '120,000 points to ready';
  for (const name of CONTENDERS) {
    const target = name === 'ours' ? ['<= 150'] : [];
    yield figure(
      `${what}, main-thread CPU: ${LABELS[name]}`,
      middle(name, 'ready'),
      'ms',
      ...target,
    );
  }
  for (const name of CONTENDERS) {
    yield figure(`${what}, CPU of all processes: ${LABELS[name]}`, middle(name, 'readyAll'), 'ms');
  }
  for (const name of CONTENDERS) {
    yield figure(`${what}, time passed: ${LABELS[name]}`, middle(name, 'wall'), 'ms');
  }
}

function* panFigures(middle: Middle): Generator<Figure> {
  const what = 'panning 120,000 points';
  const slowest = Math.max(33, middle('markercluster', 'p95'));
  for (const name of CONTENDERS) {
    const target = name === 'ours' ? [`<= ${slowest}`] : [];
    yield figure(`${what}, frame p95: ${LABELS[name]}`, middle(name, 'p95'), 'ms', ...target);
  }
  for (const name of CONTENDERS) {
    yield figure(`${what}, CPU a frame: ${LABELS[name]}`, middle(name, 'frame'), 'ms');
  }
  for (const name of CONTENDERS) {
    yield figure(
      `${what}, main-thread CPU a frame: ${LABELS[name]}`,
      middle(name, 'frameMain'),
      'ms',
    );
  }
  const ours = middle('ours', 'frame');
  yield figure(
    `${what}, CPU a frame: ours ÷ markercluster`,
    ours / middle('markercluster', 'frame'),
    '×',
    '<= 1',
  );
  yield figure(
    `${what}, CPU a frame: ours ÷ MapLibre`,
    ours / middle('maplibre', 'frame'),
    '×',
    '<= 0.25',
  );
}

/** How large our map is beside its list: the peers get as much. */
async function mapSize(url: string): Promise<Size> {
  const opened = await openContender(`${url}ours/index.html`, VIEWPORT);
  try {
    return await opened.page.evaluate(async () => {
      const { contender } = globalThis as unknown as ContenderScope;
      await contender.start();
      const { width, height } = contender.ground().getBoundingClientRect();
      return { width: Math.round(width), height: Math.round(height) };
    });
  } finally {
    await opened.close();
  }
}

/** What a page of ./pages puts into its window. */
interface ContenderScope {
  readonly contender: {
    readonly prepare: (sites: unknown, view: typeof VIEW) => void;
    readonly start: () => Promise<void>;
    readonly ground: () => Element;
  };
  readonly panned: () => Promise<number[]>;
}

async function once(url: string, viewport: Size): Promise<Round> {
  const { page, close, complaints } = await openContender(url, viewport);
  try {
    const read = await cpuMeter(page);
    const idle = await read();
    const began = performance.now();
    await page.evaluate(() => (globalThis as unknown as ContenderScope).contender.start());
    const wall = performance.now() - began;
    const ready = await read();
    // What the page does when it has time is not part of panning.
    await page.waitForTimeout(2000);
    const before = await read();
    const frames = await page.evaluate(() => (globalThis as unknown as ContenderScope).panned());
    const after = await read();
    if (complaints.length > 0) throw new Error(`${url}: ${complaints.join(' / ')}`);
    return {
      ready: ready.main - idle.main,
      readyAll: ready.all - idle.all,
      wall,
      // Whole milliseconds: two frames of a 60 Hz screen are 33.3, told to a tenth now as 33.3, now as 33.4.
      p95: Math.round(
        frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? Number.NaN,
      ),
      frame: (after.all - before.all) / frames.length,
      frameMain: (after.main - before.main) / frames.length,
    };
  } finally {
    await close();
  }
}

async function openContender(url: string, viewport: Size): ReturnType<typeof openPage> {
  const opened = await openPage(url, { viewport });
  await opened.page.evaluate(async (view) => {
    const response = await fetch('../sites.json');
    (globalThis as unknown as ContenderScope).contender.prepare(await response.json(), view);
  }, VIEW);
  // What was read for it is garbage before the clock starts.
  await opened.page.requestGC();
  await opened.page.waitForTimeout(1000);
  return opened;
}

/** The country's sites, and some of them again a little aside, up to `POINTS`. */
function filledUp(sites: readonly Site[]): Site[] {
  const again = sites
    .slice(0, POINTS - sites.length)
    .map(({ lng, lat, name, address, flags }): Site => {
      return { lng: lng + 0.0005, lat: lat + 0.0003, name, address, flags };
    });
  return [...sites, ...again];
}
