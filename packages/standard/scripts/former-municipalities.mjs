/**
 * Writes src/generated/former-municipalities.ts from the history of area codes.
 *
 *   node scripts/former-municipalities.mjs changes.rds [output]
 *
 * The history is e-Stat's 廃置分合等情報 as the R package jpcity compiles it: data-raw/absorption_separation.rds of
 * version 0.3.0, from 1970-04-20 to 2024-01-01. Which codes are former is decided by today's list, in
 * src/generated/municipalities.ts. Nothing is fetched and nothing is guessed: a successor is what the history leads to.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readRds } from './rds.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const source = process.argv[2] ?? here('../../../../shared/data/codes/absorption_separation.rds');

function readToday() {
  const table = readFileSync(here('../src/generated/municipalities.ts'), 'utf8');
  let code = 0;
  const steps = table.match(/codes: string =\n {2}"([\d,]+)"/)[1].split(',');
  return new Set(steps.map((step) => String((code += Number(step))).padStart(5, '0')));
}

/** `undefined` for a county or a branch office of a prefecture, which are no municipalities. */
function place(columns, i) {
  const of = (name) => columns.get(name)[i];
  const [code, city, name] = ['city_code', 'city_desig_name', 'city_name'].map(of);
  if (code === null || (name === null && !city?.endsWith('市'))) return undefined;
  return { code, name: (city?.endsWith('市') ? city : '') + (name ?? '') };
}

const isoDay = (days) => new Date(days * 86_400_000).toISOString().slice(0, 10);

/** Old code → what became of it. A code that stays as it was is no change. */
function readChanges(history) {
  const events = new Map();
  for (const [i, days] of history.get('date').entries()) {
    const from = place(history.get('from'), i);
    const to = place(history.get('to'), i);
    if (from === undefined || to === undefined) continue;
    const event = `${days} ${history.get('event')[i]}`;
    events.set(event, [...(events.get(event) ?? []), { from, to, date: isoDay(days) }]);
  }
  const changes = new Map();
  for (const pairs of events.values()) {
    for (const { from, to, date } of pairs) {
      // Where several codes become several, the list pairs each with each; the names tell which is which.
      const own = pairs.find((one) => one.from.code === from.code && one.to.name === from.name);
      if (from.code === to.code || (own !== undefined && own.to.code !== to.code)) continue;
      changes.set(from.code, [...(changes.get(from.code) ?? []), { from, to, date }]);
    }
  }
  return changes;
}

const today = readToday();
const changes = readChanges(readRds(readFileSync(source)));

function successors(code, since = '') {
  if (today.has(code)) return [code];
  const next = (changes.get(code) ?? []).filter(({ date }) => date >= since);
  return next.flatMap(({ to, date }) => successors(to.code, date));
}

const rows = [...changes]
  .filter(([code]) => !today.has(code))
  .sort(([a], [b]) => Number(a) - Number(b))
  .map(([code, list]) => {
    const last = list.toSorted((a, b) => a.date.localeCompare(b.date)).at(-1);
    const now = [...new Set(successors(code).map(Number))].toSorted((a, b) => a - b);
    return { code, name: last.from.name, now: now.join('+'), date: last.date };
  });

/** Neighbours in the list often share a fate: a value like the one before is left out. */
const changesOnly = (values) => values.map((value, i) => (value === values[i - 1] ? '' : value));
const columns = {
  codes: rows.map(({ code }, i) => Number(code) - Number(rows[i - 1]?.code ?? 0)),
  names: rows.map(({ name }) => name),
  successors: changesOnly(rows.map(({ now }) => now)),
  dates: changesOnly(rows.map(({ date }) => date.replaceAll('-', ''))),
};
const declarations = Object.entries(columns).map(
  ([name, values]) => `export const ${name}: string =\n  "${values.join(',')}";\n`,
);
writeFileSync(
  process.argv[3] ?? here('../src/generated/former-municipalities.ts'),
  `// Written by scripts/former-municipalities.mjs; edit that, not this.\n${declarations.join('')}`,
);
