// In a process of its own, so that its memory is nobody else's: FILE FOLDER MODE. Prints one JSON object.
import { importProgrammes, writeFeeds, writeFolder, writeSlices } from '@yokoten/benefits/build';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [file = '', folder = '', mode = ''] = process.argv.slice(2);
const start = performance.now();
const result = mode === 'parse' ? parseWhole() : await importAll();
const seconds = (performance.now() - start) / 1000;
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const cpu = (userCPUTime + systemCPUTime) / 1e6;
console.log(JSON.stringify({ seconds, cpu, megabytes: maxRSS / 1024, ...result }));

async function importAll() {
  const chunks = () => createReadStream(file, { highWaterMark: 1 << 20 });
  const { places, reports, repairs } = await importProgrammes([{ name: file, chunks }]);
  const provenance = {
    credit: '見本の出典',
    licence: 'CC-BY-4.0',
    source: null,
    asOf: '2025-08-20',
  };
  const { files, index } = await writeSlices(places, provenance);
  const listings = places.map(({ place, programmes }) =>
    Object.assign({ format: 1, municipality: place, programmes }, provenance),
  );
  const feeds = writeFeeds(listings, 'https://example.org/feeds/', '2026-04-01T00:00:00Z');
  writeFolder(folder, new Map(files.map(({ name, bytes }) => [name, bytes])));
  writeFolder(join(folder, 'feeds'), feeds);
  return {
    places: index.municipalities.length,
    used: reports[0]?.used,
    repairs: repairs.length,
    largest: Math.max(...files.map(({ gzipped }) => gzipped)),
    slices: files.length,
    feeds: feeds.size,
  };
}

function parseWhole() {
  return { used: JSON.parse(readFileSync(file, 'utf8')).length };
}
