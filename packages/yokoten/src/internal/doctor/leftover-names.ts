import { municipalities } from '@yokoten/standard/municipalities';
import { lineAt, type AppView, type Owner } from './app-view.ts';
import { found, type Check, type Finding } from './check.ts';
import { identityTexts, type Said } from './identity-texts.ts';

interface Hit {
  readonly word: string;
  readonly at: number;
}

/** Names that are shorter are parts of ordinary words too. */
const SHORTEST = 3;

/** Names of other municipalities and prefectures, in Japanese and in Latin letters. */
export const leftoverName: Check = {
  code: 'yokoten/leftover-name',
  title: { ja: '別の自治体の名前', en: 'name of another municipality' },
  source:
    'civictechzenchiba/covid19-chiba#9 and six more forks that searched for a left name by hand',
  run: (app) =>
    eachHit(app, otherNames(app.owner), ({ word }, { path, line }) =>
      found(
        'problem',
        `別の自治体の名前「${word}」が残っています。あなたの町の名前に直してください。`,
        `The name of another municipality, ${word}, stands here. Write your own.`,
        { path, line },
      ),
    ),
};

/** Codes of other municipalities. */
export const leftoverCode: Check = {
  code: 'yokoten/leftover-code',
  title: { ja: '別の自治体のコード', en: 'code of another municipality' },
  source:
    '全国地方公共団体コード (総務省); copies of the 2021 template kept the code of the first town',
  run: (app) =>
    eachHit(app, otherCodes(app.owner), ({ word }, { path, line }) =>
      found(
        'problem',
        `別の自治体のコード「${word}」が残っています。あなたの町のコードに直してください。`,
        `The code of another municipality, ${word}, stands here. Write your own.`,
        { path, line },
      ),
    ),
};

function eachHit(
  app: AppView,
  find: (text: string) => readonly Hit[],
  say: (hit: Hit, said: Said) => Finding,
): Finding[] {
  if (app.owner === undefined) return [];
  return identityTexts(app).flatMap((said) => {
    const seen = new Set<string>();
    return find(said.text).flatMap((hit) => {
      if (seen.has(hit.word)) return [];
      seen.add(hit.word);
      return [say(hit, { ...said, line: said.line + lineAt(said.text, hit.at) - 1 })];
    });
  });
}

/** The longest name at each place counts: 沼津市 is not 津市, and the town's own name may hold another one. */
function otherNames(owner: Owner | undefined): (text: string) => Hit[] {
  const table = municipalities();
  const names = new Set(table.flatMap(({ name, prefecture }) => [name, prefecture]));
  const byStart = new Map<string, string[]>();
  for (const name of names) {
    if (name.length < SHORTEST) continue;
    const start = name.slice(0, 2);
    byStart.set(start, [...(byStart.get(start) ?? []), name]);
  }
  for (const list of byStart.values()) list.sort((a, b) => b.length - a.length);
  const latin = new Map(table.map(({ latin: word, name }) => [word, name]));
  return (text) => {
    const hits: Hit[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const own = owner?.name.ja ?? '';
      const word =
        own !== '' && text.startsWith(own, at)
          ? own
          : byStart.get(text.slice(at, at + 2))?.find((name) => text.startsWith(name, at));
      if (word === undefined) continue;
      if (!isOwn(word, owner)) hits.push({ word, at });
      at += word.length - 1;
    }
    for (const { 0: word, index } of text.matchAll(
      /\b[A-Z][a-z'-]+ (?:City|Town|Village|Ward)\b/g,
    )) {
      const name = latin.get(word);
      if (name !== undefined && !isOwn(name, owner) && word !== owner?.name['en'])
        hits.push({ word, at: index });
    }
    return hits;
  };
}

/** The town itself, its prefecture, the city of a ward and the wards of a city are no leftovers. */
function isOwn(word: string, owner: Owner | undefined): boolean {
  if (owner === undefined) return true;
  const { name, prefecture } = owner;
  if (name.ja.includes(word) || word.startsWith(name.ja) || word === prefecture) return true;
  // Of a town that no table holds nobody knows the prefecture.
  return prefecture === undefined && /^.{2,3}[都道府県]$/.test(word);
}

function otherCodes(owner: Owner | undefined): (text: string) => Hit[] {
  const codes = new Set(municipalities().map(({ code }) => code));
  return (text) =>
    [...text.matchAll(/(?<![\w#.-])\d{6}(?![\w.-])/g)]
      .filter(
        ([code]) =>
          codes.has(code) &&
          code !== owner?.code &&
          !code.startsWith(`${owner?.code?.slice(0, 2) ?? '--'}000`),
      )
      .map(({ 0: word, index }) => ({ word, at: index }));
}
