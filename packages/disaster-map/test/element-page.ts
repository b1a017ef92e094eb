import '@yokoten/ui/tokens.css';
import { defineElement, type ElementProblem } from '@yokoten/ui';
import { eventually } from '../../../apps/tools/src/element-test.ts';
import type { MapDocument } from '../src/document.ts';
import { DisasterMap } from '../src/element/disaster-map.ts';
import { FakeRenderer } from './fake-renderer.ts';
import { smallDocument } from './small-document.ts';

export { closeElements, eventually, focused } from '../../../apps/tools/src/element-test.ts';

defineElement('disaster-map', DisasterMap);
// The frame a test runs in declares English.
document.documentElement.lang = 'ja';

export interface ElementPage {
  readonly element: DisasterMap;
  readonly renderer: FakeRenderer;
  readonly problems: ElementProblem[];
  /** What a person sees of the element, inside its shadow root. */
  readonly root: ParentNode;
  readonly find: (selector: string) => HTMLElement;
  readonly input: (selector: string) => HTMLInputElement;
  readonly all: (selector: string) => HTMLElement[];
  /** Ids of the list's items, in order. */
  readonly listed: string[];
  /** The text of everything that is displayed. */
  readonly text: string;
  readonly click: (selector: string) => Promise<void>;
  readonly search: (query: string) => Promise<void>;
  readonly open: (id: string) => Promise<void>;
}

export interface OpenOptions {
  readonly document?: MapDocument | undefined;
  readonly renderer?: FakeRenderer;
  readonly attributes?: Readonly<Record<string, string>>;
  /** What else the element is given before it is put into the page. */
  readonly prepare?: (element: DisasterMap) => void;
}

/** Puts an element with a fake renderer into the page and waits until list and map are there. */
export async function openElement({
  document: shown = smallDocument(),
  renderer = new FakeRenderer(),
  attributes = {},
  prepare,
}: OpenOptions = {}): Promise<ElementPage> {
  const opened = placeElement({
    document: shown,
    renderer,
    attributes,
    ...(prepare && { prepare }),
  });
  await eventually(() => {
    if (!renderer.calls.includes('setMarks')) throw new Error('the marks are not drawn');
  });
  return opened;
}

/** Puts an element into the page; what it was given may be missing or wrong. */
export function placeElement({
  document: shown,
  renderer = new FakeRenderer(),
  attributes = {},
  prepare,
}: OpenOptions = {}): ElementPage {
  document.body.style.margin = '0';
  const element = new DisasterMap();
  const problems: ElementProblem[] = [];
  element.addEventListener('error', (event) => problems.push(event.detail));
  element.createRenderer = () => renderer;
  if (shown !== undefined) element.document = shown;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  prepare?.(element);
  document.body.append(element);
  const root = element.renderRoot;

  function find(selector: string): HTMLElement {
    const found = root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`nothing matches ${selector}`);
    return found;
  }
  function input(selector: string): HTMLInputElement {
    const found = find(selector);
    if (found instanceof HTMLInputElement) return found;
    throw new Error(`${selector} is no input`);
  }
  async function click(selector: string): Promise<void> {
    find(selector).click();
    await element.updateComplete;
  }
  return {
    element,
    renderer,
    problems,
    root,
    find,
    input,
    all: (selector) => [...root.querySelectorAll<HTMLElement>(selector)],
    get listed() {
      return [...root.querySelectorAll<HTMLElement>('[data-place]')].map(
        (item) => item.dataset['place'] ?? '',
      );
    },
    get text() {
      return find('.page').innerText;
    },
    click,
    async search(query) {
      const field = input('#search');
      field.value = query;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await element.updateComplete;
    },
    async open(id) {
      await click(`[data-place="${CSS.escape(id)}"]`);
      await eventually(() => find('#detail-name'));
    },
  };
}
