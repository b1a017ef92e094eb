import type { Localized } from '@yokoten/standard';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textEntry } from '../upgrade/tree.ts';
import { writeInside } from '../upgrade/write-inside.ts';
import { viewApp } from './app-view.ts';
import type { Check, Finding } from './check.ts';
import { CHECKS } from './checks.ts';

/** One finding with the check it comes from. */
export interface CodedFinding extends Finding {
  readonly code: Check['code'];
}

/** What `yokoten doctor` says about an app. */
export interface Diagnosis {
  readonly findings: readonly CodedFinding[];
  /** Codes of checks that were done and found nothing. */
  readonly passed: readonly string[];
  /** Checks that were not done, and why: never taken for passed. */
  readonly notChecked: readonly { readonly code: string; readonly reason: Localized }[];
  /** What `--fix` mended. */
  readonly fixed: readonly CodedFinding[];
}

/** How to examine. */
export interface ExamineOptions {
  /** Whether checks may ask the network. */
  readonly online?: boolean;
  readonly now?: Date;
  readonly checks?: readonly Check[];
}

/**
 * Runs every check over an app. It changes nothing.
 *
 * @throws YokotenError where the config cannot be read at all
 */
export async function examineApp(
  root: string,
  { online = false, now = new Date(), checks = CHECKS }: ExamineOptions = {},
): Promise<Diagnosis> {
  const app = await viewApp(root, now);
  const findings: CodedFinding[] = [];
  const passed: string[] = [];
  const notChecked: { code: string; reason: Localized }[] = [];
  for (const { code, network = false, run } of checks) {
    if (network && !online) {
      notChecked.push({ code, reason: OFFLINE });
      continue;
    }
    try {
      const result = await run(app);
      findings.push(...result.map((one) => ({ code, ...one })));
      if (result.length === 0) passed.push(code);
    } catch (error) {
      if (!network) throw error;
      const why = error instanceof Error ? error.message : String(error);
      notChecked.push({
        code,
        reason: { ja: `答えがありません（${why}）`, en: `no answer (${why})` },
      });
    }
  }
  return { findings, passed, notChecked, fixed: [] };
}

const OFFLINE: Localized = {
  ja: '通信が要ります。「--online」を付けると調べます',
  en: 'it needs the network; add --online',
};

/** Does what is safe to do, then examines again. */
export async function mendApp(root: string, options: ExamineOptions = {}): Promise<Diagnosis> {
  const before = await examineApp(root, options);
  const fixed = before.findings.filter(({ fix }) => fix !== undefined);
  for (const { fix } of fixed) {
    if (fix === undefined) continue;
    const text = await readFile(join(root, fix.path), 'utf8').catch(() => '');
    const mended = fix.apply(text);
    if (mended !== text) await writeInside(root, fix.path, textEntry(mended));
  }
  return fixed.length === 0 ? before : { ...(await examineApp(root, options)), fixed };
}
