import { css, type CSSResult } from 'lit';

/** The search for where to go, while it is open. */
export const near: CSSResult = css`
  section.near {
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    margin: 0.5rem 0;
    border: 1px solid var(--yokoten-border, #ccc);
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface-sunken, #f2f2f2);
  }
  section.near .plain {
    justify-self: start;
  }
  .near .note {
    padding: 0;
    line-height: 1.7;
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
    gap: 0.5rem;
  }
  .near .address {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.5rem;
  }
  .near .address label {
    grid-column: 1 / -1;
    font-weight: 700;
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .near .address input {
    padding-left: 0.75rem;
  }
  .near .address .wide {
    width: auto;
  }
  .elsewhere summary {
    min-height: var(--yokoten-target, 44px);
    font-size: var(--yokoten-font-size-s, 14px);
    font-weight: 700;
    line-height: var(--yokoten-target, 44px);
  }
  .elsewhere[open] {
    display: grid;
    gap: 0.5rem;
  }
  .candidates {
    display: grid;
    gap: 0.5rem;
    max-height: 14rem;
    overflow-y: auto;
  }
  .needs legend {
    font-weight: 700;
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .needs label {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: var(--yokoten-target, 44px);
  }
  .needs input {
    flex: none;
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--yokoten-action, #0017c1);
  }
  .place-walk {
    font-variant-numeric: tabular-nums;
  }
  @media print {
    .elsewhere,
    .ways,
    .near .address,
    .needs {
      display: none;
    }
  }
`;
