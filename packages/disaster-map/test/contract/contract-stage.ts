import { afterEach, beforeEach } from 'vitest';
import type { Renderer, RendererOptions } from '../../src/renderer.ts';
import { LABELS, VIEW } from './fixtures.ts';

/** A renderer in a shadow root of 380 × 400 pixels, new for each test, and a person's hand. */
export class ContractStage {
  readonly create: () => Renderer;
  host: HTMLElement = document.createElement('div');
  shadow: ShadowRoot = document.createElement('div').attachShadow({ mode: 'open' });
  container: HTMLElement = document.createElement('div');
  renderer: Renderer;

  constructor(create: () => Renderer) {
    this.create = create;
    this.renderer = create();
    beforeEach(() => this.#open());
    afterEach(() => {
      this.renderer.destroy();
      this.host.remove();
    });
  }

  mount(options: Partial<RendererOptions> = {}): Promise<void> {
    return this.renderer.mount(this.container, {
      view: VIEW,
      labels: LABELS,
      reducedMotion: true,
      ...options,
    });
  }

  seen(): string {
    return this.container.textContent;
  }

  /** The mark that says so. */
  elementOf(text: string): HTMLElement {
    const found = [...this.container.querySelectorAll<HTMLElement>('.mark')].find((element) =>
      element.textContent.includes(text),
    );
    if (found === undefined) throw new Error(`no mark says ${text}`);
    return found;
  }

  /** Presses the middle of the element and does not let go. */
  hold(element: Element): void {
    const where = { ...middleOf(element), bubbles: true, composed: true, buttons: 1 };
    const target = this.shadow.elementFromPoint(where.clientX, where.clientY);
    target?.dispatchEvent(new PointerEvent('pointerdown', where));
    target?.dispatchEvent(new MouseEvent('mousedown', where));
  }

  press(element: Element): void {
    const { clientX, clientY } = middleOf(element);
    this.pressAt(clientX, clientY);
  }

  pressAt(clientX: number, clientY: number): void {
    const target = this.shadow.elementFromPoint(clientX, clientY);
    if (target === null) throw new Error('nothing to press: outside of the window?');
    const where = {
      bubbles: true,
      composed: true,
      cancelable: true,
      clientX,
      clientY,
      detail: 1,
    };
    target.dispatchEvent(new PointerEvent('pointerdown', { ...where, buttons: 1 }));
    target.dispatchEvent(new MouseEvent('mousedown', { ...where, buttons: 1 }));
    target.dispatchEvent(new PointerEvent('pointerup', where));
    target.dispatchEvent(new MouseEvent('mouseup', where));
    target.dispatchEvent(new MouseEvent('click', where));
  }

  /** `false` where the map took the key for itself. */
  key(name: string, shiftKey = false): boolean {
    return this.ground().dispatchEvent(
      new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true, cancelable: true }),
    );
  }

  ground(): HTMLElement {
    const found = this.container.querySelector<HTMLElement>(`[aria-label="${LABELS.map}"]`);
    if (found === null) throw new Error('the map has no accessible name');
    return found;
  }

  button(label: string): HTMLButtonElement {
    const found = this.container.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`);
    if (found === null) throw new Error(`no button ${label}`);
    return found;
  }

  #open(): void {
    this.host = document.createElement('div');
    document.body.append(this.host);
    this.shadow = this.host.attachShadow({ mode: 'open' });
    this.container = document.createElement('div');
    this.container.style.cssText = 'position:relative;width:380px;height:400px';
    this.shadow.append(this.container);
    this.renderer = this.create();
  }
}

/** Which sign for the fit a mark shows. */
export function fitOf(element: HTMLElement): string | undefined {
  return element.querySelector<SVGElement>('[data-fit]')?.dataset['fit'];
}

/** Waits. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function middleOf(element: Element): { readonly clientX: number; readonly clientY: number } {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { clientX: x + width / 2, clientY: y + height / 2 };
}
