import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examineApp } from '../src/internal/doctor/examine-app.ts';
import { eject } from '../src/internal/eject/eject.ts';
import { readAppRecord, type RecordedPart } from '../src/internal/upgrade/app-record.ts';
import { appWithParts, DETAIL, installParts, PARTS, type PartsOf } from './parts-package.ts';
import { openApp, upgradeAndMerge, upgradeApp, type App } from './upgrade-app.ts';

const COPY = 'src/parts/disaster-map/detail.ts';
const OURS = DETAIL.replace('const title = place;', 'const title = `★ ${place}`;');
const LATER: PartsOf = {
  version: '1.1.0',
  parts: { ...PARTS.parts, detail: DETAIL.replace("'end'", "'the end'") },
};
const BOTH = OURS.replace("'end'", "'the end'");

function recorded(app: App): RecordedPart | undefined {
  return readAppRecord(app.read('yokoten.lock.json')).parts?.get(COPY);
}

async function ejected(
  text: string,
  ...later: readonly PartsOf[]
): ReturnType<typeof appWithParts> {
  const made = await appWithParts(...later);
  await eject(made.app.root, 'detail');
  made.app.write(COPY, text);
  made.app.commit();
  return made;
}

test('what the owner edited and what the package changed are both there', async () => {
  const { app, releases } = await ejected(OURS, LATER);
  const report = await upgradeAndMerge(app, releases);
  expect(report).toMatchObject({ status: 'done', decisions: [] });
  expect(report.changes).toContainEqual({ path: COPY, kind: 'merged' });
  expect(app.read(COPY)).toBe(BOTH);
  expect(recorded(app)?.version).toBe('1.1.0');
  expect(JSON.parse(app.read('.yokoten/base.json')).files[COPY]).toBe(LATER.parts['detail']);
  expect((await upgradeApp(app, releases)).status).toBe('up-to-date');
});

test('a copy that was not edited is the new part', async () => {
  const { app, releases } = await ejected(DETAIL, LATER);
  expect((await upgradeAndMerge(app, releases)).decisions).toEqual([]);
  expect(app.read(COPY)).toBe(LATER.parts['detail']);
});

test('the same lines changed on both sides are a conflict, as in any file', async () => {
  const theirs = DETAIL.replace('const title = place;', 'const title = place.trim();');
  const { app, releases } = await ejected(OURS, { ...LATER, parts: { detail: theirs } });
  const report = await upgradeApp(app, releases);
  expect(report.decisions.map(({ path }) => path)).toContain(COPY);
  if (report.place?.kind !== 'worktree') throw new Error('no work tree');
  const tree = openApp(report.place.folder);
  expect(tree.read(COPY)).toMatch(/<<<<<<< .*★.*=======.*trim.*>>>>>>>/s);
  expect(tree.git('ls-files', '--unmerged', COPY).split('\n')).toHaveLength(4);
  expect(app.read(COPY)).toBe(OURS);
});

test(
  'put off, a conflict waits, and the record still says what it began with',
  { tags: ['ci'] },
  async () => {
    const theirs = DETAIL.replace('const title = place;', 'const title = place.trim();');
    const { app, releases } = await ejected(OURS, { ...LATER, parts: { detail: theirs } });
    const report = await upgradeAndMerge(app, releases, { putOff: true });
    expect(report.changes).toContainEqual({ path: COPY, kind: 'put-off' });
    expect(report.decisions.map(({ path }) => path)).toEqual([COPY]);
    expect(app.read(COPY)).toBe(OURS);
    expect(recorded(app)?.version).toBe('1.0.0');
    const again = await upgradeApp(app, releases);
    expect(again.place?.kind).toBe('worktree');
  },
);

test('a part that its package has no more is listed, and stays', async () => {
  const { app, releases } = await ejected(OURS, { version: '1.1.0', parts: {} });
  const report = await upgradeAndMerge(app, releases);
  expect(report.decisions).toMatchObject([
    { path: COPY, message: { en: expect.stringContaining('no part "detail"') } },
  ]);
  expect(app.read(COPY)).toBe(OURS);
  expect(recorded(app)).toBeUndefined();
});

