import { describe, expect, test } from 'vitest';
import { isSource, repositoryFiles, textOf, withoutComments } from '../src/sources.ts';

const files = repositoryFiles();
const sources = files.filter(isSource);

test('the top level holds only what the architecture names', () => {
  const top = new Set(files.map((path) => path.split('/')[0]));
  const named = [
    'packages',
    'templates',
    'apps',
    'docs',
    'pnpm-workspace.yaml',
    'turbo.json',
    'package.json',
    'tsconfig.base.json',
    'pnpm-lock.yaml',
    'README.md',
    'README.ja.md',
    'LICENSE',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'publiccode.yml',
  ];
  expect(
    [...top].filter((name) => name !== undefined && !name.startsWith('.') && !named.includes(name)),
  ).toEqual([]);
});

test('no source file is longer than 400 lines', () => {
  const long = sources.filter((path) => textOf(path).split('\n').length > 401);
  expect(long).toEqual([]);
});

test('there is no package called utils, core or common', () => {
  expect(files.filter((path) => /^packages\/(utils|core|common|helpers)\//.test(path))).toEqual([]);
});

test('no tracked text holds a path of one machine or the address of a package registry', () => {
  const guilty = files
    .filter(
      (path) => /\.(ts|mjs|md|json|jsonc|ya?ml|html|css)$/.test(path) && path !== 'pnpm-lock.yaml',
    )
    .filter((path) =>
      /(^|[^\w./-])\/(work|farm|root)\/|https?:\/\/[\w.-]*(registry\.|pythonhosted)/m.test(
        textOf(path),
      ),
    );
  expect(guilty).toEqual([]);
});

test('no merge was left half done, and no two decisions have one number', () => {
  const marked = files.filter(
    (path) => /\.md$|\.json$|\.ya?ml$/.test(path) && /^(<{7} |>{7} )/m.test(textOf(path)),
  );
  expect(marked).toEqual([]);
  const numbers = files.flatMap((path) => /^docs\/decisions\/(\d+)/.exec(path)?.[1] ?? []);
  expect(numbers).toEqual([...new Set(numbers)]);
});

describe('error codes', () => {
  const pages = files
    .filter((path) => /^docs\/errors\/[^/]+\/[^/]+\.md$/.test(path))
    .map((path) => path.slice(12, -3));
  const packages = [
    'standard',
    'ui',
    'open-data',
    'disaster-map',
    'yokoten',
    'create-yokoten',
    'rules',
    'openfisca',
    'benefits',
    'open-data-app',
  ];
  const pattern = new RegExp(
    `['"\`]((?:${packages.join('|')})/[a-z0-9]+(?:-[a-z0-9]+)*)['"\`]`,
    'g',
  );
  const raised = new Map<string, string>();
  for (const path of sources.filter((name) => /^packages\/[^/]+\/src\//.test(name))) {
    for (const [, code = ''] of withoutComments(textOf(path))
      .replaceAll(/^\s*(import|export)\b.*from .*$/gm, '')
      .matchAll(pattern))
      raised.set(code, path);
  }

  test('each has a page, in Japanese and English', () => {
    const codes = [...raised.keys()].filter((code) => code !== 'yokoten/vite'); // an address to import from
    expect(codes.length).toBeGreaterThan(20);
    expect(
      codes.filter((code) => !pages.includes(code)).map((code) => `${code} (${raised.get(code)})`),
    ).toEqual([]);
    const oneSided = pages.filter(
      (code) =>
        !/[ぁ-ん]/.test(textOf(`docs/errors/${code}.md`)) ||
        !/[a-z]{4,} [a-z]{2,} [a-z]{2,}/.test(textOf(`docs/errors/${code}.md`)),
    );
    expect(oneSided).toEqual([]);
  });

  test('no page stands for a code that nothing raises', () => {
    expect(pages.filter((code) => !raised.has(code))).toEqual([]);
  });
});

test('no municipality is named in code: not in packages, not in templates outside config and data', async () => {
  const { municipalities } = await import('@yokoten/standard/municipalities');
  const names = [...new Set(municipalities().map(({ name }) => name))].filter(
    (name) => name.length >= 3,
  );
  const shown = files.filter(
    (path) =>
      (/^packages\/[^/]+\/src\//.test(path) && isSource(path)) ||
      (/^templates\/[^/]+\//.test(path) &&
        !/\/(data|docs)\/|yokoten\.config\.jsonc$|\.png$/.test(path)),
  );
  const guilty = shown.flatMap((path) => {
    const text = withoutComments(textOf(path));
    return names.filter((name) => text.includes(name)).map((name) => `${path}: ${name}`);
  });
  expect(guilty).toEqual([]);
});
