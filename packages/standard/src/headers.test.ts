import { describe, expect, test } from 'vitest';
import { datasets, loadDataset } from './datasets.ts';
import { editionHeaders, headerWords } from './headers.ts';

const editions = editionHeaders();
const dictionaries = await Promise.all(datasets.map(({ id }) => loadDataset(id)));

describe('the table of headers', () => {
  test('says what the dictionaries say; if not: node packages/standard/scripts/headers.mjs', () => {
    const expected = dictionaries.flatMap(({ id, generations }) =>
      generations.map((generation) => ({
        dataset: id,
        generation: generation.id,
        layout: generation.layout,
        columns: generation.columns.map(({ name, aliases }) => [name, ...aliases]),
      })),
    );
    const found = editions.map((edition, at) => ({
      ...edition,
      columns: edition.columns.map((headers, index) =>
        headers.slice(0, expected[at]?.columns[index]?.length),
      ),
    }));
    expect(found).toEqual(expected);
  });

  test('adds English words, to columns of the recommended datasets only', () => {
    for (const [at, { generation, columns }] of editions.entries()) {
      const dictionary = dictionaries.flatMap(({ generations }) => generations)[at];
      for (const [index, headers] of columns.entries()) {
        const known = 1 + (dictionary?.columns[index]?.aliases.length ?? 0);
        const added = headers.slice(known);
        if (generation !== 'previous') expect(added).toEqual([]);
        for (const word of added) expect(word).toMatch(/^[A-Za-z]+\d*$/u);
      }
    }
    const aed = editions.find(
      ({ dataset, generation }) => dataset === 'aed' && generation === 'previous',
    );
    expect(aed?.columns).toContainEqual(
      expect.arrayContaining(['設置位置', 'installationPosition']),
    );
  });

  test('gives a header one meaning within an edition', () => {
    for (const { dataset, columns } of editions) {
      const headers = columns.flat();
      expect(new Set(headers).size, dataset).toBe(headers.length);
    }
  });
});

test('a header word stands once, for columns that exist', () => {
  const words = headerWords.flatMap(([, , headers]) => headers.split(' '));
  expect(new Set(words).size).toBe(words.length);
  const names = new Set(editions.flatMap(({ columns }) => columns.map(([name]) => name)));
  const elsewhere = new Set(['緯度,経度']);
  for (const [columns, confidence] of headerWords) {
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThan(1);
    for (const column of columns.split(' ')) {
      expect(names.has(column) || elsewhere.has(column), column).toBe(true);
    }
  }
});
