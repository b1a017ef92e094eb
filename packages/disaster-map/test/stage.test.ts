import { expect, test, vi, type Mock } from 'vitest';
import { createClusterer, type Clusterer } from '../src/clusterer.ts';
import type { Layer, MapDocument } from '../src/document.ts';
import { MapStage, type StageEvents } from '../src/element/stage.ts';
import type { Mark, Renderer, RendererEvents, RendererLabels, View } from '../src/renderer.ts';
import { entriesOf, type Entry } from '../src/state/entry.ts';

const credit = { source: { ja: '青空市' }, licence: null };
const VIEW: View = { center: [139.3, 35.66], zoom: 14 };
const LABELS = {
  zoomIn: '拡大する',
  zoomOut: '縮小する',
  map: '地図',
  pointMark: '調べた場所',
  startMark: '出発点',
};
const CROWD = ['一', '二', '三', '四', '五'];

const layer = (id: string, kind: Layer['kind'], names: readonly string[]): Layer => ({
  id,
  title: { ja: id },
  kind,
  icon: kind === 'shelter' ? 'shelter' : 'emergency-site',
  color: '#0017c1',
  visible: true,
  credit,
  fields: [],
  places: names.map((name, index) => {
    const lng = CROWD.includes(name) ? 139.31 : 139.3;
    return [lng, 35.66, `${id}-${index}`, name, [], kind === 'shelter' ? '' : '???o????'];
  }),
});

const town: MapDocument = {
  schemaVersion: 1,
  municipality: { name: { ja: '青空市' }, bbox: [139.2, 35.6, 139.4, 35.7] },
  title: { ja: '地図' },
  languages: ['ja'],
  layers: [
    layer('shelters', 'shelter', ['第一小学校', ...CROWD]),
    layer('sites', 'emergency-site', ['第一小学校']),
  ],
  hazards: ['earthquake'],
  report: { rows: 7, shown: 7, leftOut: 0 },
};
const entries = entriesOf(town);
const site = entries.find(({ id }) => id === 'sites-0');

interface FakeRenderer extends Renderer {
  readonly setShapes: Mock<Renderer['setShapes']>;
  readonly fitBounds: Mock<Renderer['fitBounds']>;
  readonly setSelected: Mock<(id: string | undefined) => void>;
  readonly setLabels: Mock<(labels: RendererLabels) => void>;
  readonly marks: () => readonly Mark[];
  readonly fire: <K extends keyof RendererEvents>(type: K, detail: RendererEvents[K]) => void;
}

/** Remembers its marks; refuses every question before `mount` and after `destroy`, as the border says. */
function fakeRenderer(): FakeRenderer {
  let marks: readonly Mark[] = [];
  let isDrawn = false;
  const listeners = new Map<string, (detail: never) => void>();
  const drawn = <T>(answer: T): T => {
    if (!isDrawn) throw new Error('not drawn');
    return answer;
  };
  return {
    mount: () => {
      isDrawn = true;
      return Promise.resolve();
    },
    getView: () => drawn(VIEW),
    getBounds: () => drawn([139.2, 35.6, 139.4, 35.7] as const),
    setView: vi.fn(),
    fitBounds: vi.fn(),
    setBackground: vi.fn(),
    setBoundary: vi.fn(),
    setOverlays: vi.fn(),
    setShapes: vi.fn(),
    setMarks: (next) => {
      marks = drawn(next);
    },
    setSelected: vi.fn(),
    setLabels: vi.fn(),
    resize: vi.fn(),
    on(type, listener) {
      listeners.set(type, listener);
      return () => listeners.delete(type);
    },
    destroy: () => {
      isDrawn = false;
    },
    marks: () => marks,
    fire: (type, detail) => listeners.get(type)?.(detail as never),
  };
}

function setUp(clusterer: Clusterer<Entry> = createClusterer()) {
  const renderer = fakeRenderer();
  const events = {
    viewChanged: vi.fn<StageEvents['viewChanged']>(),
    placeChosen: vi.fn<StageEvents['placeChosen']>(),
    spotChosen: vi.fn<StageEvents['spotChosen']>(),
    groundChosen: vi.fn<StageEvents['groundChosen']>(),
    problem: vi.fn(),
    rasterChanged: vi.fn(),
    backgroundChanged: vi.fn<StageEvents['backgroundChanged']>(),
    failed: vi.fn<StageEvents['failed']>(),
  };
  const stage = new MapStage(renderer, clusterer, events);
  const mount = () =>
    stage.mount({} as HTMLElement, town, { view: VIEW, labels: LABELS, reducedMotion: true });
  return { renderer, events, stage, mount };
}

type Scene = Parameters<MapStage['show']>[0];
const scene = (selected?: Scene['selected'], hazard?: 'earthquake'): Scene => ({
  found: entries,
  selected,
  state: { hazard },
});

test('places at one spot stand side by side, their name written once', async () => {
  const { renderer, stage, mount } = setUp();
  await stage.show(scene(undefined, 'earthquake'));
  await mount();
  const marks = renderer.marks().filter(({ type }) => type === 'place');
  const at = [expect.closeTo(139.3, 6), expect.closeTo(35.66, 6)];
  expect(marks).toMatchObject([
    { id: 'shelters-0', at, slot: { index: 0, of: 2, named: false } },
    { id: 'sites-0', at, slot: { index: 1, of: 2, named: true }, fit: 'o' },
  ]);
  expect(renderer.marks()).toHaveLength(3);
  stage.destroy();
});

