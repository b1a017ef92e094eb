import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { disasterMap } from '@yokoten/disaster-map/build';
import type { MapDocument } from '@yokoten/disaster-map';
import { beforeAll, describe, expect, test } from 'vitest';
import { misfits, type Schema } from '../../../packages/yokoten/test/json-schema.ts';
import { parseConfig } from '../../../packages/yokoten/src/internal/config-text.ts';
import { root } from '../../tools/src/run.ts';
import { exampleIds } from '../src/build-example.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const schema = JSON.parse(
  readFileSync(`${root}/packages/yokoten/schema/config.schema.json`, 'utf8'),
) as Schema;
const text = (path: string): string => readFileSync(path, 'utf8');
const configOf = (id: string): Record<string, unknown> =>
  parseConfig(text(`${folder}${id}/yokoten.config.jsonc`)).value;

async function build(id: string) {
  const config = configOf(id);
  const { name, bbox } = config['municipality'] as MapDocument['municipality'];
  const [west, south, east, north] = bbox;
  return disasterMap.build({
    config,
    municipality: { name, bbox, centroid: [(west + east) / 2, (south + north) / 2] },
    files: readdirSync(`${folder}${id}/data`).map((file) => ({
      path: `data/${file}`,
      bytes: readFileSync(`${folder}${id}/data/${file}`),
    })),
  });
}

describe.each(exampleIds())('the example %s', (id) => {
  let made: Awaited<ReturnType<typeof build>>;
  beforeAll(async () => {
    made = await build(id);
  });

  test('is a config that fits the schema, and data of which nothing is lost or doubtful', () => {
    expect(misfits(schema, configOf(id))).toEqual([]);
    const { document, problems, configProblems } = made;
    expect([problems, configProblems]).toEqual([[], []]);
    const { report, layers, sample } = document as MapDocument;
    expect(report.shown).toBe(report.rows);
    expect(report.leftOut).toBe(0);
    expect(layers.length).toBeGreaterThan(0);
    // Nobody may take it for a real town.
    expect(sample?.ja).toContain('実在しません');
  });

  test('has marks that differ in more than colour', () => {
    const { layers } = made.document as MapDocument;
    const looks = layers.map(({ icon, shape, kind }) => `${icon} ${shape ?? ''} ${kind}`);
    expect(new Set(looks).size).toBe(layers.length);
  });

  test('is shown in the docs, in both languages, with its picture', () => {
    const docs = text(`${root}/docs/examples.md`);
    const { title } = configOf(id) as { title: { ja: string; en: string } };
    expect(docs).toContain(`(../apps/examples/${id}/)`);
    expect(docs).toContain(`(images/example-${id}.webp)`);
    expect(docs).toContain(title.ja);
    expect(docs).toContain(title.en);
    expect(readFileSync(`${root}/docs/images/example-${id}.webp`).length).toBeLessThan(60_000);
  });
});
