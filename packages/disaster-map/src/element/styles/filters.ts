import { css, type CSSResult } from 'lit';

/** Filters by field, groups in the legend, and the colours of any legend. */
export const filters: CSSResult = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
    gap: 0.5rem 0.75rem;
    padding: 0.25rem 0 0.5rem;
  }
  .filter {
    display: grid;
    min-width: 0;
    font-size: var(--yokoten-font-size-s, 14px);
    font-weight: 700;
  }
  .filter select {
    width: 100%;
    min-height: var(--yokoten-target, 44px);
    padding: 0 0.5rem;
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface, #fff);
    color: inherit;
    font: inherit;
    font-size: 1rem;
    font-weight: 400;
  }
  .layers .group ul {
    padding-left: 2.25rem;
  }
  .swatch {
    flex: none;
    width: 24px;
    height: 22px;
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: 3px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    forced-color-adjust: none;
  }
`;
