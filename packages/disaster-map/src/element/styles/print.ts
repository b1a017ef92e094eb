import { css, type CSSResult } from 'lit';

/** On paper: the title, the list or the place, and where it comes from. */
export const print: CSSResult = css`
  .printed {
    display: none;
  }
  @media print {
    :host {
      height: auto;
      container-type: normal;
    }
    .page,
    .sheet,
    .scroll {
      display: block;
      height: auto;
      overflow: visible;
      border: 0;
    }
    .page :is(.map, .map-credits, .bar, .layers, .language, .skip, .wide, .plain),
    .hazards:has(.chip:first-child :checked),
    .chip:not(:has(:checked)),
    details.sample {
      display: none;
    }
    p.sample {
      display: block;
    }
    header,
    .scroll,
    .chips {
      padding: 0;
      margin: 0;
      mask-image: none;
    }
    .chip span {
      min-height: 0;
    }
    .places {
      columns: 2;
      column-gap: 1.5rem;
      margin: 0;
      border: 0;
    }
    .places li {
      break-inside: avoid;
      content-visibility: visible;
    }
    .place {
      gap: 0.5rem;
      padding: 0.25rem 0;
    }
    .place-text {
      line-height: 1.35;
    }
    .place-text,
    .badge,
    .place-layer,
    .place-address {
      font-size: 10pt;
    }
    .place-name {
      font-size: 11pt;
    }
    .place .mark-icon {
      width: 20px;
      height: 20px;
    }
    .printed {
      display: block;
      padding-top: 1rem;
      font-size: 10pt;
    }
    .printed section {
      break-inside: avoid;
    }
  }
`;
