import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formerMunicipalities, formerMunicipality } from './former-municipalities.ts';
import { municipalities, municipalityByCode } from './municipalities.ts';

test('a code of today is not former', () => {
  for (const { code } of municipalities()) expect(formerMunicipality(code)).toBeUndefined();
});

/** Ministry of Internal Affairs: 浜松市 2024, 平成の大合併, designated cities. */
test.each([
  ['22131', '浜松市中区', ['22138'], '2024-01-01'],
  ['22135', '浜松市北区', ['22138', '22139'], '2024-01-01'],
  ['14202', '川崎市', ['14130'], '1972-04-01'],
  // Through 鳳珠郡門前町 of 2005.
  ['17422', '門前町', ['17204'], '2005-03-01'],
  ['17421', '穴水町', ['17461'], '2005-03-01'],
  // Divided between two neighbours.
  ['19341', '上九一色村', ['19201', '19430'], '2006-03-01'],
])('%s %s', (code, name, successors, replacedOn) => {
  const found = formerMunicipality(code);
  expect(found).toMatchObject({ name, replacedOn });
  expect(found?.successors.map((one) => one.slice(0, 5))).toEqual(successors);
});

test('is found by every way to write the code, and by no other', () => {
  const { code } = formerMunicipality('22131') ?? { code: '' };
  expect(code).toMatch(/^22131\d$/);
  for (const written of [code, '２２１３１', ` ${code} `]) {
    expect(formerMunicipality(written)?.code).toBe(code);
  }
  const wrong = `22131${(Number(code[5]) + 1) % 10}`;
  for (const written of [wrong, '2213', '', '浜松市中区', '__proto__']) {
    expect(formerMunicipality(written)).toBeUndefined();
  }
});

test('every former code leads to codes of today, and none is one', () => {
  const all = formerMunicipalities();
  expect(all.length).toBeGreaterThan(2000);
  expect(all.map(({ code }) => code)).toEqual(all.map(({ code }) => code).toSorted());
  const crossed: string[] = [];
  for (const { code, name, successors, replacedOn } of all) {
    expect(name).toMatch(/[市区町村]$/u);
    expect(replacedOn).toMatch(/^(?:19[7-9]\d|20[0-2]\d)-\d\d-\d\d$/);
    expect(municipalityByCode(code)).toBeUndefined();
    expect(successors.length).toBeGreaterThan(0);
    for (const successor of successors) {
      expect(municipalityByCode(successor)?.code).toBe(successor);
      if (successor.slice(0, 2) !== code.slice(0, 2)) crossed.push(name);
    }
  }
  // The one that changed its prefecture, in 2005.
  expect(crossed).toEqual(['山口村']);
});

const older = new URL(
  '../../../../shared/data/codes/FEA_hyoujun-20220225015648.csv',
  import.meta.url,
);

test.skipIf(!existsSync(older))(
  'a list of 2022 holds no code that is neither of today nor former (skipped where ../shared/data is not there)',
  () => {
    const text = new TextDecoder('shift_jis').decode(readFileSync(older));
    const codes = text.match(/^"\d{5}"/gmu)?.map((code) => code.slice(1, 6)) ?? [];
    const today = new Set(municipalities().map(({ code }) => code.slice(0, 5)));
    const unknown = codes.filter(
      (code) => !today.has(code) && formerMunicipality(code) === undefined,
    );
    // 特別区部 is a sum in statistics, not a municipality.
    expect(unknown).toEqual(['13100']);
    expect(codes.filter((code) => formerMunicipality(code) !== undefined)).toHaveLength(7);
  },
);
