import { expect, test } from 'vitest';
import { shortCss } from '../scripts/short-css.ts';

test.each([
  ['css`\n  .a,\n  .b > c {\n    margin: 0 auto;\n  }\n`', 'css`.a,.b > c{margin: 0 auto;}`'],
  ['css`.a :hover { width: calc(1px + 2px) }`', 'css`.a :hover{width: calc(1px + 2px)}`'],
  ['css`\n  /* why */\n  .a { }\n`', 'css`.a{}`'],
  ['css`@media (width >= 40rem) {\n  .a { }\n}`', 'css`@media (width >= 40rem){.a{}}`'],
  ['css `\n.a {}\n`', 'css`.a{}`'],
  ['const other = `  as it  is `;', 'const other = `  as it  is `;'],
])('%j', (written, short) => {
  expect(shortCss(written)).toBe(short);
  expect(shortCss(short)).toBe(short);
});
