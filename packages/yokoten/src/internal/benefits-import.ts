import type * as benefits from '@yokoten/benefits/build';
import { createReadStream, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { asBenefitsFault, loadBenefits } from './benefits-package.ts';
import type { Request, Terminal } from './command.ts';
import { textOption } from './data/options.ts';
import { fault, YokotenError } from './fault.ts';
import { findMunicipality } from './find-municipality.ts';
import { inLanguage, type Language } from './language.ts';

/** Bytes that are read at a time. */
const CHUNK = 1 << 20;

/** Imports lists of programmes into a folder; exit code 1 where records were left out. */
export async function importBenefits(
  files: readonly string[],
  request: Request,
  terminal: Terminal,
): Promise<number> {
  const out = neededOption(request, 'output', 'benefits import 制度.csv -o public/programmes');
  for (const file of files) if (!existsSync(file)) throw noSuchFile(file);
  const package_ = await loadBenefits();
  const named = textOption(request, 'municipality');
  const municipality = named === undefined ? undefined : (await findMunicipality(named)).code;
  try {
    const before = package_.readListings(out);
    const imported = await package_.importProgrammes(
      files.map((name) => ({
        name,
        chunks: () => createReadStream(name, { highWaterMark: CHUNK }),
      })),
      {
        before: new Map(before.flatMap(({ programmes }) => programmes.map((one) => [one.id, one]))),
        ...(municipality !== undefined && { municipality }),
      },
    );
    const provenance = provenanceOf(package_, files, request);
    const slices = await package_.writeSlices(imported.places, provenance);
    package_.writeFolder(
      out,
      new Map<string, string | Uint8Array>([
        ...slices.files.map(({ name, bytes }) => [name, bytes] as const),
        ['index.json', json(slices.index)],
        ['report.json', json(imported.reports)],
        ['repairs.jsonl', imported.repairs.map((one) => `${JSON.stringify(one)}\n`).join('')],
      ]),
    );
    removeOthers(
      out,
      slices.files.map(({ name }) => name),
    );
    for (const report of imported.reports) terminal.print(summary(report, request.language));
    if (provenance.credit === null) terminal.note(noCredit(request.language));
    return imported.reports.some(({ records, used }) => used < records) ? 1 : 0;
  } catch (error) {
    throw asBenefitsFault(error);
  }
}

/** Writes feeds of imported lists. */
export async function feedBenefits(request: Request, terminal: Terminal): Promise<number> {
  const example =
    'benefits feeds public/programmes -o public/feeds --base-url https://example.org/feeds/';
  const [folder] = request.positionals;
  const out = neededOption(request, 'output', example);
  const base = neededOption(request, 'base-url', example);
  if (folder === undefined) throw missing(example);
  if (!base.startsWith('https://') || !URL.canParse(base))
    throw new YokotenError(
      fault(
        'yokoten/option-value',
        `--base-url に「${base.slice(0, 80)}」とあります。https:// で始まるアドレスを書いてください。`,
        `--base-url is "${base.slice(0, 80)}". Write an address that begins with https://.`,
      ),
    );
  const { readListings, writeFeeds, writeFolder } = await loadBenefits();
  try {
    const listings = readListings(folder);
    if (listings.length === 0) throw noSuchFile(join(folder, 'index.json'));
    const feeds = writeFeeds(listings, base, new Date().toISOString());
    writeFolder(out, feeds);
    terminal.print(
      inLanguage(
        { ja: `フィードを${feeds.size}個書きました。`, en: `${feeds.size} feeds written.` },
        request.language,
      ),
    );
    return 0;
  } catch (error) {
    throw asBenefitsFault(error);
  }
}

function provenanceOf(
  { registryOf }: typeof benefits,
  files: readonly string[],
  request: Request,
): benefits.Provenance {
  const known = files.map((file) => registryOf(file));
  const [first] = known;
  // One credit for all files only where all come from that registry.
  const registry = known.every((one) => one?.id === first?.id) ? first : undefined;
  return {
    credit: textOption(request, 'credit') ?? registry?.credit ?? null,
    licence: textOption(request, 'licence') ?? registry?.licence ?? null,
    source: textOption(request, 'source') ?? registry?.source ?? null,
    asOf: textOption(request, 'as-of') ?? registry?.asOf ?? null,
  };
}

/** Slices of the import before that are not there any more. */
function removeOthers(folder: string, names: readonly string[]): void {
  for (const name of readdirSync(folder))
    if (/^\d{6}(-\d{1,4})?\.json$/.test(name) && !names.includes(name)) rmSync(join(folder, name));
}

function summary(report: benefits.QualityReport, language: Language): string {
  const { file, records, used, ages, deadlines, repairs, troubles } = report;
  return inLanguage(
    {
      ja: [
        `${file}: ${records}件のうち${used}件を取り込みました。`,
        `  対象年齢: 明記 ${ages.explicit}、文から読み取り ${ages.inferred}、不明 ${ages.unknown}。申請の期限あり: ${deadlines}`,
        `  直した所: ${counts(repairs)}`,
        `  見てほしい所: ${counts(troubles)}`,
      ].join('\n'),
      en: [
        `${file}: ${used} of ${records} records taken.`,
        `  Ages: ${ages.explicit} explicit, ${ages.inferred} inferred, ${ages.unknown} unknown. With a last day to apply: ${deadlines}`,
        `  Repaired: ${counts(repairs)}`,
        `  To look at: ${counts(troubles)}`,
      ].join('\n'),
    },
    language,
  );
}

function counts(of: Readonly<Record<string, number>>): string {
  const all = Object.entries(of).map(([kind, count]) => `${kind} ${count}`);
  return all.length === 0 ? '0' : all.join(', ');
}

function noCredit(language: Language): string {
  return inLanguage(
    {
      ja: '出典の文がありません。公開元が決めた文を --credit で指定してください。画面には「出典の記載なし」と出ます。',
      en: 'There is no credit. State the publisher’s words with --credit; pages say that none is stated.',
    },
    language,
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function neededOption(request: Request, name: string, example: string): string {
  const value = textOption(request, name);
  if (value === undefined) throw missing(example);
  return value;
}

function missing(example: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/missing-argument',
      `足りないものがあります。\n例: yokoten ${example}`,
      `Something is missing. Write it like: yokoten ${example}`,
    ),
  );
}

function noSuchFile(path: string): YokotenError {
  return new YokotenError(
    fault(
      'yokoten/no-such-file',
      `「${path}」がありません。名前と場所を確かめてください。`,
      `There is no ${path}. Check its name.`,
    ),
  );
}
