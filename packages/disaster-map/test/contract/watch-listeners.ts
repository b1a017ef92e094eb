/** Counts what is added to and removed from the targets; returns what is left. */
export function watchListeners(targets: readonly EventTarget[]): () => string[] {
  const left = new Map<string, number>();
  const count = (type: string, by: number): void => {
    left.set(type, (left.get(type) ?? 0) + by);
  };
  for (const target of targets) {
    const addEventListener = target.addEventListener.bind(target);
    const removeEventListener = target.removeEventListener.bind(target);
    target.addEventListener = function watched(type, listener, options): void {
      count(type, 1);
      if (typeof options === 'object') {
        options.signal?.addEventListener('abort', () => count(type, -1));
      }
      addEventListener(type, listener, options);
    };
    target.removeEventListener = function watched(type, listener, options): void {
      count(type, -1);
      removeEventListener(type, listener, options);
    };
  }
  return () => {
    for (const target of targets) {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    }
    return [...left].filter(([, number]) => number > 0).map(([type]) => type);
  };
}
