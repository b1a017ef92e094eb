import { css, type CSSResult } from 'lit';

/** The list of results. */
export const results: CSSResult = css`
  .totals {
    display: grid;
    gap: 0.25rem;
    padding: 0.75rem 1rem;
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-action-soft, #e8f1fe);
  }
  .totals h3 {
    font-size: 1rem;
  }
  .totals li {
    font-weight: 700;
    font-size: 1.125rem;
  }
  .results {
    display: grid;
    gap: 0.75rem;
  }
  .result {
    display: grid;
    gap: 0.375rem;
    padding: 1rem;
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: var(--yokoten-radius-m, 8px);
  }
  .result[data-status='eligible'] {
    border-inline-start: 6px solid var(--yokoten-success, #197a4b);
  }
  .result[data-status='unknown'] {
    border-inline-start: 6px dashed var(--yokoten-warning, #6e5600);
  }
  .result .plain {
    justify-self: start;
    margin-inline-start: -0.5rem;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    align-items: center;
    line-height: 1.5;
  }
  [data-status='eligible'] .status :is(svg, strong) {
    color: var(--yokoten-success, #197a4b);
  }
  [data-status='unknown'] .status :is(svg, strong) {
    color: var(--yokoten-warning, #6e5600);
  }
  .amount {
    font-size: 1.25rem;
    font-weight: 700;
    line-height: 1.4;
  }
  .summary {
    line-height: 1.6;
  }
`;
