import { css, type CSSResult } from 'lit';

/** The buttons that begin the search for where to go. */
export const nearStart: CSSResult = css`
  .near {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 0.5rem 0;
    line-height: 1.6;
  }
  .near .wide {
    margin: 0;
  }
  .near .primary {
    flex: 1 1 11rem;
    width: auto;
    border-color: var(--yokoten-action, #0017c1);
    background: var(--yokoten-action, #0017c1);
    color: var(--yokoten-on-action, #fff);
    font-weight: 700;
  }
  @media (forced-colors: active) {
    .near .primary {
      border-width: 2px;
      /* Else a plate in the page's colour is laid behind the text, which has that colour too. */
      forced-color-adjust: none;
    }
  }
`;
