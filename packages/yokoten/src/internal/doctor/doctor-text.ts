import type { Localized } from '@yokoten/standard';
import { inLanguage, type Language } from '../language.ts';
import { printable } from '../terminal-text.ts';
import { CHECKS } from './checks.ts';
import type { CodedFinding, Diagnosis } from './examine-app.ts';

const PAGES = 'https://github.com/yokoten/yokoten/blob/main/docs/errors/';

/** The diagnosis for a terminal: problems first, then what is to do, then what was not looked at. */
export function doctorLines(diagnosis: Diagnosis, language: Language): string[] {
  const say = (text: Localized): string => inLanguage(text, language);
  const ja = language === 'ja';
  const { findings, passed, notChecked, fixed } = diagnosis;
  const of = (level: CodedFinding['level']): CodedFinding[] =>
    findings.filter((one) => one.level === level);
  const section = (title: string, list: readonly CodedFinding[]): string[] =>
    list.length === 0 ? [] : [title, ...list.flatMap((one) => findingLines(one, language)), ''];
  return [
    ...section(ja ? `直しました（${fixed.length}）:` : `Mended (${fixed.length}):`, fixed),
    ...section(
      ja ? `問題（${of('problem').length}）:` : `Problems (${of('problem').length}):`,
      of('problem'),
    ),
    ...section(
      ja ? `これからすること（${of('todo').length}）:` : `To do (${of('todo').length}):`,
      of('todo'),
    ),
    ...(notChecked.length === 0
      ? []
      : [ja ? `調べていません（${notChecked.length}）:` : `Not checked (${notChecked.length}):`]),
    ...notChecked.map(
      ({ code, reason }) => `  ${titleOf(code, language)}: ${say(reason)} (${code})`,
    ),
    ja
      ? `${passed.length}項目は問題ありません。${fixable(findings) ? '「--fix」で直せるものがあります。' : ''}`
      : `${passed.length} checks found nothing.${fixable(findings) ? ' Some findings can be mended with --fix.' : ''}`,
  ];
}

/** The diagnosis for a program. */
export function doctorJson({ findings, passed, notChecked, fixed }: Diagnosis): string {
  return JSON.stringify(
    {
      schemaVersion: 1,
      findings: findings.map(plain),
      passed,
      notChecked,
      fixed: fixed.map(plain),
    },
    undefined,
    2,
  );
}

function plain({ code, level, path, line, message, fix }: CodedFinding): unknown {
  return { code, level, path, line, message, page: pageOf(code), fixable: fix !== undefined };
}

function findingLines({ code, path, line, message }: CodedFinding, language: Language): string[] {
  const where =
    path === undefined ? '' : `${printable(path)}${line === undefined ? '' : `:${line}`}  `;
  return [`  ${where}${printable(inLanguage(message, language))}`, `    ${code}  ${pageOf(code)}`];
}

function titleOf(code: string, language: Language): string {
  const check = CHECKS.find((one) => one.code === code);
  return check === undefined ? code : inLanguage(check.title, language);
}

function fixable(findings: readonly CodedFinding[]): boolean {
  return findings.some(({ fix }) => fix !== undefined);
}

function pageOf(code: string): string {
  return `${PAGES}${code}.md`;
}
