import { css, type CSSResult } from 'lit';

/** One question and what it is answered with. */
export const question: CSSResult = css`
  .why summary {
    display: inline-flex;
    align-items: center;
    border: 0;
    background: none;
    color: var(--yokoten-action, #0017c1);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .why[open] {
    padding: 0 0.75rem 0.75rem;
    margin-inline: -0.75rem;
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface-sunken, #f2f2f2);
  }
  .hint:empty,
  .mistake:empty {
    display: none;
  }
  .mistake {
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid;
    color: var(--yokoten-error, #a30000);
    font-weight: 700;
  }
  .number,
  .date {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: end;
  }
  .number {
    align-items: center;
  }
  .number input,
  .date input,
  .find input {
    padding: 0.5rem 0.75rem;
    font-size: 1.25rem;
  }
  .number input {
    flex: 0 1 12rem;
    min-width: 0;
    text-align: end;
  }
  .number input:only-child,
  .number:not(:has(#unit:not(:empty))) input {
    text-align: start;
  }
  .find,
  .date-part {
    display: grid;
    gap: 0.25rem;
  }
  .date input {
    width: 4.5rem;
  }
  .date-part:first-child input {
    width: 6.5rem;
  }
  [aria-invalid='true'] {
    border-color: var(--yokoten-error, #a30000);
    border-width: 2px;
  }
`;
