import { type Finding, Findings } from '../finding.ts';
import { compileSchemes } from './compile/compile.ts';
import type { SchemeData } from '../../schemes/data.ts';
import type { PackTexts } from '../../model/texts.ts';
import { readSchemeFolder, type SchemeSource } from './read-folder.ts';
import { runExamples } from './run-examples.ts';
import { writeTexts } from './write-texts.ts';

/** What checking a folder of schemes came to. */
export interface SchemeCheck {
  readonly findings: readonly Finding[];
  /** Examples that came out as they say, and those that did not. */
  readonly passed: number;
  readonly failed: number;
  readonly schemes: number;
  /** Nothing where there are errors. */
  readonly compiled?: {
    readonly data: SchemeData;
    readonly texts: ReadonlyMap<string, PackTexts>;
  };
}

/** Reads, compiles and tries out the schemes of a folder; the findings name every mistake with its place. */
export async function checkSchemes(sources: readonly SchemeSource[]): Promise<SchemeCheck> {
  const findings = new Findings();
  const { pack, schemes, translations } = await readSchemeFolder(sources, findings);
  const compiled = compileSchemes(pack, schemes, findings);
  const { texts, data } = writeTexts(compiled, pack, translations, findings);
  checkSources(compiled, findings);
  const count = findings.failed ? { passed: 0, failed: 0 } : runExamples(compiled, findings);
  return {
    findings: inOrder(findings.all),
    ...count,
    schemes: schemes.length,
    ...(!findings.failed && { compiled: { data, texts } }),
  };
}

function checkSources({ schemes }: ReturnType<typeof compileSchemes>, findings: Findings): void {
  for (const { schemeSources, title } of schemes)
    if (schemeSources.length === 0)
      findings.warn(
        'benefits/missing-source',
        title.place,
        `「${title.value}」に「根拠」がありません。法律や要綱の名前と条を書いてください。`,
        `"${title.value}" names no law or ordinance. Add 根拠.`,
      );
}

/** The same mistake at the same place once, in the order of the files. */
function inOrder(all: readonly Finding[]): Finding[] {
  const unique = new Map(
    all.map((one) => [`${one.code} ${JSON.stringify(one.place)} ${one.text.ja}`, one]),
  );
  return [...unique.values()].sort(
    (a, b) =>
      (a.place?.file ?? '').localeCompare(b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}
