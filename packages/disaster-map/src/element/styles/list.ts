import { css, type CSSResult } from 'lit';

/** The list, its items, and the marks and badges that also stand elsewhere. */
export const list: CSSResult = css`
  .list-title {
    display: flex;
    align-items: baseline;
    gap: 1rem;
    padding: 0.5rem 0 0.375rem;
  }
  .list-title h2 {
    font-size: 1rem;
    line-height: 1.5;
  }
  .places {
    margin: 0 -1rem;
    border-bottom: 1px solid var(--yokoten-border, #ccc);
  }
  .places li {
    border-top: 1px solid var(--yokoten-border, #ccc);
    content-visibility: auto;
    contain-intrinsic-size: auto 5.5rem;
  }
  .place {
    display: flex;
    gap: 0.75rem;
    align-items: flex-start;
    width: 100%;
    padding: 0.625rem 1rem;
    border: 0;
    background: none;
    text-align: left;
  }
  .place:hover {
    background: var(--yokoten-action-soft, #e8f1fe);
  }
  .place:focus-visible {
    outline-offset: -3px;
    box-shadow: inset 0 0 0 5px var(--yokoten-focus-halo, #ffd43d);
  }
  .place-text {
    flex: 1;
    min-width: 0;
    display: grid;
    line-height: 1.5;
  }
  .place-name {
    font-weight: 700;
  }
  .mark-icon {
    flex: none;
    width: 32px;
    height: 32px;
    forced-color-adjust: none;
  }
  .mark-icon .edge {
    fill: none;
    stroke: #fff;
    stroke-width: 3;
  }
  .badge {
    flex: none;
    padding: 0 0.5rem;
    border: 1px solid currentColor;
    border-radius: 4px;
    font-size: var(--yokoten-font-size-s, 14px);
    line-height: 1.6;
    white-space: nowrap;
  }
  .badge[data-fit='o'] {
    color: var(--yokoten-success, #115a36);
    background: var(--yokoten-success-soft, #e6f5ec);
    font-weight: 700;
  }
  .badge[data-fit='x'] {
    color: var(--yokoten-error, #a80000);
    background: var(--yokoten-error-soft, #fdeeee);
    font-weight: 700;
  }
  .badge[data-fit='-'],
  .badge[data-fit='?'] {
    color: var(--yokoten-text-muted, #4d4d4d);
  }
  .badge[data-fit='?'] {
    border-style: dashed;
  }
  @container (min-width: 720px) {
    .places {
      margin: 0 -1.25rem;
    }
    .place {
      padding: 0.75rem 1.25rem;
    }
  }
`;
