import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { AppInput } from './contract.ts';
import { buildCheck } from './app.ts';

const schemes = fileURLToPath(
  new URL('../../../../../templates/benefits-navigator/schemes/', import.meta.url),
);
const files = readdirSync(schemes).map((name) => ({
  path: `schemes/${name}`,
  bytes: new Uint8Array(readFileSync(`${schemes}${name}`)),
}));
const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const input = (change: Partial<AppInput> = {}): AppInput => ({
  config: { title: { ja: '町の手当', en: 'Town' }, languages: ['ja', 'ko'] },
  municipality: { code: '132012', name: { ja: '町' } },
  files,
  ...change,
});

const configFor = (output: string) => ({
  benefits: { pack: { programmes: [{ output, money: 'monthly' }] } },
});

describe('own schemes', () => {
  test('become modules that give the element its pack, its languages and its municipality', async () => {
    const { modules, configProblems, fallbackHtml, isSilent, hosts } = await buildCheck(input());
    expect(configProblems).toEqual([]);
    expect([...modules.keys()]).toEqual(
      expect.arrayContaining(['index.js', 'pack.js', 'data.js', 'texts/ko.js']),
    );
    expect(modules.get('index.js')).toContain('"languages":["ja","ko"]');
    expect(modules.get('index.js')).toContain('"municipality":"132012"');
    expect(isSilent).toBe(true);
    expect(hosts).toEqual({ img: [], connect: [] });
    expect(fallbackHtml).toMatch(/<table lang="ja">.*児童手当/);
  });

  test('with a mistake stop the build at its line', async () => {
    const broken = files.map((one) =>
      one.path.includes('10-')
        ? file(one.path, new TextDecoder().decode(one.bytes).replace('種類: 毎月', '種類: 毎つき'))
        : one,
    );
    const { configProblems } = await buildCheck(input({ files: broken }));
    expect(configProblems[0]).toMatchObject({
      code: 'benefits/bad-value',
      file: 'schemes/10-児童手当.yaml',
      line: 3,
    });
  });

  test('that are not there are asked for', async () => {
    const { configProblems } = await buildCheck(input({ files: [] }));
    expect(configProblems.map(({ code }) => code)).toEqual(['benefits/no-schemes']);
  });

  test('hold text, never markup', async () => {
    const hostile = files.map((one) =>
      one.path.includes('10-')
        ? file(
            one.path,
            new TextDecoder()
              .decode(one.bytes)
              .replaceAll('制度: 児童手当', '制度: <img src=x onerror=alert(1)>'),
          )
        : one,
    );
    const { fallbackHtml } = await buildCheck(input({ files: hostile }));
    expect(fallbackHtml).not.toContain('<img');
  });
});

describe('the config', () => {
  test.each([
    [1, 'benefits/config-value benefits'],
    [{ contact: [] }, 'benefits/unknown-key benefits.contact'],
    [{ contacts: {} }, 'benefits/config-value benefits.contacts'],
    [{ contacts: ['03'] }, 'benefits/config-value benefits.contacts.0'],
    [{ contacts: [{ phone: '03' }] }, 'benefits/config-value benefits.contacts.0.name'],
    [
      { contacts: [{ name: '課', url: 'http://x' }] },
      'benefits/config-value benefits.contacts.0.url',
    ],
    [{ pack: [] }, 'benefits/config-value benefits.pack'],
    [{ pack: { programmes: [] } }, 'benefits/config-value benefits.pack.programmes'],
    [
      { pack: { programmes: [{ output: 'a' }] } },
      'benefits/config-value benefits.pack.programmes.0',
    ],
  ])('%j is told', async (benefits, problem) => {
    expect(await problemsOf(benefits)).toContain(problem);
  });
});

describe('a compiled pack', () => {
  const types = 'export interface Variables {\n  "手当": number;\n  "所得": number;\n}\n';
  const pack = ['index.js', 'steps.js', 'labels.js', 'references.js'].map((name) =>
    file(`pack/${name}`, ''),
  );

  test('is published with its licence and notice', async () => {
    const {
      modules,
      files: published,
      configProblems,
    } = await buildCheck(
      input({
        config: configFor('手当'),
        files: [
          ...pack,
          file('pack/index.d.ts', types),
          file('pack/LICENSE', 'AGPL'),
          file('pack/NOTICE', 'Compiled.\n\nMore.'),
        ],
      }),
    );
    expect(configProblems).toEqual([]);
    expect([...published]).toEqual([
      ['pack/LICENSE.txt', 'AGPL'],
      ['pack/NOTICE.txt', 'Compiled.\n\nMore.'],
    ]);
    expect(modules.get('pack.js')).toContain('"licenceUrl":"./pack/LICENSE.txt"');
    expect(modules.get('pack.js')).toContain('"notice":"Compiled."');
  });

  test('that was not compiled, and names that it does not have, are told', async () => {
    const missing = await buildCheck(input({ config: configFor('手当'), files: [] }));
    expect(missing.configProblems.map(({ code }) => code)).toEqual(['benefits/pack-not-compiled']);
    const unknown = await buildCheck(
      input({ config: configFor('手当て'), files: [...pack, file('pack/index.d.ts', types)] }),
    );
    expect(unknown.configProblems[0]).toMatchObject({
      code: 'benefits/unknown-name',
      path: ['benefits', 'pack', 'programmes', 0, 'output'],
    });
    expect(unknown.configProblems[0]?.message.ja).toContain('「手当」ではありませんか');
  });
});

async function problemsOf(benefits: unknown): Promise<string[]> {
  const { configProblems } = await buildCheck(input({ config: { ...input().config, benefits } }));
  return configProblems.map(({ code, path }) => `${code} ${path.join('.')}`);
}
