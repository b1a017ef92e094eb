import { expect, test, vi } from 'vitest';
import type { PlaceMark } from '../../src/renderer.ts';
import { VIEW, group, hall, shelter } from './fixtures.ts';
import { fitOf, pause, type ContractStage } from './contract-stage.ts';

/** Marks: what every renderer must do. */
export function testMarks(stage: ContractStage): void {
  test('marks are added, kept and removed; one that stays keeps its element', async () => {
    await stage.mount();
    stage.renderer.setMarks([shelter, hall]);
    const before = stage.elementOf(shelter.label);
    expect(fitOf(before)).toBe('o');
    stage.renderer.setMarks([{ ...shelter, fit: 'x' }, group]);
    expect(stage.elementOf(shelter.label)).toBe(before);
    expect(fitOf(before)).toBe('x');
    expect(stage.seen()).not.toContain(hall.label);
    expect(stage.seen()).toContain('1,234');
    stage.renderer.setMarks([]);
    expect(stage.container.querySelectorAll('.mark')).toHaveLength(0);
  });

  test('a mark moves and changes under its id', async () => {
    await stage.mount();
    stage.renderer.setMarks([shelter]);
    const element = stage.elementOf(shelter.label);
    const { x } = element.getBoundingClientRect();
    stage.renderer.setMarks([{ ...shelter, at: [139.305, 35.66], label: '新しい名前' }]);
    expect(element.getBoundingClientRect().x).toBeGreaterThan(x + 10);
    expect(element.textContent).toContain('新しい名前');
  });

  test('kinds differ in shape, not in colour alone', async () => {
    await stage.mount();
    const shapes = (['emergency-site', 'shelter', 'facility'] as const).map((kind) => {
      stage.renderer.setMarks([{ ...hall, id: kind, kind }]);
      return stage.elementOf(hall.label).querySelector('path.shape')?.getAttribute('d');
    });
    expect(new Set(shapes).size).toBe(3);
  });

  test('a mark lies where its place is, and takes presses on 44 pixels', async () => {
    await stage.mount();
    stage.renderer.setMarks([shelter]);
    const mark = stage.elementOf(shelter.label).getBoundingClientRect();
    const box = stage.container.getBoundingClientRect();
    expect(mark.width).toBeGreaterThanOrEqual(44);
    expect(mark.height).toBeGreaterThanOrEqual(44);
    expect(mark.x + mark.width / 2).toBeCloseTo(box.x + box.width / 2, -0.5);
    expect(mark.y + mark.height / 2).toBeCloseTo(box.y + box.height / 2, -0.5);
  });

  test('places at one spot stand side by side around it, and each can be pressed', async () => {
    await stage.mount();
    for (const of of [2, 3, 4]) {
      const marks = Array.from({ length: of }, (_, index): PlaceMark => ({
        ...shelter,
        id: `p${index}`,
        label: `場所${index}`,
        slot: { index, of, named: true },
      }));
      stage.renderer.setMarks(marks);
      const boxes = marks.map(({ label }) => stage.elementOf(label).getBoundingClientRect());
      const middles = boxes.map(({ x, y }) => [x + 22, y + 22] as const);
      for (const [index, [x, y]] of middles.entries()) {
        for (const [otherX, otherY] of middles.slice(index + 1)) {
          expect(Math.max(Math.abs(x - otherX), Math.abs(y - otherY))).toBeGreaterThanOrEqual(40);
        }
      }
      const { x, y, width, height } = stage.container.getBoundingClientRect();
      const [left, right] = [
        Math.min(...middles.map(([x]) => x)),
        Math.max(...middles.map(([x]) => x)),
      ];
      const [top, bottom] = [
        Math.min(...middles.map(([, y]) => y)),
        Math.max(...middles.map(([, y]) => y)),
      ];
      expect((left + right) / 2).toBeCloseTo(x + width / 2, -0.5);
      expect((top + bottom) / 2).toBeCloseTo(y + height / 2, -0.5);
      const selected = vi.fn();
      const leave = stage.renderer.on('mark-select', selected);
      for (const { label } of marks) {
        stage.press(stage.elementOf(label));
        // Two presses at once would be a double stage.press, which zooms.
        await pause(210);
      }
      expect(selected.mock.calls.map(([{ mark }]) => mark)).toEqual(marks);
      leave();
    }
  });

  test('a name that another mark of the spot says is written once, but for the chosen one', async () => {
    await stage.mount({ view: { ...VIEW, zoom: 17 } });
    const twin: PlaceMark = { ...shelter, kind: 'emergency-site', id: 'twin' };
    stage.renderer.setMarks([
      { ...shelter, slot: { index: 0, of: 2, named: false } },
      { ...twin, slot: { index: 1, of: 2, named: true } },
    ]);
    const written = (): HTMLElement[] =>
      [...stage.container.querySelectorAll<HTMLElement>('.mark .name')].filter((name) =>
        name.checkVisibility(),
      );
    expect(written()).toHaveLength(1);
    stage.renderer.setSelected(shelter.id);
    expect(written()).toHaveLength(2);
    const [left, right] = written().map((name) => name.getBoundingClientRect());
    expect(left?.right).toBeLessThan(right?.left ?? 0);
    stage.renderer.setMarks([shelter, twin]);
    const { x, y } = stage.elementOf(shelter.label).getBoundingClientRect();
    const other = stage.container.querySelectorAll('.mark')[1]?.getBoundingClientRect();
    expect([other?.x, other?.y]).toEqual([x, y]);
  });

  test('a place that is called as a cluster is kept apart from it', async () => {
    await stage.mount();
    const namesake: PlaceMark = { ...shelter, id: group.id };
    stage.renderer.setMarks([group, namesake]);
    stage.renderer.setSelected(group.id);
    expect(stage.container.querySelectorAll('.mark')).toHaveLength(2);
    expect(stage.elementOf(shelter.label).classList.contains('selected')).toBe(true);
    expect(stage.elementOf('1,234').classList.contains('selected')).toBe(false);
    stage.renderer.setMarks([namesake]);
    expect(stage.container.querySelectorAll('.mark')).toHaveLength(1);
  });

  test('each fit has a drawing of its own', async () => {
    await stage.mount();
    const drawings = (['o', 'x', '-', '?'] as const).map((fit) => {
      stage.renderer.setMarks([{ ...shelter, fit }]);
      const sign = stage.elementOf(shelter.label).querySelector('svg[data-fit]');
      const { width, height } = sign?.getBoundingClientRect() ?? {};
      expect([width, height]).toEqual([22, 22]);
      return sign?.innerHTML;
    });
    expect(new Set(drawings).size).toBe(4);
    stage.renderer.setMarks([hall]);
    expect(stage.container.querySelector('[data-fit]')).toBeNull();
  });

  test('the selected mark is emphasised and on top, whenever it is drawn', async () => {
    await stage.mount();
    stage.renderer.setSelected(shelter.id);
    stage.renderer.setMarks([shelter, { ...hall, at: [139.3, 35.659] }]);
    const order = (label: string): number =>
      Number(getComputedStyle(stage.elementOf(label)).zIndex);
    expect(stage.elementOf(shelter.label).classList.contains('selected')).toBe(true);
    expect(order(shelter.label)).toBeGreaterThan(order(hall.label));
    stage.renderer.setSelected(undefined);
    expect(stage.elementOf(shelter.label).classList.contains('selected')).toBe(false);
    expect(order(shelter.label)).toBeLessThan(order(hall.label));
  });

  test('a hostile name stays a name', async () => {
    await stage.mount();
    const label = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>"\'&amp;';
    const color = 'red;background:url(/hacked)';
    stage.renderer.setMarks([{ ...shelter, label, color, id: '"><b>' }]);
    stage.renderer.setSelected('"><b>');
    const mark = stage.elementOf('onerror');
    await pause(50);
    expect('hacked' in window).toBe(false);
    expect(mark.querySelectorAll('img, script, b')).toHaveLength(0);
    expect(mark.textContent).toContain(label);
    expect(mark.outerHTML).not.toContain('url(');
  });
}
