import type {
  GroundShape,
  Mark,
  Overlay,
  Renderer,
  RendererEvents,
  RendererLabels,
  RendererOptions,
  View,
} from '../src/renderer.ts';

/** A renderer that draws nothing, remembers everything, and sees the whole world. */
export class FakeRenderer implements Renderer {
  container: HTMLElement | undefined;
  options: RendererOptions | undefined;
  labels: RendererLabels | undefined;
  view: View | undefined;
  marks: readonly Mark[] = [];
  overlays: readonly Overlay[] = [];
  shapes: readonly GroundShape[] = [];
  selected: string | undefined;
  readonly calls: string[] = [];
  readonly #listeners = new Map<string, Set<(detail: never) => void>>();

  mount(container: HTMLElement, options: RendererOptions): Promise<void> {
    this.container = container;
    this.options = options;
    this.labels = options.labels;
    this.view = options.view;
    this.calls.push('mount');
    return Promise.resolve();
  }
  getView(): View {
    if (this.view === undefined) throw new Error('not mounted');
    return this.view;
  }
  getBounds(): [number, number, number, number] {
    return [-180, -85, 180, 85];
  }
  setView(view: View): void {
    this.view = view;
    this.calls.push('setView');
    this.fire('view-change', { view, bounds: this.getBounds() });
  }
  fitBounds(): void {
    this.calls.push('fitBounds');
  }
  setBackground(): void {
    this.calls.push('setBackground');
  }
  setBoundary(): void {
    this.calls.push('setBoundary');
  }
  setOverlays(overlays: readonly Overlay[]): void {
    this.overlays = overlays;
  }
  setShapes(shapes: readonly GroundShape[]): void {
    this.shapes = shapes;
  }
  setMarks(marks: readonly Mark[]): void {
    this.marks = marks;
    this.calls.push('setMarks');
  }
  setSelected(id: string | undefined): void {
    this.selected = id;
  }
  setLabels(labels: RendererLabels): void {
    this.labels = labels;
  }
  resize(): void {
    this.calls.push('resize');
  }
  on<K extends keyof RendererEvents>(
    type: K,
    listener: (detail: RendererEvents[K]) => void,
  ): () => void {
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners.add(listener));
    return () => listeners.delete(listener);
  }
  destroy(): void {
    this.calls.push('destroy');
  }

  /** What a person does on the map. */
  fire<K extends keyof RendererEvents>(type: K, detail: RendererEvents[K]): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(detail as never);
  }

  /** Ids of the places drawn, alone or side by side. */
  get places(): string[] {
    return this.marks.flatMap((mark) => (mark.type === 'place' ? [mark.id] : [])).toSorted();
  }

  /** Places that are drawn or counted in a cluster. */
  get count(): number {
    const counts = this.marks.map((mark) =>
      mark.type === 'cluster' ? mark.count : Number(mark.type === 'place'),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }
}
