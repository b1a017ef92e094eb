import type { RunOptions } from 'axe-core';

/** WCAG 2.0 to 2.2, levels A and AA, and axe's best practice; also the rule for sizes, which is off by itself. */
export const AXE_OPTIONS: RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
};
