/**
 * Registers an element. A second copy of the package keeps the first one and says so, instead of throwing; where there
 * is no registry (Node) nothing happens.
 *
 * @param name the tag, with a hyphen
 */
export function defineElement(name: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const registered = customElements.get(name);
  if (registered === undefined) customElements.define(name, element);
  else if (registered !== element) {
    console.warn(
      'ui/already-defined',
      `<${name}> is registered already by another copy of its package; that one stays in use. Load the package once.`,
    );
  }
}
