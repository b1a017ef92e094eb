import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '@yokoten/open-data';
import { annotateFault, annotateProblem, annotation, summaryTable } from './github.ts';
import { githubStep } from './github-environment.ts';

const problem: Problem = {
  code: 'open-data/no-coordinates',
  severity: 'error',
  file: 'data/01-避難所,A.csv',
  row: 4,
  line: 6,
  column: '緯度',
  cell: 'M4',
  message: { ja: '緯度がありません。\n100%直してください。', en: 'No latitude.' },
};

test('a row’s problem becomes a note at its line, in Japanese', () => {
  expect(annotateProblem(problem, 'map/')).toBe(
    '::warning file=map/data/01-避難所%2CA.csv,line=6,title=M4 open-data/no-coordinates::緯度がありません。%0A100%25直してください。',
  );
});

test('a fault is an error at its place, or nowhere', () => {
  const message = { ja: '誤り', en: 'fault' };
  const place = { file: 'yokoten.config.jsonc', line: 3, column: 5 };
  expect(annotateFault({ code: 'yokoten/x', message, place }, '')).toBe(
    '::error file=yokoten.config.jsonc,line=3,col=5,title=yokoten/x::誤り',
  );
  expect(annotateFault({ code: 'yokoten/x', message }, '')).toBe('::error title=yokoten/x::誤り');
});

test('whatever stands in data stays one command on one line', () => {
  assert(
    property(string({ unit: 'binary' }), string({ unit: 'binary' }), (file, message) => {
      const line = annotation({ level: 'warning', title: 'a,b:c', message, file });
      expect(line).not.toMatch(/[\r\n]/);
      expect(line.indexOf('::')).toBe(0);
      const properties = line.slice('::warning '.length).split('::')[0] ?? '';
      expect(properties.split(',')).toHaveLength(2);
    }),
  );
});

test('the summary is one table that data cannot leave', () => {
  const hostile = '<script>|`[x](http://e)`\n# @all';
  const text = summaryTable([{ ...problem, column: hostile }]);
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  expect(rows).toHaveLength(3);
  expect(rows[2]?.match(/\|/g)).toHaveLength(6);
  expect(text).not.toMatch(/<script|\]\(http|`/);
});

test('a long list is cut, and says so', () => {
  const text = summaryTable(
    Array.from({ length: 7 }, () => problem),
    5,
  );
  expect(text).toContain('7 件');
  expect(text).toContain('ほかに 2 件');
});

test('only GitHub Actions gets notes; paths are those of the repository', () => {
  expect(githubStep('/repo/app', {})).toBeUndefined();
  const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '/repo' };
  expect(githubStep('/repo/app', env)).toEqual({ prefix: 'app/' });
  expect(githubStep('/repo', { ...env, GITHUB_STEP_SUMMARY: '/s.md' })).toEqual({
    prefix: '',
    summaryFile: '/s.md',
  });
  expect(githubStep('/elsewhere', env)).toEqual({ prefix: '' });
});
