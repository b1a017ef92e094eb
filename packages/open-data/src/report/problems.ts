import { explain } from '../messages.ts';
import type { Finding, Severity } from '../problem.ts';
import type { ProblemGroup } from './model.ts';

const FIRST = 8;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Findings by code and severity: errors first, the most frequent first, the first few with their sentences. */
export function problemGroups(problems: readonly Finding[]): ProblemGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return Array.from(groups.values(), groupOf).sort(
    (a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count,
  );
}

function groupOf(problems: readonly Finding[]): ProblemGroup {
  const perColumn = new Map<string, number>();
  let total = 0;
  for (const { column, facts } of problems) {
    total += facts?.many === true ? (facts.count ?? 1) : 1;
    if (column !== undefined) perColumn.set(column, (perColumn.get(column) ?? 0) + 1);
  }
  const columns = Array.from(perColumn, ([column, count]) => ({ column, count }));
  return {
    code: problems[0]?.code ?? '',
    severity: problems[0]?.severity ?? 'info',
    count: total,
    columns: columns.sort((a, b) => b.count - a.count),
    first: explain(problems.slice(0, FIRST)),
  };
}

/** How many findings of each severity there are. */
export function countBySeverity(problems: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}
