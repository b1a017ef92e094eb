import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eject, listParts, undoEject } from '../src/internal/eject/eject.ts';
import { readAppRecord } from '../src/internal/upgrade/app-record.ts';
import { appWithParts, DETAIL, installParts, PARTS } from './parts-package.ts';
import { yokoten } from './run-command.ts';
import { temporary } from './upgrade-app.ts';

const COPY = 'src/parts/disaster-map/detail.ts';

test('a part is copied, recorded, and kept for offline upgrades', async () => {
  const { app } = await appWithParts();
  const before = app.read('yokoten.lock.json');
  const { code, out } = await yokoten('eject', 'detail', app.root, '--lang', 'en');
  expect(code).toBe(0);
  expect(out).toContain(COPY);
  expect(out).toContain('detailView');
  expect(app.read(COPY)).toBe(DETAIL);
  expect(readAppRecord(app.read('yokoten.lock.json')).parts?.get(COPY)).toMatchObject({
    package: '@yokoten/disaster-map',
    part: 'detail',
    version: '1.0.0',
  });
  expect(JSON.parse(app.read('.yokoten/base.json')).files[COPY]).toBe(DETAIL);
  expect((await eject(app.root, 'disaster-map/detail')).status).toBe('already');

  const undone = await yokoten('eject', '--undo', 'detail', app.root, '--json');
  expect(JSON.parse(undone.out)).toMatchObject({ status: 'undone', path: COPY });
  expect(existsSync(join(app.root, COPY))).toBe(false);
  expect(JSON.parse(app.read('yokoten.lock.json'))).toEqual(JSON.parse(before));
  expect(app.read('.yokoten/base.json')).not.toContain(COPY);
});

test('the list says what there is, and what the app has', async () => {
  const { app } = await appWithParts();
  const states = async (): Promise<string[]> =>
    (await listParts(app.root)).map(({ name, state }) => `${name} ${state}`);
  expect(await states()).toEqual([
    'disaster-map/detail in-package',
    'disaster-map/strings-first in-package',
  ]);
  await eject(app.root, 'detail');
  expect((await states())[0]).toBe('disaster-map/detail ejected');
  app.write(COPY, DETAIL.replaceAll('\n', '\r\n'));
  expect((await states())[0]).toBe('disaster-map/detail ejected');
  app.write(COPY, `${DETAIL}\n`);
  expect((await states())[0]).toBe('disaster-map/detail edited');
  const { out } = await yokoten('eject', '--list', app.root, '--lang', 'en');
  expect(out.split('\n')[0]).toMatch(
    /^disaster-map\/detail .*title of detail – what it is .*edited$/,
  );
});

test('an edited part is not taken away; removed by hand, it is given back', async () => {
  const { app } = await appWithParts();
  await eject(app.root, 'detail');
  app.write(COPY, `${DETAIL}// ours\n`);
  const { code, err } = await yokoten('eject', '--undo', 'detail', app.root);
  expect(code).toBe(2);
  expect(err).toContain('yokoten/part-edited');
  expect(app.read(COPY)).toContain('// ours');
  app.remove(COPY);
  expect((await undoEject(app.root, 'detail')).status).toBe('undone');
  expect(app.read('yokoten.lock.json')).not.toContain('"parts"');
  // A copy that was removed can be made anew, too.
  await eject(app.root, 'detail');
  app.remove(COPY);
  expect((await eject(app.root, 'detail')).status).toBe('ejected');
  expect(app.read(COPY)).toBe(DETAIL);
});

test('what a killed run left behind is taken for what it is', async () => {
  const { app } = await appWithParts();
  app.write(COPY, DETAIL);
  expect((await eject(app.root, 'detail')).status).toBe('ejected');
});

test.each([
  ['a name with a slip', ['eject', 'detial'], 'yokoten/unknown-part', '"detail"'],
  [
    'a full name with a slip',
    ['eject', 'disaster-map/detai'],
    'yokoten/unknown-part',
    'map/detail"',
  ],
  ['no name', ['eject'], 'yokoten/missing-argument', '--list'],
  ['nothing to undo', ['eject', '--undo', 'detail'], 'yokoten/part-not-ejected', '--list'],
] as const)('%s is told, with what to do', async (_what, args, code, words) => {
  const { app } = await appWithParts();
  const dir = args.length > 1 ? [app.root] : [];
  const outcome = await yokoten(...args, ...dir, '--lang', 'en');
  expect(outcome.code).toBe(2);
  expect(outcome.err).toContain(code);
  expect(outcome.err).toContain(words);
});

test('another file at the place, a link on the way, no record, no package: nothing is written', async () => {
  const { app, folder } = await appWithParts();
  app.write(COPY, 'ours\n');
  await expect(eject(app.root, 'detail')).rejects.toThrow('yokoten/part-exists');
  expect(app.read(COPY)).toBe('ours\n');

  const linked = (await appWithParts()).app;
  const elsewhere = temporary();
  mkdirSync(join(linked.root, 'src'), { recursive: true });
  symlinkSync(elsewhere, join(linked.root, 'src/parts'), 'junction');
  await expect(eject(linked.root, 'detail')).rejects.toThrow('yokoten/link-on-the-way');
  expect(linked.read('yokoten.lock.json')).not.toContain('"parts"');

  app.remove('yokoten.lock.json');
  await expect(eject(app.root, 'detail')).rejects.toThrow('yokoten/no-record');
  await expect(eject(temporary(), 'detail')).rejects.toThrow('yokoten/no-parts');

  installParts(folder, { ...PARTS, parts: { '../x': '' } });
  await expect(eject(app.root, 'detail')).rejects.toThrow('yokoten/part-index');
});

test.each([
  ['a path that leaves the folder', '"src/parts/disaster-map/detail.ts"', '"../../x.ts"'],
  ['another file of the app', '"src/parts/disaster-map/detail.ts"', '"index.html"'],
  ['another scope', '@yokoten/disaster-map', '@evil/disaster-map'],
  ['a name for a path', '"part": "detail"', '"part": "../detail"'],
  [
    'a version for a command line',
    '"version": "1.0.0",\n      "sha256"',
    '"version": "1 --x",\n      "sha256"',
  ],
] as const)('a record with %s is refused', async (_what, from, to) => {
  const { app } = await appWithParts();
  await eject(app.root, 'detail');
  const text = app.read('yokoten.lock.json');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  app.write('yokoten.lock.json', changed);
  await expect(listParts(app.root)).rejects.toThrow('yokoten/app-record');
});
