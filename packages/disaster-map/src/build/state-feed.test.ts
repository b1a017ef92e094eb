import { expect, test } from 'vitest';
import { dataFile, municipality } from '../../test/golden-apps.ts';
import { buildMap } from '../build.ts';

const credit = { source: { ja: '見本市' }, licence: 'CC-BY-4.0' };
const right = { url: 'https://open.example.jp/v2/open.csv', staleAfterMinutes: 60, credit };

async function built(state: unknown) {
  const { document, configProblems, hosts, text } = await buildMap({
    config: { title: '見本', credit, background: 'none', state },
    municipality,
    files: [dataFile('01-指定避難所.csv', '名称,緯度,経度\n第一小学校,32.55,141.08\n')],
  });
  const faults = configProblems.map(({ code, path }) => `${code} ${path.join('.')}`);
  return { state: document.state, faults, hosts, text };
}

test('where the state is asked for goes into the document, and its host into the policy', async () => {
  const { state, faults, hosts, text } = await built({
    ...right,
    everySeconds: 30,
    listsOpen: true,
    layers: ['指定避難所'],
    headers: { 'NGSILD-Tenant': 'mihon' },
  });
  expect(faults).toEqual([]);
  expect(state).toEqual({
    ...right,
    kind: 'poll',
    everySeconds: 30,
    listsOpen: true,
    layers: ['指定避難所'],
    headers: { 'NGSILD-Tenant': 'mihon' },
  });
  expect(hosts.connect).toEqual(['https://open.example.jp']);
  expect(text).toContain('閉');
});

test('a file beside the page needs no host', async () => {
  const { faults, hosts } = await built({ ...right, url: './open.csv', kind: 'stream' });
  expect(faults).toEqual([]);
  expect(hosts.connect).toEqual([]);
});

test('without it nothing of it is in the document, the policy or the font', async () => {
  const { state, hosts, text } = await built(undefined);
  expect(state).toBeUndefined();
  expect(hosts.connect).toEqual([]);
  expect(text).not.toContain('鎖');
});

test.each([
  [{ ...right, url: 'http://open.example.jp/open.csv' }, 'config-value state.url'],
  [{ ...right, url: 'open.csv' }, 'config-value state.url'],
  [{ ...right, kind: 'push' }, 'config-value state.kind'],
  [{ ...right, everySeconds: 1 }, 'config-value state.everySeconds'],
  [{ ...right, staleAfterMinutes: 0 }, 'config-value state.staleAfterMinutes'],
  [{ url: right.url, credit }, 'config-value state'],
  [{ url: right.url, staleAfterMinutes: 60 }, 'config-value state'],
  [{ ...right, layers: ['指定避難場'] }, 'unknown-layer state.layers.0'],
  [{ ...right, headers: { Authorization: 'Bearer x' } }, 'unknown-key state.headers.Authorization'],
  [
    { ...right, headers: { 'Fiware-Service': 'a\nb' } },
    'config-value state.headers.Fiware-Service',
  ],
])('%j is refused', async (state, fault) => {
  expect((await built(state)).faults).toEqual([`disaster-map/${fault}`]);
});
