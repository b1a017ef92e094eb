import { css, type CSSResult } from 'lit';

/** On paper: the sheet for the counter and nothing of the screen. */
export const print: CSSResult = css`
  .printed {
    display: none;
  }
  @media print {
    :host {
      container-type: normal;
      font-size: 10.5pt;
      line-height: 1.5;
    }
    .page {
      display: block;
      max-width: none;
      padding: 0;
    }
    .page:has(.printed) > :not(.printed) {
      display: none;
    }
    .printed {
      display: grid;
      gap: 0.5rem;
    }
    .printed :is(h1, h2, h3) {
      font-size: 12pt;
      break-after: avoid;
    }
    .printed h1 {
      font-size: 15pt;
    }
    .printed section {
      display: grid;
      gap: 0.125rem;
    }
    .printed .sheet {
      gap: 0.375rem;
      padding-top: 0.5rem;
      border-top: 1pt solid;
    }
    .printed .sheet h2 {
      font-size: 13pt;
    }
    .printed .sheet h3 {
      font-size: 10.5pt;
    }
    .printed .note {
      font-size: 9pt;
    }
    .printed a {
      color: inherit;
    }
    .printed details > * {
      display: block;
    }
  }
`;
