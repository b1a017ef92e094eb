import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listedEvents, type Listing, toICalendar } from '@yokoten/benefits/calendar';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { sync } from 'node-ical';
import { type Figure, figure, median } from '../figure.ts';
import { MEGABYTES, PROGRAMMES, writeRegistry } from './registry-file.ts';

const child = fileURLToPath(new URL('./children/import-registry.mjs', import.meta.url));

interface Run {
  readonly seconds: number;
  /** Seconds of the processor, those of starting Node included. */
  readonly cpu: number;
  readonly megabytes: number;
  readonly places: number;
  readonly used: number;
  readonly repairs: number;
  readonly largest: number;
  readonly slices: number;
  readonly feeds: number;
}

/** A registry of the size of Tokyo's: to slices and feeds, and what was written read again by somebody else's parser. */
export async function* registryFigures(quick: boolean): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'yokoten-registry-'));
  try {
    const file = join(folder, 'registry.json');
    await writeRegistry(file);
    const about = `registry (${PROGRAMMES} programmes, generated)`;
    yield figure(`${about}: file`, statSync(file).size / 1e6, 'MB', `>= ${MEGABYTES - 1}`);
    const out = join(folder, 'out');
    const runs = Array.from({ length: quick ? 1 : 5 }, () => runChild(file, out, 'import'));
    const [first] = runs;
    if (first === undefined) return;
    // The fastest: on a shared machine, other processes only ever make a run slower.
    const fastest = Math.min(...runs.map((run) => run.seconds));
    yield figure(`${about}: to slices and feeds, fastest run`, fastest, 's', '<= 5');
    yield figure(`${about}: the same, processor time`, median(runs.map((run) => run.cpu)), 's');
    yield figure(`${about}: largest slice`, first.largest / 1000, 'KB gz', '<= 150');
    yield figure(`${about}: slices of ${first.places} places`, first.slices, 'files');
    yield figure(`${about}: programmes taken`, first.used, 'programmes', `>= ${PROGRAMMES}`);
    yield figure(`${about}: repairs listed`, first.repairs, 'repairs');
    yield figure(`${about}: memory`, Math.max(...runs.map((run) => run.megabytes)), 'MB');
    const whole = runChild(file, out, 'parse');
    yield figure(`${about}: JSON.parse of the whole file`, whole.seconds, 's');
    yield figure(`${about}: memory of JSON.parse`, whole.megabytes, 'MB');
    yield* rereadFeeds(join(out, 'feeds'));
    yield* rereadCalendars(out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runChild(file: string, out: string, mode: string): Run {
  const { stdout, status, stderr } = spawnSync(process.execPath, [child, file, out, mode], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Run;
}

function* rereadFeeds(folder: string): Generator<Figure> {
  let [wrong, entries] = [0, 0];
  const names = readdirSync(folder);
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8');
    const found = name.endsWith('.atom')
      ? parseAtomFeed(text).entries?.length
      : parseJsonFeed(JSON.parse(text) as object).items?.length;
    entries += found ?? 0;
    if (found === undefined || found === 0) wrong++;
  }
  yield figure('feeds that do not re-read (feedsmith)', wrong, `of ${names.length}`, '<= 0');
  const all = PROGRAMMES * 2;
  yield figure('feeds: entries that do not re-read', all - entries, `of ${all}`, '<= 0');
}

/** A family's calendar of each municipality; then every last day a month later. */
function* rereadCalendars(folder: string): Generator<Figure> {
  const options = { from: '2025-01-01', to: '2035-12-31' };
  const births = ['2024-05-15', '2025-12-01'];
  const now = new Date('2026-04-01T00:00:00Z');
  let [missing, events, renamed, kept] = [0, 0, 0, 0];
  const times: number[] = [];
  for (const name of readdirSync(folder).filter((one) => /^\d{6}.*\.json$/.test(one))) {
    const { programmes, municipality } = JSON.parse(
      readFileSync(join(folder, name), 'utf8'),
    ) as Listing;
    const start = performance.now();
    const made = listedEvents(programmes, births, options);
    const text = toICalendar(made, { name: municipality.name, now });
    times.push(performance.now() - start);
    const before = read(text);
    events += made.length;
    missing += made.filter(({ uid, sequence }) => before.get(uid) !== sequence).length;
    const later = programmes.map((one) =>
      one.apply?.to === undefined
        ? one
        : Object.assign({}, one, {
            apply: { ...one.apply, to: '2027-01-31' },
            sequence: one.sequence + 1,
          }),
    );
    const changed = listedEvents(later, births, options).filter(
      ({ date }) => date === '2027-01-31',
    );
    const after = read(toICalendar(changed, { name: municipality.name, now }));
    for (const { uid } of changed) {
      const [old, fresh] = [before.get(uid), after.get(uid)];
      if (old === undefined) continue;
      if (fresh === undefined || fresh <= old) renamed++;
      else kept++;
    }
  }
  yield figure(
    'calendar: entries that do not re-read (node-ical)',
    missing,
    `of ${events}`,
    '<= 0',
  );
  yield figure(
    'calendar: changed last days without a higher sequence',
    renamed,
    `of ${kept}`,
    '<= 0',
  );
  yield figure('calendar of one municipality, two children', median(times), 'ms', '<= 100');
}

function read(text: string): Map<string, number> {
  return new Map(
    Object.values(sync.parseICS(text)).flatMap((one): [string, number][] =>
      one !== undefined && 'type' in one && one.type === 'VEVENT'
        ? [[one.uid, Number(one.sequence)]]
        : [],
    ),
  );
}
