import { css, type CSSResult } from 'lit';

/** The sheet with its bar, the search, the chips and the layer switches. */
export const sheet: CSSResult = css`
  .sheet {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--yokoten-surface, #fff);
    border-top: 1px solid var(--yokoten-border, #ccc);
    z-index: 1;
    /* A layer of its own: else each frame of a moving map compares its marks with every icon of the list. */
    will-change: transform;
  }
  .bar {
    flex: none;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem;
    min-height: 3.75rem;
    padding: 0.5rem 0.25rem 0.5rem 1rem;
  }
  .search {
    position: relative;
    flex: 1;
    min-width: 0;
  }
  .search .line {
    position: absolute;
    inset: 0 auto 0 0.75rem;
    width: 20px;
    margin: auto;
    color: var(--yokoten-text-muted, #4d4d4d);
    pointer-events: none;
  }
  input[type='search'],
  #address {
    width: 100%;
    min-height: var(--yokoten-target, 44px);
    padding: 0 0.75rem;
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface, #fff);
  }
  input[type='search'] {
    padding-left: 2.5rem;
  }
  input::placeholder {
    color: var(--yokoten-text-muted, #4d4d4d);
    opacity: 1;
  }
  .back {
    display: flex;
    align-items: center;
    gap: 0.25rem;
  }
  .back .line {
    width: 20px;
  }
  .handle {
    flex: none;
    display: flex;
    margin-left: auto;
  }
  .handle button {
    display: grid;
    place-items: center;
    width: var(--yokoten-target, 44px);
    height: var(--yokoten-target, 44px);
    padding: 0;
    border: 0;
    border-radius: var(--yokoten-radius-m, 8px);
    background: none;
  }
  .handle [aria-disabled='true'] {
    opacity: 0.35;
    cursor: default;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scroll-padding: 0.5rem;
    padding: 0 1rem 1.5rem;
  }
  .hazards {
    padding-top: 0.25rem;
  }
  .hazards legend,
  .layers summary {
    font-weight: 700;
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .chips {
    display: flex;
    gap: 0.5rem;
    margin: 0 -1rem;
    padding: 0.375rem 2rem 0.5rem 1rem;
    overflow-x: auto;
    scrollbar-width: none;
    mask-image: linear-gradient(to left, transparent, #000 2rem);
  }
  .chip {
    position: relative;
    flex: none;
    max-width: 100%;
  }
  .chip input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .chip span {
    display: grid;
    place-items: center;
    min-width: 3.25rem;
    min-height: var(--yokoten-target, 44px);
    padding: 0 1rem;
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: 1.375rem;
    line-height: 1.4;
  }
  .chip input:checked + span {
    border-color: var(--yokoten-action, #0017c1);
    background: var(--yokoten-action, #0017c1);
    color: var(--yokoten-on-action, #fff);
    font-weight: 700;
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1rem;
  }
  .views > details {
    flex: 1 1 auto;
    min-width: 0;
  }
  .views > :is([open], .chosen) {
    flex-basis: 100%;
  }
  .views > :not([open], .chosen) .amount {
    display: none;
  }
  .layers summary {
    display: flex;
    align-items: center;
    min-height: var(--yokoten-target, 44px);
    border-radius: 4px;
    list-style: none;
  }
  .layers summary::before {
    flex: none;
    width: 0.5rem;
    height: 0.5rem;
    margin: 0 0.75rem 0 0.25rem;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    content: '';
    rotate: -45deg;
  }
  .layers[open] summary::before {
    translate: 0 -2px;
    rotate: 45deg;
  }
  .layers[open] {
    padding-bottom: 0.75rem;
    border-bottom: 1px solid var(--yokoten-border, #ccc);
  }
  .layers label {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: var(--yokoten-target, 44px);
    line-height: 1.4;
  }
  .layers input {
    flex: none;
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--yokoten-action, #0017c1);
  }
  .amount {
    flex: none;
    margin-left: auto;
    padding-left: 0.5rem;
    font-variant-numeric: tabular-nums;
  }
  @container (min-width: 720px) {
    .page .sheet {
      border-top: 0;
      border-right: 1px solid var(--yokoten-border, #ccc);
    }
    .bar {
      min-height: 4.25rem;
      padding: 0.75rem 1.25rem;
    }
    .handle,
    .bar.empty {
      display: none;
    }
    .scroll {
      padding: 0 1.25rem 2rem;
    }
    .views > details {
      flex-basis: 100%;
    }
    .views > :not([open], .chosen) .amount {
      display: inline;
    }
    .chips {
      flex-wrap: wrap;
      margin: 0;
      padding: 0.375rem 0 0.5rem;
      overflow: visible;
      mask-image: none;
    }
  }
  @media (forced-colors: active) {
    .chip input:checked + span {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
