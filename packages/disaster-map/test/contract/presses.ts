import { expect, test, vi } from 'vitest';
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
    expect(onGround).toHaveBeenCalledOnce();
    expect(onGround.mock.calls[0]?.[0].at[0]).toBeCloseTo(139.3, 3);
    expect(onGround.mock.calls[0]?.[0].at[1]).toBeCloseTo(35.66, 3);
    stage.press(stage.button(LABELS.zoomIn));
    expect(onGround).toHaveBeenCalledOnce();
  });
}
