// Writes dist/tokens.css from src/tokens.css and the Digital Agency's design tokens (MIT, © 2023 デジタル庁).
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const agency = dirname(
  createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens/package.json'),
);

/** `--name: value;` lines of a stylesheet. */
function readTokens(css) {
  return new Map(
    [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}

function resolveToken(tokens, name) {
  const value = tokens.get(name);
  if (value === undefined) {
    throw new Error(
      `src/tokens.css asks for ${name}, which @digital-go-jp/design-tokens does not have.`,
    );
  }
  const alias = /^var\((--[\w-]+)\)$/.exec(value);
  return alias ? resolveToken(tokens, alias[1]) : value;
}

const DARK_BLOCK = /^( *)dark \{([^}]*)\}/gm;

/** The published stylesheet, given our source and the agency's. */
export function writeTokens(source, agencyCss) {
  const tokens = readTokens(agencyCss);
  const body = source
    .replaceAll(/\/\*[\s\S]*?\*\/\n?/g, '')
    .replaceAll(/token\((--[\w-]+)\)/g, (_, name) => resolveToken(tokens, name))
    .replaceAll(
      DARK_BLOCK,
      (_, indent, rules) =>
        `${indent}@media screen and (prefers-color-scheme: dark) {\n${indent}:root:not([data-theme='light']) {${rules}}\n${indent}}\n` +
        `${indent}@media screen {\n${indent}:root[data-theme='dark'] {${rules}}\n${indent}}`,
    )
    .replaceAll(/\n\s*\n+/g, '\n')
    .trim();
  return `/*! Values from @digital-go-jp/design-tokens, Copyright (c) 2023 デジタル庁, MIT License: see tokens.LICENSE.txt */\n${body}\n:root[data-theme='light'] { color-scheme: light; }\n:root[data-theme='dark'] { color-scheme: dark; }\n`;
}

async function run() {
  const dist = join(here, '../dist');
  await mkdir(dist, { recursive: true });
  const [source, agencyCss] = await Promise.all([
    readFile(join(here, '../src/tokens.css'), 'utf8'),
    readFile(join(agency, 'dist/tokens.css'), 'utf8'),
  ]);
  await writeFile(join(dist, 'tokens.css'), writeTokens(source, agencyCss));
  await copyFile(join(agency, 'LICENSE'), join(dist, 'tokens.LICENSE.txt'));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await run();
