import { css, type CSSResult } from 'lit';

/** On paper: the title, the list or the place, and where it comes from. */
export const print: CSSResult = css`
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
    .page :is(.map, .map-credits, .bar, .hazards, .layers, .language, .skip, .wide, .plain),
    details.sample {
      display: none;
    }
    p.sample {
      display: block;
    }
    .scroll {
      padding: 0;
    }
    .places {
      margin: 0;
    }
    .places li {
      break-inside: avoid;
      content-visibility: visible;
    }
    .place {
      padding: 0.375rem 0;
    }
    .printed {
      break-inside: avoid;
      font-size: var(--yokoten-font-size-s, 14px);
    }
    .printed dl > div {
      display: flex;
      gap: 0.75rem;
    }
  }
`;
