import { afterEach, expect, test, vi } from 'vitest';
import { type MapPlace, PlaceMap } from './define.ts';

afterEach(() => document.body.replaceChildren());

const PLACES: readonly MapPlace[] = [
  { id: 'a', name: '本館', at: [139.1, 35.1] },
  { id: 'b', name: '<b>別館</b>', at: [139.3, 35.3] },
];

function openMap(change: Partial<PlaceMap> = {}): PlaceMap {
  const map = new PlaceMap();
  Object.assign(map.style, { width: '600px', height: '400px' });
  Object.assign(map, { bbox: [139, 35, 139.4, 35.4], places: PLACES, ...change });
  document.body.append(map);
  return map;
}

const marks = (map: PlaceMap): HTMLElement[] => [
  ...(map.shadowRoot?.querySelectorAll<HTMLElement>('.mark') ?? []),
];
const named = (map: PlaceMap): (string | null)[] =>
  marks(map)
    .map(({ title }) => title)
    .toSorted();

test('shows a mark for each place, names as text, and others when there are others', async () => {
  const map = openMap();
  await vi.waitFor(() => expect(named(map)).toEqual(['<b>別館</b>', '本館']));
  map.places = [{ id: 'c', name: '新館', at: [139.2, 35.2] }];
  await vi.waitFor(() => expect(named(map)).toEqual(['新館']));
  map.places = [];
  await vi.waitFor(() => expect(named(map)).toEqual([]));
});

test('says which place was pressed, and emphasises what it is told to', async () => {
  const map = openMap();
  const pressed = vi.fn();
  document.body.addEventListener('place-select', ({ detail }: CustomEventInit) => pressed(detail), {
    once: true,
  });
  await vi.waitFor(() => expect(marks(map)).toHaveLength(2));
  marks(map)
    .find(({ title }) => title === '本館')
    ?.click();
  await vi.waitFor(() => expect(pressed).toHaveBeenCalledWith({ id: 'a', ids: ['a'] }));
  map.selected = 'a';
  await vi.waitFor(() =>
    expect(map.shadowRoot?.querySelector('.mark.selected')?.textContent).toContain('本館'),
  );
});

test('waits for what it shows, and speaks the language of the page', async () => {
  const map = openMap({ bbox: undefined });
  map.language = 'en';
  await map.updateComplete;
  expect(marks(map)).toEqual([]);
  map.bbox = [139, 35, 139.4, 35.4];
  await vi.waitFor(() => expect(marks(map)).toHaveLength(2));
  await vi.waitFor(() =>
    expect(map.shadowRoot?.querySelector('.zoom button')?.getAttribute('aria-label')).toMatch(
      /[Zz]oom|map/,
    ),
  );
});

test('can be moved to another part of the page', async () => {
  const map = openMap();
  await vi.waitFor(() => expect(marks(map)).toHaveLength(2));
  const section = document.createElement('section');
  document.body.append(section);
  section.append(map);
  await vi.waitFor(() => expect(marks(map)).toHaveLength(2));
});
