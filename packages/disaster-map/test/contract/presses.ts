import { expect, test, vi } from 'vitest';
import type { StartMark } from '../../src/renderer.ts';
import { LABELS, shelter } from './fixtures.ts';
import { pause, type ContractStage } from './contract-stage.ts';

/** Presses: what every renderer must do. */
export function testPresses(stage: ContractStage): void {
  test('pressing a mark selects it once, as it is now, and is no press on the ground', async () => {
    await stage.mount();
    const selected = vi.fn();
    const onGround = vi.fn();
    stage.renderer.on('mark-select', selected);
    stage.renderer.on('ground-select', onGround);
    const renamed = { ...shelter, label: '改めた名前' };
    stage.renderer.setMarks([shelter]);
    stage.renderer.setMarks([renamed]);
    stage.press(stage.elementOf('改めた名前'));
    expect(selected.mock.calls).toEqual([[{ mark: renamed }]]);
    expect(onGround).not.toHaveBeenCalled();
  });

  test('a drag that begins on a mark moves the map and selects nothing', async () => {
    await stage.mount();
    stage.renderer.setMarks([shelter]);
    const selected = vi.fn();
    stage.renderer.on('mark-select', selected);
    const mark = stage.elementOf(shelter.label);
    stage.hold(mark);
    const { x, y } = mark.getBoundingClientRect();
    for (const by of [10, 60]) {
      const where = {
        clientX: x + 22 + by,
        clientY: y + 22,
        bubbles: true,
        composed: true,
        buttons: 1,
      };
      mark.dispatchEvent(new PointerEvent('pointermove', where));
      mark.dispatchEvent(new MouseEvent('mousemove', where));
      await pause(30);
    }
    mark.dispatchEvent(new MouseEvent('mouseup', { bubbles: true, composed: true }));
    mark.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
    await vi.waitFor(() => expect(stage.renderer.getView().center[0]).toBeLessThan(139.297));
    expect(selected).not.toHaveBeenCalled();
    await pause(210);
    stage.press(mark);
    expect(selected).toHaveBeenCalledOnce();
  });

  test('pressing the ground says where; pressing a button does not', async () => {
    await stage.mount();
    const onGround = vi.fn();
    stage.renderer.on('ground-select', onGround);
    const { x, y, width, height } = stage.container.getBoundingClientRect();
    stage.pressAt(x + width / 2, y + height / 2);
    await vi.waitFor(() => expect(onGround).toHaveBeenCalledOnce());
    expect(onGround.mock.calls[0]?.[0].at[0]).toBeCloseTo(139.3, 3);
    expect(onGround.mock.calls[0]?.[0].at[1]).toBeCloseTo(35.66, 3);
    stage.press(stage.button(LABELS.zoomIn));
    await pause(350);
    expect(onGround).toHaveBeenCalledOnce();
  });

  test('two presses at once come closer and choose no point', async () => {
    await stage.mount();
    const onGround = vi.fn();
    stage.renderer.on('ground-select', onGround);
    const { x, y, width, height } = stage.container.getBoundingClientRect();
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    const before = stage.renderer.getView().zoom;
    stage.pressAt(middleX, middleY);
    await pause(80);
    stage.pressAt(middleX, middleY);
    stage.shadow.elementFromPoint(middleX, middleY)?.dispatchEvent(
      new MouseEvent('dblclick', {
        bubbles: true,
        composed: true,
        cancelable: true,
        clientX: middleX,
        clientY: middleY,
        detail: 2,
      }),
    );
    await vi.waitFor(() => expect(stage.renderer.getView().zoom).toBeGreaterThan(before));
    await pause(350);
    expect(onGround).not.toHaveBeenCalled();
  });

  test('where a person starts is marked with its name, and what lies below takes the press', async () => {
    await stage.mount();
    const [onGround, selected] = [vi.fn(), vi.fn()];
    stage.renderer.on('ground-select', onGround);
    stage.renderer.on('mark-select', selected);
    const start: StartMark = { type: 'start', id: 'start', at: shelter.at, label: '出発点' };
    stage.renderer.setMarks([start]);
    const element = stage.elementOf('出発点');
    expect(element.querySelector<HTMLElement>('.name')?.checkVisibility()).toBe(true);
    expect(element.getAttribute('aria-hidden')).toBe('true');
    stage.press(element);
    await vi.waitFor(() => expect(onGround).toHaveBeenCalledOnce());
    stage.renderer.setMarks([start, shelter]);
    await pause(300);
    stage.press(element);
    expect(selected.mock.calls).toEqual([[{ mark: shelter }]]);
    stage.renderer.setMarks([{ ...start, label: 'ここ' }]);
    expect(stage.elementOf('ここ')).toBe(element);
  });
}
