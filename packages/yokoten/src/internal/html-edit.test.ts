import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import {
  emptyElement,
  escapeHtml,
  insertAfterStart,
  insertBeforeEnd,
  remove,
  setAttributes,
} from './html-edit.ts';

test('text stays text, in content and in attributes', () => {
  assert(
    property(string(), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot);)/);
    }),
  );
  expect(emptyElement('meta', { content: '"><script>' })).toBe(
    '<meta content="&quot;&gt;&lt;script&gt;">',
  );
});

test('attributes are set on the first real start tag, the others stay', () => {
  const html =
    '<!-- <a-map></a-map> --><a-mapper></a-mapper><a-map class="x > y" src=old hidden></a-map>';
  expect(setAttributes(html, 'a-map', { src: './new' })).toBe(
    '<!-- <a-map></a-map> --><a-mapper></a-mapper><a-map src="./new" class="x > y" hidden></a-map>',
  );
  expect(setAttributes('<b></b>', 'a-map', { src: 'x' })).toBeUndefined();
});

test('markup goes inside the element; what a commented tag says is ignored', () => {
  const html = '<!--<x-y>--><x-y><p slot="header">A</p></x-y>';
  expect(insertBeforeEnd(html, 'x-y', '<t>')).toBe(
    '<!--<x-y>--><x-y><p slot="header">A</p><t></x-y>',
  );
  expect(insertAfterStart(html, 'x-y', '<t>')).toBe(
    '<!--<x-y>--><x-y><t><p slot="header">A</p></x-y>',
  );
  expect(insertAfterStart('<!--<x-y>-->', 'x-y', '<t>')).toBeUndefined();
});

test('what is removed is removed everywhere but in comments', () => {
  expect(remove('<b>1</b><!--<b>2</b>--><b>3</b>', /<b>.*?<\/b>/g)).toBe('<!--<b>2</b>-->');
});
