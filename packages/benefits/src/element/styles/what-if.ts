import { css, type CSSResult } from 'lit';

/** The slider, its line and its table. */
export const whatIf: CSSResult = css`
  .pick,
  .slider {
    display: grid;
    gap: 0.25rem;
  }
  .slider output {
    font-size: 1.5rem;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .slider input {
    width: 100%;
    min-height: var(--yokoten-target, 2.75rem);
    margin: 0;
    accent-color: var(--yokoten-action, #0017c1);
  }
  .tried {
    display: grid;
  }
  .tried li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1rem;
    padding: 0.125rem 0;
    border-bottom: 1px solid var(--yokoten-border, #ccc);
  }
  .tried [aria-pressed='true'] {
    font-weight: 700;
    text-decoration-thickness: 3px;
  }
  .tried .note {
    flex-basis: 100%;
    padding-inline-start: 0.5rem;
  }
  .chart {
    display: grid;
    gap: 0.25rem;
    margin: 0;
  }
  .chart .top,
  .ends {
    font-size: var(--yokoten-font-size-s, 14px);
    font-variant-numeric: tabular-nums;
  }
  .chart svg {
    width: 100%;
    height: clamp(10rem, 40cqi, 18rem);
    border-block: 1px solid var(--yokoten-border, #ccc);
    border-block-end-color: var(--yokoten-border-strong, #767676);
  }
  .graph,
  .marker {
    fill: none;
    stroke: var(--yokoten-action, #0017c1);
    stroke-width: 3;
    vector-effect: non-scaling-stroke;
  }
  .area {
    fill: var(--yokoten-action-soft, #e8f1fe);
  }
  .marker {
    stroke: var(--yokoten-text, #1a1a1a);
    stroke-width: 2;
    stroke-dasharray: 4 4;
  }
  .ends {
    display: flex;
    justify-content: space-between;
  }
  .table summary {
    display: flex;
    align-items: center;
    border: 0;
    color: var(--yokoten-action, #0017c1);
    text-decoration: underline;
  }
  .wide-table {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  :is(th, td) {
    padding: 0.5rem;
    border-bottom: 1px solid var(--yokoten-border, #ccc);
    text-align: start;
    font-weight: 400;
    vertical-align: top;
  }
  thead th {
    font-weight: 700;
  }
  td {
    text-align: end;
  }
  @media (forced-colors: active) {
    .graph {
      stroke: Highlight;
    }
    .marker {
      stroke: CanvasText;
    }
    .area {
      fill: none;
    }
  }
`;
