import { css, type CSSResult } from 'lit';

/** The button that asks for the middle of the map, and the cross that shows it. */
export const ask: CSSResult = css`
  .ask {
    position: absolute;
    z-index: 1;
    inset: auto auto 3.25rem 0.75rem;
    min-height: var(--yokoten-target, 44px);
    padding: 0 0.875rem;
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface, #fff);
    font-size: var(--yokoten-font-size-s, 14px);
    font-weight: 700;
  }
  .cross {
    position: absolute;
    z-index: 1;
    inset: 0;
    width: 44px;
    height: 44px;
    margin: auto;
    color: #1a1a1a;
    filter: drop-shadow(0 0 2px #fff) drop-shadow(0 0 2px #fff);
    pointer-events: none;
    visibility: hidden;
  }
  .map:has(.ask:hover, .ask:focus-visible, .canvas :focus-visible) .cross {
    visibility: visible;
  }
`;
