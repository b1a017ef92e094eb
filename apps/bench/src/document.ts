import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figure.ts';

const file = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));
const opening = `# Benchmarks ・ 計測結果

Every table is written by the command above it. CPU and wall times differ between machines: compare the ratios.
どの表も、上に書いたコマンドが書きます。時間は機械で変わるため、比で比べてください。
`;

/** Replaces the part of docs/benchmarks.md that belongs to one bench, and leaves the rest as it was. */
export function writeFigures(name: string, figures: readonly Figure[]): void {
  const old = existsSync(file) ? readFileSync(file, 'utf8') : opening;
  const part = `<!-- bench:${name} -->\n${section(name, figures)}\n<!-- /bench:${name} -->`;
  const place = new RegExp(`<!-- bench:${name} -->[\\s\\S]*?<!-- /bench:${name} -->`);
  writeFileSync(
    file,
    place.test(old) ? old.replace(place, () => part) : `${old.trimEnd()}\n\n${part}\n`,
  );
}

function section(name: string, figures: readonly Figure[]): string {
  const rows = figures.map(({ figure, value, unit, target, holds }) => {
    const verdict = holds === null ? '' : holds ? '✓' : '✗ falls short';
    return `| ${figure} | ${value.toLocaleString('en')} ${unit} | ${target === null ? '' : `${target} ${unit}`} | ${verdict} |`;
  });
  const short = figures.filter(({ holds }) => holds === false).map(({ figure }) => figure);
  const verdict = short.length === 0 ? 'Every target holds.' : `Falls short: ${short.join('; ')}.`;
  const machine = `Node ${process.versions.node}, ${cpus().length} cores, ${process.platform} ${process.arch}`;
  return [
    `## ${name}`,
    '',
    '```',
    `pnpm bench ${name}`,
    '```',
    '',
    `${machine}. ${verdict}`,
    '',
    '| figure | measured | target | |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}
