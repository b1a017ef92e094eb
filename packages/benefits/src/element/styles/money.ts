import { css, type CSSResult } from 'lit';

/** Between what the money still lies. Certain money is full, open money striped: told apart without colour. */
export const money: CSSResult = css`
  .money {
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    border-radius: var(--yokoten-radius-l, 16px);
    background: var(--yokoten-surface-sunken, #f2f2f2);
  }
  .money h2 {
    font-size: 1rem;
  }
  .money dl {
    display: grid;
    gap: 0.5rem;
  }
  .kind {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 0.75rem;
    line-height: 1.5;
  }
  .kind dd {
    display: contents;
  }
  .range {
    text-align: end;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .bar {
    grid-column: 1/-1;
    width: 100%;
    height: 0.625rem;
    border-radius: 5px;
  }
  .bar .track {
    fill: var(--yokoten-border, #ccc);
  }
  .bar .open {
    fill: var(--yokoten-action, #0017c1);
    opacity: 0.45;
  }
  .bar .sure {
    fill: var(--yokoten-action, #0017c1);
  }
  @media (prefers-reduced-motion: no-preference) {
    .bar rect {
      transition:
        x 0.3s,
        width 0.3s;
    }
  }
  @media (forced-colors: active) {
    .bar {
      forced-color-adjust: none;
      border: 1px solid CanvasText;
    }
    .bar .track {
      fill: Canvas;
    }
    .bar :is(.open, .sure) {
      fill: Highlight;
    }
  }
`;
