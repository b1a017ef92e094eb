import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { digest } from './digest.ts';

/** The family name at the end of the font stack in `@yokoten/ui/tokens.css`: only who has no other Japanese font loads it. */
export const FONT_FAMILY = 'Yokoten UD';

const require = createRequire(import.meta.url);

/** One subset of BIZ UDPGothic, and the licence that must stand beside it (SIL OFL 1.1, condition 2). */
export interface FontSubset {
  /** Differs where the bytes do. */
  readonly key: string;
  readonly licence: string;
  readonly make: () => Promise<Uint8Array>;
}

/**
 * The subset that shows `text` and everything a person may type or a page may add: ASCII, kana, common signs.
 * The same text gives the same bytes. `cacheFolder` keeps them, because making them takes half a second.
 */
export async function subsetFontFor(text: string, cacheFolder: string): Promise<FontSubset> {
  const characters = charactersFor(text);
  const manifest = require('@expo-google-fonts/biz-udpgothic/package.json') as {
    readonly version: string;
  };
  const key = digest(`${manifest.version}\n${SETTINGS_VERSION}\n${characters}`);
  const cached = join(cacheFolder, `font-${key}.woff2`);
  const licence = await readFile(
    require.resolve('@expo-google-fonts/biz-udpgothic/LICENSE_FONT'),
    'utf8',
  );
  const make = async (): Promise<Uint8Array> => {
    const known = await readFile(cached).catch(() => undefined);
    if (known !== undefined) return known;
    const woff2 = await subset(characters);
    await keep(cached, cacheFolder, woff2);
    return woff2;
  };
  return { key, licence, make };
}

/** The characters of the subset: each once, in code point order. */
export function charactersFor(text: string): string {
  // A control character or a blank that no font draws would only make the key differ.
  const drawn = `${text}${ALWAYS}`
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '');
  return [...new Set(drawn)]
    .toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
    .join('');
}

/** What is used of `subset-font`, which has no types of its own; loaded only when there is something to make. */
type SubsetFont = (
  font: Uint8Array,
  text: string,
  options: {
    readonly targetFormat: 'woff2';
    /** OpenType features to keep. */
    readonly keepFeatures: readonly string[];
    readonly noHinting: boolean;
  },
) => Promise<Uint8Array>;

const SETTINGS_VERSION = 1;

async function subset(characters: string): Promise<Uint8Array> {
  const subsetFont = require('subset-font') as SubsetFont;
  const whole = await readFile(
    require.resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
  );
  // Without hints and vertical forms it is a third smaller; screens of today ignore the hints.
  return subsetFont(whole, characters, {
    targetFormat: 'woff2',
    keepFeatures: [],
    noHinting: true,
  });
}

async function keep(file: string, folder: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(unfinished, bytes);
    // Two builds at once may make the same file: whoever is last wins, and nobody reads half of it.
    await rename(unfinished, file);
  } catch {
    // A folder that cannot be written (read-only checkout) only means making the subset again next time.
    return;
  }
}

const range = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

const ALWAYS = [
  range(0x20, 0x7e),
  range(0x3041, 0x3096),
  range(0x30a1, 0x30fe),
  '　、。〃々〆〇〈〉《》「」『』【】〒〔〕〜・',
  '！（）＊＋，－．／０１２３４５６７８９：；＜＝＞？％＆～',
  '○◎●△▲▽▼□■◇◆☆★×→←↑↓…‥–—―‘’“”°±※℃㎡©',
].join('');
