import { css, type CSSResult } from 'lit';

/** What is chosen from, and who is in the household: all that the first question looks like. */
export const first: CSSResult = css`
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
