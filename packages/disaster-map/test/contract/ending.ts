import { expect, test, vi } from 'vitest';
import { VIEW, group, shelter, square, tiles } from './fixtures.ts';
import { pause, type ContractStage } from './contract-stage.ts';
import { watchListeners } from './watch-listeners.ts';

/** Beginning and end: what every renderer must do. */
export function testEnding(stage: ContractStage): void {
  test('what is set before it is mounted is drawn once it is', async () => {
    stage.renderer.setMarks([shelter]);
    stage.renderer.setSelected(shelter.id);
    stage.renderer.setBoundary(square());
    await stage.mount();
    expect(stage.elementOf(shelter.label).classList.contains('selected')).toBe(true);
    expect(stage.container.querySelector('path[class*=boundary]')).not.toBeNull();
    expect(() => stage.create().getView()).toThrowError('disaster-map/not-mounted');
  });

  test('a listener that left, or a destroyed map, hears nothing', async () => {
    await stage.mount();
    const left = vi.fn();
    const stayed = vi.fn();
    stage.renderer.on('view-change', left)();
    stage.renderer.on('view-change', stayed);
    stage.renderer.setMarks([shelter]);
    const mark = stage.elementOf(shelter.label);
    stage.renderer.destroy();
    mark.click();
    stage.container.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft' }));
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new Event('resize'));
    expect(left).not.toHaveBeenCalled();
    expect(stayed).not.toHaveBeenCalled();
  });

  test('destroy leaves nothing behind, in the middle of a movement too', async () => {
    const clean = {
      html: stage.container.outerHTML,
      sheets: stage.shadow.adoptedStyleSheets.length,
    };
    const targets: EventTarget[] = [window, document, document.body, stage.shadow, stage.container];
    const kept = watchListeners(targets);
    await stage.mount({ reducedMotion: false });
    stage.renderer.setBackground(tiles('/no-such-tiles/{z}/{x}/{y}.png'));
    stage.renderer.setBoundary(square());
    stage.renderer.setMarks([shelter, group]);
    stage.renderer.setView({ center: VIEW.center, zoom: 14 });
    await pause(100);
    stage.renderer.destroy();
    expect(stage.container.outerHTML).toBe(clean.html);
    expect(stage.shadow.adoptedStyleSheets).toHaveLength(clean.sheets);
    expect(kept()).toEqual([]);
    // An error thrown by a timer that was left running would fail the test run.
    await pause(400);
  });

  test('destroy lets go of what is being dragged', async () => {
    const kept = watchListeners([window, document]);
    await stage.mount();
    stage.hold(stage.container);
    stage.renderer.destroy();
    expect(kept()).toEqual([]);
  });

  test('a map destroyed while it loads is never drawn', async () => {
    const clean = stage.container.outerHTML;
    const mounted = stage.mount();
    stage.renderer.destroy();
    await mounted;
    expect(stage.container.outerHTML).toBe(clean);
  });
}
