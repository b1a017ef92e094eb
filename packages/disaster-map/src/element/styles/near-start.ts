import { css, type CSSResult } from 'lit';

/** The buttons that begin the search for where to go. */
export const nearStart: CSSResult = css`
  .near {
    display: grid;
    gap: 0.5rem;
    padding: 0.5rem 0;
    line-height: 1.6;
  }
  .near .wide {
    margin: 0;
  }
  .near .primary {
    border-color: var(--yokoten-action, #0017c1);
    background: var(--yokoten-action, #0017c1);
    color: var(--yokoten-on-action, #fff);
    font-weight: 700;
  }
  .near .plain {
    justify-self: start;
  }
  @media (forced-colors: active) {
    .near .primary {
      border-width: 2px;
    }
  }
`;
