import { css, type CSSResult } from 'lit';

/** One line for the title, one for what makes the page a sample; on a desktop a single one. */
export const header: CSSResult = css`
  header {
    grid-column: 1/-1;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    column-gap: 1rem;
    padding: 0.25rem 1rem;
    border-bottom: 1px solid var(--yokoten-border, #ccc);
  }
  ::slotted([slot='header']),
  .sample {
    grid-column: 1/-1;
  }
  h1 {
    padding: 0.25rem 0;
    font-size: 1.125rem;
    line-height: 1.4;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  select.language {
    min-height: var(--yokoten-target, 44px);
    padding: 0 0.5rem;
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface, #fff);
  }
  .sample {
    font-size: var(--yokoten-font-size-s, 14px);
    line-height: 1.5;
  }
  .sample strong {
    flex: none;
    display: inline-block;
    padding: 0 0.5em;
    border: 1px solid currentColor;
    border-radius: 4px;
    color: var(--yokoten-warning, #6e5600);
    background: var(--yokoten-warning-soft, #fbf5e0);
  }
  p.sample {
    display: none;
  }
  .sample summary {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-height: var(--yokoten-target, 44px);
    margin-top: -0.25rem;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details.sample:not([open]) span {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .sample[open] summary {
    align-items: flex-start;
    padding-bottom: 0.5rem;
  }
  .sample summary::after {
    flex: none;
    width: 0.5rem;
    height: 0.5rem;
    margin: 0 0.25rem 0.25rem auto;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    content: '';
    rotate: 45deg;
  }
  .sample[open] summary::after {
    margin: 0.5rem 0.25rem 0 auto;
    rotate: 225deg;
  }
  .skip {
    position: absolute;
    z-index: 2;
    top: 0.25rem;
    left: 1rem;
    min-height: var(--yokoten-target, 44px);
    padding: 0 1rem;
    border: 0;
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface, #fff);
    translate: 0 -200%;
  }
  .skip:focus {
    translate: none;
  }
  @container (min-width: 720px) {
    header {
      /* However long the title is, the sentence beside it stays a few words wide. */
      grid-template-columns: fit-content(60%) minmax(0, 1fr) auto;
      column-gap: 1.5rem;
      min-height: 4rem;
      padding: 0.5rem 1.25rem;
    }
    h1 {
      font-size: 1.25rem;
    }
    p.sample {
      display: flex;
      gap: 0.75rem;
      align-items: center;
      grid-column: auto;
      order: 1;
      text-wrap: balance;
    }
    details.sample {
      display: none;
    }
    .language {
      order: 2;
      grid-column: 3;
    }
  }
`;
