import { css, type CSSResult } from 'lit';

/** The choice of a hazard raster, its legend, and what the rasters say about a place. */
export const hazards: CSSResult = css`
  .raster > summary .amount {
    overflow: hidden;
    flex: 1 1 0;
    text-align: right;
    white-space: nowrap;
    text-overflow: ellipsis;
    font-weight: 400;
  }
  .raster > summary span:first-child {
    flex: 0 1 auto;
  }
  .raster select {
    width: 100%;
    min-height: var(--yokoten-target, 44px);
    padding: 0 0.5rem;
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface, #fff);
    color: inherit;
    font: inherit;
  }
  .pictures figure {
    margin: 0.5rem 0;
  }
  .pictures img {
    max-width: 100%;
    height: auto;
    background: #fff;
  }
  .legend {
    display: flex;
    gap: 0.125rem 0.75rem;
    margin: 0 -1rem;
    padding: 0.25rem 2rem 0.25rem 1rem;
    overflow-x: auto;
    scrollbar-width: none;
    mask-image: linear-gradient(to left, transparent, #000 2rem);
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .legend:focus-visible {
    outline-offset: -3px;
  }
  .legend li {
    flex: none;
    display: flex;
    align-items: center;
    gap: 0.375rem;
  }
  .swatch rect {
    stroke: none;
  }
  .legend-note {
    padding: 0.25rem 0;
    font-size: var(--yokoten-font-size-s, 14px);
    line-height: 1.6;
  }
  .raster input {
    flex: 1;
    width: auto;
    min-width: 0;
    height: var(--yokoten-target, 44px);
  }
  .readings {
    margin: 0.5rem 0;
    border-bottom: 1px solid var(--yokoten-border, #ccc);
  }
  .readings li {
    padding: 0.5rem 0;
    border-top: 1px solid var(--yokoten-border, #ccc);
    line-height: 1.6;
  }
  .readings h3 {
    margin: 0;
    font-size: var(--yokoten-font-size-s, 14px);
    font-weight: 400;
    color: var(--yokoten-text-muted, #4d4d4d);
  }
  .answer {
    display: flex;
    gap: 0.5rem;
    align-items: flex-start;
  }
  .answer .swatch {
    margin-top: 0.1875rem;
  }
  [data-answer='class'] .answer {
    font-weight: 700;
  }
  .sources summary {
    min-height: var(--yokoten-target, 44px);
    align-content: center;
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .sources li {
    padding: 0.25rem 0;
    font-size: var(--yokoten-font-size-s, 14px);
  }
  @container (min-width: 720px) {
    .legend {
      flex-wrap: wrap;
      margin: 0;
      padding: 0.25rem 0;
      overflow: visible;
      mask-image: none;
    }
  }
  @media print {
    .legend {
      flex-wrap: wrap;
      margin: 0;
      padding: 0.25rem 0;
      mask-image: none;
    }
  }
`;
