// Writes dist/tokens.css from src/tokens.css and the Digital Agency's design tokens (MIT, © 2023 デジタル庁).
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** `--name: value;` lines of a stylesheet. */
function readTokens(css: string): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  for (const [, name = '', value = ''] of css.matchAll(/(--[\w-]+):\s*([^;]+);/g)) {
    tokens.set(name, value);
  }
  return tokens;
}

function resolveToken(tokens: ReadonlyMap<string, string>, name: string): string {
  const value = tokens.get(name);
  if (value === undefined) {
    throw new Error(
      `src/tokens.css asks for ${name}, which @digital-go-jp/design-tokens does not have.`,
    );
  }
  const alias = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return alias === undefined ? value : resolveToken(tokens, alias);
}

/** What `dark { … }` stands for; paper stays light. */
function spellOutDark(indent: string, rules: string): string {
  return [
    `@media screen and (prefers-color-scheme: dark) {`,
    `:root:not([data-theme='light']) {${rules}}`,
    `}`,
    `@media screen {`,
    `:root[data-theme='dark'] {${rules}}`,
    `}`,
  ]
    .map((line) => indent + line)
    .join('\n');
}

/** The published stylesheet, given our source and the agency's. */
export function writeTokens(source: string, agencyCss: string): string {
  const tokens = readTokens(agencyCss);
  const body = source
    .replaceAll(/^ *\/\*[\s\S]*?\*\/\n/gm, '')
    .replaceAll(/token\((--[\w-]+)\)/g, (_, name: string) => resolveToken(tokens, name))
    .replaceAll(/^( *)dark \{([^}]*)\}/gm, (_, indent: string, rules: string) =>
      spellOutDark(indent, rules),
    )
    .replaceAll(/\n\s*\n/g, '\n')
    .trim();
  return `/*! Values from @digital-go-jp/design-tokens, Copyright (c) 2023 デジタル庁, MIT License: see tokens.LICENSE.txt */\n${body}\n`;
}

async function build(): Promise<void> {
  const packageFolder = join(import.meta.dirname, '..');
  const manifest = createRequire(import.meta.url).resolve(
    '@digital-go-jp/design-tokens/package.json',
  );
  const agency = dirname(manifest);
  const dist = join(packageFolder, 'dist');
  await mkdir(dist, { recursive: true });
  const source = await readFile(join(packageFolder, 'src/tokens.css'), 'utf8');
  const agencyCss = await readFile(join(agency, 'dist/tokens.css'), 'utf8');
  await writeFile(join(dist, 'tokens.css'), writeTokens(source, agencyCss));
  await copyFile(join(agency, 'LICENSE'), join(dist, 'tokens.LICENSE.txt'));
}

if (import.meta.main) await build();
