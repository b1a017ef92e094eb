import { read } from '@yokoten/open-data/read';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { matchStates } from '../src/state-source/match.ts';
import { openingNow } from '../src/state-source/age.ts';
import { readReport } from '../src/state-source/read-report.ts';

const folder = fileURLToPath(
  new URL('../../../../shared/data/shelters/nanao-open-shelters/', import.meta.url),
);
const HALF_A_DAY = 12 * 3_600_000;

test.runIf(existsSync(folder))(
  'six lists of open shelters: every row has people and a time, matches by id or is new',
  async () => {
    const [reference] = await read(readFileSync(`${folder}reference_data.csv`), { file: 'r.csv' });
    const [id, name] = ['ID', '名称'].map((column) => reference.header.indexOf(column));
    const places = reference.rows.map(({ cells }) => ({
      id: cells[id ?? -1] ?? '',
      name: cells[name ?? -1] ?? '',
    }));
    const files = readdirSync(folder).filter((file) => /\d{4}\.csv$/.test(file));
    expect(files).toHaveLength(6);
    for (const file of files) {
      const states = await readReport(readFileSync(folder + file), file, { listsOpen: true });
      const [, day = '', hour = '', minute = ''] =
        /(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)/.exec(file) ?? [];
      const at = Date.parse(`${day}T${hour}:${minute}:00+09:00`);
      const wrong = states.filter(({ opening, people }) => opening?.at !== at || people?.at !== at);
      expect({ file, wrong }).toEqual({ file, wrong: [] });
      const open = states.map(({ opening }) => openingNow(opening, at + 1000, HALF_A_DAY));
      expect(open.every((opening) => opening === 'open')).toBe(true);
      const later = states.map(({ opening }) => openingNow(opening, at + HALF_A_DAY, HALF_A_DAY));
      expect(later.every((opening) => opening === undefined)).toBe(true);
      const { states: matched, unmatched, ambiguous } = matchStates(states, places);
      expect(matched.size + unmatched.length + ambiguous.length).toBe(states.length);
      expect(matched.size).toBeGreaterThanOrEqual(states.length / 2);
    }
  },
);

test.skipIf(existsSync(folder))('lists of open shelters: not on this machine', () => {
  expect(existsSync(folder)).toBe(false);
});
