import { css, type CSSResult } from 'lit';

/** What is open now: above the list, in its items, and in the detail. */
export const now: CSSResult = css`
  .now {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25rem 0.75rem;
    align-items: center;
    padding: 0.5rem 0;
    line-height: 1.5;
  }
  .now > :not(.now-said, .chip) {
    grid-column: 1 / -1;
  }
  .now > [role='status']:not(:has(*)) {
    display: none;
  }
  .now-said {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75rem;
    min-width: 0;
  }
  .now-said span:first-child {
    font-weight: 700;
  }
  .now-said .ago,
  .now-note,
  .unplaced {
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .now-problem {
    padding: 0.5rem 0.75rem;
    border: 1px solid currentColor;
    border-radius: var(--yokoten-radius-m, 8px);
    color: var(--yokoten-warning, #6e5600);
    background: var(--yokoten-warning-soft, #fbf5e0);
    font-size: var(--yokoten-font-size-s, 14px);
    line-height: 1.6;
  }
  .now-problem small {
    color: inherit;
  }
  .unplaced summary {
    min-height: var(--yokoten-target, 44px);
    align-content: center;
  }
  .unplaced li {
    padding: 0.25rem 0;
  }
  .place-now {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    padding: 0.125rem 0;
    font-size: var(--yokoten-font-size-s, 14px);
    font-variant-numeric: tabular-nums;
  }
  .opening {
    display: inline-block;
    padding: 0 0.5rem;
    margin-right: 0.25rem;
    border: 1px solid currentColor;
    border-radius: 4px;
    font-size: var(--yokoten-font-size-s, 14px);
    line-height: 1.6;
  }
  .opening[data-opening='open'] {
    color: var(--yokoten-success, #115a36);
    background: var(--yokoten-success-soft, #e6f5ec);
  }
  .opening[data-opening='full'] {
    color: var(--yokoten-warning, #6e5600);
    background: var(--yokoten-warning-soft, #fbf5e0);
  }
  .opening[data-opening='closed'] {
    color: var(--yokoten-error, #a80000);
    background: var(--yokoten-error-soft, #fdeeee);
  }
  .opening[data-opening='unknown'] {
    border-style: dashed;
    color: var(--yokoten-text-muted, #4d4d4d);
    font-weight: 400;
  }
  .ago,
  .past,
  .seen-at {
    color: var(--yokoten-text-muted, #4d4d4d);
  }
  .as-of {
    display: none;
  }
  .seen-at {
    display: block;
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .seen-at .whole {
    white-space: nowrap;
  }
  @media print {
    .ago,
    .now .chip,
    .unplaced:not([open]) {
      display: none;
    }
    .as-of {
      display: inline;
    }
  }
`;