test('a copy that was removed is forgotten', { tags: ['ci'] }, async () => {
  const { app, releases } = await ejected(OURS, LATER);
  app.remove(COPY);
  app.commit();
  expect((await upgradeAndMerge(app, releases)).decisions).toEqual([]);
  expect(existsSync(join(app.root, COPY))).toBe(false);
  expect(recorded(app)).toBeUndefined();
});

test('without the new package the rest is upgraded, and the part waits for the next time', async () => {
  const { app, releases } = await ejected(OURS, LATER);
  const tarball = join(releases, 'yokoten-disaster-map-1.1.0.tgz');
  const kept = readFileSync(tarball);
  rmSync(tarball);
  const report = await upgradeAndMerge(app, releases);
  expect(report.decisions.map(({ path }) => path)).toEqual([COPY]);
  expect(app.read('yokoten.lock.json')).toContain('"version": "1.1.0"');
  expect(recorded(app)?.version).toBe('1.0.0');
  writeFileSync(tarball, kept);
  expect((await upgradeAndMerge(app, releases)).status).toBe('done');
  expect(app.read(COPY)).toBe(BOTH);
});

test('without the archive the base comes out of the old package', { tags: ['ci'] }, async () => {
  const { app, releases } = await ejected(OURS, LATER);
  app.remove('.yokoten/base.json');
  app.commit();
  await upgradeAndMerge(app, releases);
  expect(app.read(COPY)).toBe(BOTH);
});

test(
  'a package that npm updated by itself brings its part with the next upgrade',
  { tags: ['ci'] },
  async () => {
    const { app, releases } = await ejected(OURS, LATER);
    const packages = { 'node_modules/@yokoten/disaster-map': { version: '1.1.0' } };
    app.write('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages }));
    app.commit();
    const report = await upgradeAndMerge(app, releases, { to: '1.0.0' });
    expect(report.status).toBe('done');
    expect(app.read(COPY)).toBe(BOTH);
  },
);

test('one after the other or at once, it is the same', { tags: ['ci'] }, async () => {
  const third: PartsOf = {
    version: '1.2.0',
    parts: { detail: (LATER.parts['detail'] ?? '').replace("row('address')", "row('addresses')") },
  };
  const [slow, fast] = [await ejected(OURS, LATER, third), await ejected(OURS, LATER, third)];
  await upgradeAndMerge(slow.app, slow.releases, { to: '1.1.0' });
  await upgradeAndMerge(slow.app, slow.releases);
  await upgradeAndMerge(fast.app, fast.releases);
  expect(slow.app.read(COPY)).toBe(fast.app.read(COPY));
  expect(recorded(slow.app)).toEqual(recorded(fast.app));
});

test.each([
  [0, 1],
  [6, 5],
  [8, 3],
])('line %i is the owner’s, line %i the package’s: no conflict, and none is lost', async (a, b) => {
  const lines = DETAIL.split('\n');
  const changed = (at: number, mark: string): string =>
    lines.map((one, i) => (i === at ? `${one} // ${mark}` : one)).join('\n');
  const theirs: PartsOf = { ...LATER, parts: { detail: changed(b, 'theirs') } };
  const { app, releases } = await ejected(changed(a, 'ours'), theirs);
  expect((await upgradeAndMerge(app, releases)).decisions).toEqual([]);
  const text = app.read(COPY).split('\n');
  expect(text[a]).toBe(`${lines[a]} // ours`);
  expect(text[b]).toBe(`${lines[b]} // theirs`);
});

test('doctor: an edited copy is no finding, one behind its package is', async () => {
  const { app, folder } = await ejected(OURS, LATER);
  const codes = async (): Promise<string[]> =>
    (await examineApp(app.root, { now: new Date() })).findings
      .filter(({ path }) => path === COPY)
      .map(({ code }) => code);
  expect(await codes()).toEqual([]);
  installParts(folder, LATER);
  expect(await codes()).toEqual(['yokoten/part-behind']);
});
