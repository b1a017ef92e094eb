import { expect, test } from 'vitest';
import { decodeEntities } from './entities.ts';

test.each([
  ['A &amp; B', 'A & B'],
  ['&LT;b&gt;', '<b>'],
  ['&#12354;&#x3042;&#X3042;', 'あああ'],
  ['&amp;lt;', '&lt;'],
  ['&unknown; &#0; &#xD800; &#x110000; &#128;', '&unknown; &#0; &#xD800; &#x110000; &#128;'],
  ['a&#10;b', 'a\nb'],
  ['R&D; 5 & 6', 'R&D; 5 & 6'],
])('%s is %s', (html, text) => {
  expect(decodeEntities(html)).toBe(text);
});
