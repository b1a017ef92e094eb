import '@yokoten/ui/tokens.css';
import { defineElement, type ElementProblem } from '@yokoten/ui';
import { eventually } from '../../../apps/tools/src/element-test.ts';
import { BenefitNavigator } from '../src/element/benefit-navigator.ts';
import type { BenefitPack } from '../src/model/pack.ts';
import { smallPack } from './small-pack.ts';

export { closeElements, eventually, focused } from '../../../apps/tools/src/element-test.ts';

defineElement('benefit-navigator', BenefitNavigator);
// The frame a test runs in declares English.
document.documentElement.lang = 'ja';

/** An element in a page, and ways to use it as a person does. */
export interface ElementPage {
  readonly element: BenefitNavigator;
  readonly problems: ElementProblem[];
  readonly root: ParentNode;
  readonly find: (selector: string) => HTMLElement;
  readonly all: (selector: string) => HTMLElement[];
  /** The text of everything that is displayed. */
  readonly text: string;
  readonly click: (selector: string) => Promise<void>;
  /** Chooses the answer with this text and goes on. */
  readonly choose: (text: string) => Promise<void>;
  /** Chooses the answer at this place, from the end where it is negative, and goes on. */
  readonly pick: (at: number) => Promise<void>;
  /** Writes into a field and goes on. */
  readonly write: (text: string) => Promise<void>;
  readonly birth: (date: string) => Promise<void>;
  readonly next: () => Promise<void>;
}

export interface OpenOptions {
  readonly pack?: BenefitPack | undefined;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly prepare?: (element: BenefitNavigator) => void;
}

/** Puts an element into the page and waits for its first screen. */
export async function openElement(options: OpenOptions = {}): Promise<ElementPage> {
  const opened = placeElement({ pack: smallPack(), ...options });
  await eventually(() => opened.find('[data-screen]'));
  return opened;
}

/** Puts an element into the page; what it was given may be missing or wrong. */
export function placeElement({ pack, attributes = {}, prepare }: OpenOptions): ElementPage {
  document.body.style.margin = '0';
  document.title = 'Test';
  const element = new BenefitNavigator();
  const problems: ElementProblem[] = [];
  element.addEventListener('error', (event) => problems.push(event.detail));
  if (pack !== undefined) element.pack = pack;
  element.date = '2026-11-22';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  prepare?.(element);
  document.body.append(element);
  const root = element.renderRoot;

  function find(selector: string): HTMLElement {
    const found = root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`nothing matches ${selector}`);
    return found;
  }
  async function click(selector: string): Promise<void> {
    find(selector).click();
    await element.updateComplete;
    // The part that asks may still be on its way.
    await eventually(() => find('[data-screen], [role=alert]'));
  }
  const next = (): Promise<void> => click('[data-next]');
  function fill(selector: string, text: string): void {
    (find(selector) as HTMLInputElement).value = text;
  }
  return {
    element,
    problems,
    root,
    find,
    all: (selector) => [...root.querySelectorAll<HTMLElement>(selector)],
    get text() {
      return find('.page').innerText;
    },
    click,
    next,
    async choose(text) {
      const label = [...root.querySelectorAll<HTMLElement>('.choice')].find(
        (one) => one.textContent.trim() === text,
      );
      if (label === undefined) throw new Error(`there is no answer "${text}"`);
      label.click();
      await next();
    },
    async pick(at) {
      const input = [...root.querySelectorAll<HTMLElement>('.choice input')].at(at);
      if (input === undefined) throw new Error(`there is no answer ${at}`);
      input.click();
      await next();
    },
    async write(text) {
      fill('[name=value]', text);
      await next();
    },
    async birth(date) {
      const [year = '', month = '', day = ''] = date.split('-');
      fill('[name=year]', year);
      fill('[name=month]', month);
      fill('[name=day]', day);
      await next();
    },
  };
}

/** Answers question after question: a guardian, one child, rent for a flat. */
export async function answerAll(
  opened: ElementPage,
  { income = '2000000', until }: { readonly income?: string; readonly until?: string } = {},
): Promise<readonly string[]> {
  const keys: string[] = [];
  await opened.click('[data-begin]');
  await opened.click('[data-add=child]');
  await opened.next();
  for (let count = 0; count < 20; count += 1) {
    const { screen, key = '' } = opened.find('[data-screen]').dataset;
    if (screen !== 'ask' || key === until) break;
    keys.push(key);
    if (key === 'birth m1') await opened.birth('1985-02-03');
    else if (key === 'birth m2') await opened.birth('2016-04-01');
    else if (key.startsWith('value income')) await opened.write(income);
    else if (key === 'value kind ') await opened.pick(1);
    else if (key === 'value renting ') await opened.pick(0);
    else await opened.pick(-2);
  }
  return keys;
}