test('a line is drawn whole beside its mark, and looked at as a whole', async () => {
  const { renderer, stage, mount } = setUp();
  const [way, ...others] = entries;
  if (way === undefined) throw new Error('no entry');
  const [lng, lat, id, name, values, fit] = way.place;
  const line = [
    [139.29, 35.65],
    [139.32, 35.67],
  ] as const;
  const entry = { ...way, place: [lng, lat, id, name, values, fit, { lines: [line] }] as const };
  await stage.show({ ...scene(), found: [entry, ...others] });
  await mount();
  const shapes = [{ id, shape: { lines: [line] }, color: way.layer.color }];
  expect(renderer.setShapes).toHaveBeenLastCalledWith(shapes);
  stage.lookAt(entry);
  expect(renderer.fitBounds).toHaveBeenCalledWith(
    [139.29, 35.65, 139.32, 35.67],
    expect.any(Number),
  );
  // Searched away, it is still drawn as long as it is open.
  await stage.show({ ...scene(entry), found: others });
  expect(renderer.setShapes).toHaveBeenLastCalledWith(shapes);
  await stage.show({ ...scene(), found: others });
  expect(renderer.setShapes).toHaveBeenLastCalledWith([]);
  stage.destroy();
});

test('the chosen place stays where it stands, and says the name', async () => {
  const { renderer, stage, mount } = setUp();
  await stage.show(scene(entries[0]));
  await mount();
  const marks = renderer.marks().filter(({ type }) => type === 'place');
  expect(marks).toMatchObject([{ slot: { named: true } }, { slot: { named: false } }]);
  expect(renderer.setSelected).toHaveBeenLastCalledWith('shelters-0');
  stage.destroy();
});

test('one of a crowd has a mark of its own once it is chosen; the crowd itself opens the list', async () => {
  const { renderer, events, stage, mount } = setUp();
  const crowd = entries.filter(({ name }) => CROWD.includes(name));
  await stage.show(scene(crowd[2]));
  await mount();
  expect(renderer.marks()).toContainEqual(
    expect.objectContaining({ type: 'place', id: crowd[2]?.id }),
  );
  const cluster = renderer.marks().find(({ type }) => type === 'cluster');
  if (cluster === undefined) throw new Error('expected a cluster');
  expect(cluster).toMatchObject({ count: CROWD.length });
  renderer.fire('mark-select', { mark: cluster });
  await vi.waitFor(() => expect(events.spotChosen).toHaveBeenCalledOnce());
  expect(events.spotChosen.mock.calls[0]?.[0]).toEqual(crowd.map(({ id }) => id));
  stage.destroy();
});

test('a cluster that is gone when it is pressed is no failure', async () => {
  const { renderer, events, stage, mount } = setUp();
  await stage.show(scene());
  await mount();
  const mark: Mark = { type: 'cluster', id: 'cluster:99999', at: VIEW.center, count: 9 };
  renderer.fire('mark-select', { mark });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(events.failed).not.toHaveBeenCalled();
  expect(events.spotChosen).not.toHaveBeenCalled();
  stage.destroy();
});

// A rejection that nobody hears fails the run.
test.each(['before', 'while', 'after'])(
  'destroyed %s it is drawn, it says nothing',
  async (when) => {
    const { renderer, events, stage, mount } = setUp();
    const shown = stage.show(scene());
    if (when === 'before') stage.destroy();
    const mounted = mount().catch((error: unknown) => error);
    if (when === 'while') stage.destroy();
    if (when === 'after') {
      await Promise.all([shown, mounted]);
      const cluster = renderer.marks().find(({ type }) => type === 'cluster');
      if (cluster !== undefined) renderer.fire('mark-select', { mark: cluster });
      renderer.fire('view-change', { view: VIEW, bounds: [139, 35, 140, 36] });
      stage.destroy();
    }
    void stage.show(scene(undefined, 'earthquake'));
    void stage.show({ ...scene(), found: [] });
    if (site !== undefined) stage.lookAt(site);
    stage.setView(VIEW);
    stage.setLabels(LABELS);
    stage.resize();
    stage.emphasise('sites-0');
    await Promise.all([shown, mounted]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(events.failed).not.toHaveBeenCalled();
    expect(events.spotChosen).not.toHaveBeenCalled();
  },
);

test('says its names in another language', async () => {
  const { renderer, stage, mount } = setUp();
  await mount();
  stage.setLabels({ ...LABELS, map: 'Map' });
  expect(renderer.setLabels).toHaveBeenLastCalledWith({ ...LABELS, map: 'Map' });
  stage.destroy();
});

test('a clusterer that cannot work is reported', async () => {
  const broken: Clusterer<Entry> = {
    ...createClusterer(),
    load: () => Promise.reject(new Error('no thread')),
  };
  const { events, stage } = setUp(broken);
  await stage.show(scene());
  expect(events.failed).toHaveBeenCalledOnce();
});
