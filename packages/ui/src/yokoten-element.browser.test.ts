import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { afterEach, expect, test, vi } from 'vitest';
import { defineElement } from './define-element.ts';
import { YokotenElement, type ElementProblem } from './yokoten-element.ts';

class TestGreeting extends YokotenElement {
  static override properties: PropertyDeclarations = { name: {} };
  declare name: string | undefined;
  readonly heard: string[] = [];

  protected override languageChanged(language: string): void {
    this.heard.push(language);
  }

  protected override render(): TemplateResult {
    if (this.name === 'broken') throw new RangeError('no such name');
    return html`<p>${this.currentLanguage} ${this.name}</p>`;
  }
}
defineElement('test-greeting', TestGreeting);

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.lang = 'ja';
  vi.restoreAllMocks();
});

async function place(markup: string): Promise<TestGreeting> {
  document.body.innerHTML = markup;
  const element = document.body.querySelector<TestGreeting>('test-greeting');
  if (element === null) throw new Error('no element');
  await element.updateComplete;
  return element;
}

const shown = (element: TestGreeting): string => element.renderRoot.textContent.trim();

test('the nearest lang counts, and a change of it is heard', async () => {
  const element = await place('<div lang="en"><test-greeting></test-greeting></div>');
  expect(element.currentLanguage).toBe('en');
  element.parentElement?.setAttribute('lang', 'ko');
  await vi.waitFor(() => expect(element.heard).toEqual(['en', 'ko']));
  element.language = 'ja';
  await element.updateComplete;
  expect(element.heard).toEqual(['en', 'ko', 'ja']);
});

test('the language crosses shadow roots, and an empty lang is skipped', async () => {
  const host = document.createElement('div');
  host.lang = 'en';
  document.body.append(host);
  const inner = host.attachShadow({ mode: 'open' });
  inner.innerHTML = '<p lang=""><test-greeting></test-greeting></p>';
  const element = inner.querySelector<TestGreeting>('test-greeting');
  expect(element?.currentLanguage).toBe('en');
});

test('an element that left the page hears nothing more', async () => {
  const element = await place('<test-greeting></test-greeting>');
  element.remove();
  document.documentElement.lang = 'en';
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(element.heard).toEqual(['ja']);
});

test('a failure keeps what was drawn, is told with a code, and the element goes on', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const element = await place('<test-greeting name="Aoi"></test-greeting>');
  const problems: ElementProblem[] = [];
  const bubbled = vi.fn();
  element.addEventListener('error', ({ detail }) => problems.push(detail));
  document.body.addEventListener('error', bubbled);

  element.name = 'broken';
  await element.updateComplete;
  expect(shown(element)).toBe('ja Aoi');
  expect(problems.map(({ code }) => code)).toEqual(['ui/not-drawn']);
  expect(problems[0]?.cause).toBeInstanceOf(RangeError);
  expect(bubbled).not.toHaveBeenCalled();

  element.name = 'Ren';
  await element.updateComplete;
  expect(shown(element)).toBe('ja Ren');
});

test('what was set before the element was registered is kept', async () => {
  const early = document.createElement('test-early') as TestGreeting;
  early.name = 'Hina';
  early.language = 'en';
  document.body.append(early);
  defineElement('test-early', class extends TestGreeting {});
  await early.updateComplete;
  expect(shown(early)).toBe('en Hina');
});

test('a second copy of an element warns and leaves the first in place', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const copy = class extends YokotenElement {};
  defineElement('test-greeting', TestGreeting);
  expect(warn).not.toHaveBeenCalled();
  defineElement('test-greeting', copy);
  expect(warn).toHaveBeenCalledWith(
    'ui/already-defined',
    expect.stringContaining('<test-greeting>'),
  );
  expect(customElements.get('test-greeting')).toBe(TestGreeting);
});
