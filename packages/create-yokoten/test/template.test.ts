import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { municipalities } from '@yokoten/standard/municipalities';
import * as fc from 'fast-check';
import { parse, stripComments } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { isQuick } from '../../../apps/tools/src/tier.ts';
import { findMunicipality } from '../src/municipality.ts';
import { planFiles } from '../src/plan.ts';
import { readTemplate, templateIds } from '../src/template.ts';

const repository = join(import.meta.dirname, '../../..');
const all = municipalities();

test('every template of the repository is in the package', () => {
  expect(templateIds()).toEqual(readdirSync(join(repository, 'templates')).sort());
});

test('every municipality is found by its code, with five digits and with six', async () => {
  for (const { code, name, prefecture, latin } of all) {
    expect(await findMunicipality(code)).toEqual({ code, name, prefecture, latin });
  }
  expect(await findMunicipality('13201')).toMatchObject({ code: '132012' });
});

test('names hold nothing that could break a JSON text, a YAML text or a heading', () => {
  const odd = all.filter(
    ({ name, latin }) => !/^[\p{L}]+$/u.test(name) || !/^[A-Za-z][A-Za-z' ,-]*$/.test(latin),
  );
  expect(odd.map(({ name, latin }) => `${name} ${latin}`)).toEqual([]);
});

function comments(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && stripComments(line).trim() === '');
}

/** The step that puts in what a workflow of its own fetched. */
const FETCHED =
  / {6}#[^\n]*\n {6}- run: npx --no yokoten data daily restore\n {8}env:\n {10}[^\n]*\n/;

describe.each(templateIds())('%s', (id) => {
  const template = readTemplate(id);
  const source = join(repository, 'templates', id);
  const sampleConfig = readFileSync(join(source, 'yokoten.config.jsonc'), 'utf8');
  const textsFor = (code: string): Map<string, string> => {
    const { name, prefecture, latin } = all.find((one) => one.code === code) ?? {
      name: '',
      prefecture: '',
      latin: '',
    };
    const municipality = { code, name, prefecture, latin };
    const files = planFiles({
      template,
      municipality,
      packageName: 'my-map',
      packages: undefined,
      cwd: '.',
    });
    return new Map(
      files.map((file) => [
        file.path,
        'text' in file ? file.text : readFileSync(file.copyOf, 'latin1'),
      ]),
    );
  };

  test('fits every municipality: its code and names, valid files, no mark and nothing of the sample left', () => {
    const town = parse(sampleConfig) as { municipality: { name: { ja: string; en: string } } };
    const [stem = ''] = town.municipality.name.en.split(' ');
    fc.assert(
      fc.property(fc.constantFrom(...all), ({ code, name, latin }) => {
        const texts = textsFor(code);
        for (const [path, text] of texts) {
          expect(text, path).not.toContain('{{yokoten');
          expect(text, path).not.toContain(town.municipality.name.ja);
          expect(text, path).not.toContain(stem);
          if (!/^(README|LICENSE|publiccode|schemes)|\.config\.jsonc$|lock\.json$/.test(path))
            expect(text, path).not.toContain(name);
        }
        const config = parse(texts.get('yokoten.config.jsonc') ?? '', [], {
          allowTrailingComma: true,
        });
        expect(config).toMatchObject({ app: id, municipality: code });
        if (id === 'disaster-map') {
          expect(config.layers).toEqual([]);
          expect(config.credit.source).toEqual({ ja: name, en: latin });
        }
        expect(config.title.ja).toContain(name);
        expect(config.title.en).toContain(latin);
        expect(config).not.toHaveProperty('sample');
        expect(texts.get('publiccode.yml')).toContain(`\nname: ${name}`);
      }),
      { numRuns: isQuick ? 8 : 40 },
    );
  });

  test('keeps every comment of the config that is not about the sample or a key that went with it', () => {
    const kept = comments(textsFor('132012').get('yokoten.config.jsonc') ?? '');
    const gone = comments(sampleConfig).filter((line) => !kept.includes(line));
    expect(kept.length).toBeGreaterThan(gone.length);
    expect(
      kept.filter((line) => !comments(sampleConfig).some((other) => other.startsWith(line))),
    ).toEqual([]);
  });

  test('publishes itself, and asks for its upgrades, by the workflows of all templates', () => {
    const workflows = readdirSync(join(source, '.github/workflows')).sort();
    // Only data that can be fetched has a workflow that fetches it.
    expect(workflows.filter((name) => name !== 'data.yml')).toEqual(['deploy.yml', 'upgrade.yml']);
    for (const name of workflows) {
      const text = (template: string): string =>
        readFileSync(join(repository, 'templates', template, '.github/workflows', name), 'utf8');
      expect(text(id).replace(FETCHED, '')).toBe(text('disaster-map').replace(FETCHED, ''));
      if (name === 'deploy.yml')
        expect(FETCHED.test(text(id))).toBe(workflows.includes('data.yml'));
      expect(template.files[`.github/workflows/${name}`]?.class).toBe('template');
    }
  });

  test('names real versions and no workspace', () => {
    const manifest = JSON.parse(textsFor('132012').get('package.json') ?? '') as {
      dependencies: Record<string, string>;
    };
    for (const [name, range] of Object.entries(manifest.dependencies))
      expect(range, name).toMatch(/^\^?\d+\.\d+\.\d+/);
    const own = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
      version: string;
    };
    expect(template.version).toBe(own.version);
  });
});
