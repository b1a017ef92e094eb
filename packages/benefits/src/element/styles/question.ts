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
  .choices {
    display: grid;
    gap: 0.5rem;
  }
  .choice {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    min-height: 3rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: var(--yokoten-radius-m, 8px);
    line-height: 1.5;
  }
  .choice input {
    flex: none;
    width: 1.5rem;
    height: 1.5rem;
    margin: 0;
    accent-color: var(--yokoten-action, #0017c1);
  }
  .choice:has(:checked) {
    border-color: var(--yokoten-action, #0017c1);
    background: var(--yokoten-action-soft, #e8f1fe);
    box-shadow: inset 0 0 0 1px var(--yokoten-action, #0017c1);
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--yokoten-focus, #000);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--yokoten-focus-halo, #ffd43d);
  }
  .choice :focus-visible {
    outline: none;
    box-shadow: none;
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
  .members {
    display: grid;
    gap: 0.5rem;
  }
  .members li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    min-height: 3rem;
    padding: 0 0.25rem 0 0.75rem;
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface-sunken, #f2f2f2);
  }
  .adding {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .behind {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    margin: -0.25rem -0.5rem -0.5rem;
  }
`;
