import { css, type CSSResult } from 'lit';

/** One programme, saving, the page about the rules. */
export const programme: CSSResult = css`
  .programme section {
    display: grid;
    gap: 0.5rem;
  }
  .facts {
    display: grid;
    gap: 0.25rem;
  }
  .facts > div {
    display: grid;
    grid-template-columns: minmax(6rem, 12rem) minmax(0, 1fr);
    gap: 0 1rem;
  }
  .facts dt {
    color: var(--yokoten-text-muted, #4d4d4d);
  }
  .contacts {
    display: grid;
    gap: 0.75rem;
  }
  .warn {
    padding: 0.5rem 0.75rem;
    border-inline-start: 4px solid var(--yokoten-warning, #6e5600);
    background: var(--yokoten-warning-soft, #fbf5e0);
  }
  .field {
    display: grid;
    gap: 0.25rem;
  }
  .field input,
  .pick select {
    width: 100%;
    padding: 0.5rem 0.75rem;
  }
  .reasons,
  .reasons ul {
    display: grid;
    gap: 0.375rem;
  }
  .reasons ul {
    margin-inline-start: 0.75rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 2px solid var(--yokoten-border, #ccc);
  }
  .reason {
    line-height: 1.5;
  }
  .reasons summary {
    display: list-item;
    min-height: 0;
    padding-block: 0.625rem;
    border: 0;
    background: none;
  }
  .whole > summary {
    color: var(--yokoten-action, #0017c1);
  }
  h4 {
    font-size: 1rem;
  }
  .reason .mark {
    width: 20px;
    height: 20px;
    margin-inline-end: 0.25rem;
    vertical-align: -4px;
  }
  .flip {
    padding: 0.75rem 1rem;
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-action-soft, #e8f1fe);
  }
  .sources {
    display: grid;
    gap: 0.25rem;
    font-size: var(--yokoten-font-size-s, 14px);
  }
  @container (max-width: 30rem) {
    .facts > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
