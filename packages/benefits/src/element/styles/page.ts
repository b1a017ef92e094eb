import { css, type CSSResult } from 'lit';

/** The frame: on a phone one column, on a desk the answers beside the question. */
export const page: CSSResult = css`
  .page {
    display: grid;
    gap: 1rem;
    max-width: 68rem;
    margin: 0 auto;
    padding: 1rem;
    padding-bottom: max(1rem, env(safe-area-inset-bottom));
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem 1rem;
    align-items: center;
  }
  .head ::slotted(*),
  .sample,
  .unchecked {
    grid-column: 1/-1;
  }
  h1 {
    font-size: 1.25rem;
  }
  .language {
    max-width: 10rem;
    padding: 0.25rem 0.5rem;
  }
  .sample,
  .banner {
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--yokoten-warning, #6e5600);
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-warning-soft, #fbf5e0);
    font-size: var(--yokoten-font-size-s, 14px);
    line-height: 1.5;
  }
  .sample strong {
    margin-inline-end: 0.5em;
    color: var(--yokoten-warning, #6e5600);
  }
  .unchecked {
    font-size: var(--yokoten-font-size-s, 14px);
    color: var(--yokoten-text-muted, #4d4d4d);
    line-height: 1.5;
  }
  .columns {
    display: grid;
    gap: 1rem;
    align-items: start;
  }
  .card {
    display: grid;
    gap: 1rem;
    padding: 1.25rem 1rem;
    border: 1px solid var(--yokoten-border, #ccc);
    border-radius: var(--yokoten-radius-l, 16px);
    scroll-margin-top: 1rem;
  }
  .card > form,
  .card fieldset {
    display: grid;
    gap: 1rem;
  }
  .privacy {
    display: flex;
    gap: 0.75rem;
    padding: 0.75rem;
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface-sunken, #f2f2f2);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }
  .buttons > button {
    flex: 1 1 12rem;
    min-height: 3rem;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding-top: 0.75rem;
    border-top: 1px solid var(--yokoten-border, #ccc);
  }
  .licence {
    margin-inline-start: 0.5em;
  }
  @container (min-width: 60rem) {
    h1 {
      font-size: 1.5rem;
    }
    .card {
      padding: 2rem;
    }
    .columns[data-beside] {
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) 22rem;
      gap: 1.5rem;
    }
    [data-beside] > .screen {
      grid-area: 1/1/3/2;
    }
    .buttons > button {
      flex-grow: 0;
    }
  }
`;
