import { nothing, type TemplateResult } from 'lit';
import { describe, expect, test } from 'vitest';
import { phoneLink, safeLink } from './safe-link.ts';

/** The address a link leads to; `undefined` where there is no link. */
function target(shown: TemplateResult | string): unknown {
  return typeof shown === 'string' ? undefined : (shown.values[0] ?? nothing);
}

describe('an address becomes a link', () => {
  test.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['HTTPS://EXAMPLE.COM', 'https://example.com/'],
    [' https://example.com ', 'https://example.com/'],
    ['tel:0426201234', 'tel:0426201234'],
    ['mailto:bosai@example.com', 'mailto:bosai@example.com'],
  ])('%s', (address, href) => {
    expect(target(safeLink(address))).toBe(href);
  });

  test('that opens apart and says nothing of where it was pressed', () => {
    const shown = safeLink('https://example.com');
    if (typeof shown === 'string') throw new Error('no link');
    expect(shown.strings.join('')).toContain('rel="noopener noreferrer"');
  });
});

describe('an address stays text', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://example.com/1',
    'file:///etc/passwd',
    'http://example.com',
    '//example.com',
    '/path',
    'example.com',
    'https://',
    'https:// example .com',
    '',
    '電話してください',
  ])('%j', (address) => {
    expect(safeLink(address)).toBe(address);
  });

  test('and so does the text beside it', () => {
    expect(safeLink('javascript:alert(1)', '市役所')).toBe('市役所');
  });
});

describe('a telephone number', () => {
  test.each([
    ['042-620-1234', 'tel:0426201234'],
    ['０４２（６２０）１２３４', 'tel:0426201234'],
    ['0120 000 000', 'tel:0120000000'],
    ['090‐0000‐0000', 'tel:09000000000'],
    ['+81 42-620-1234', 'tel:+81426201234'],
  ])('%s can be called', (cell, href) => {
    expect(target(phoneLink(cell))).toBe(href);
  });

  test.each([
    ['621-3001', 'the area code is missing'],
    ['119', 'nobody shall call it by accident'],
    ['042-620-1234、042-620-1235', 'two numbers'],
    ['042-620-1234 内線 21', 'an extension'],
    ['042-620-1234;phone-context=x', 'a parameter'],
    ['なし', 'no number'],
    ['', 'an empty cell'],
    ['1234567890', 'a number no telephone begins with'],
  ])('%s stays text: %s', (cell) => {
    expect(phoneLink(cell)).toBe(cell);
  });
});
