import { css, type CSSResult } from 'lit';

/** Phone first: the map on top, the list in a sheet below it. From 900 px on: list left, map right. */
export const styles: CSSResult = css`
  :host {
    display: block;
    height: 100dvh;
    min-height: 20rem;
    color: var(--yokoten-text, #1a1a1a);
    background: var(--yokoten-surface, #fff);
    font: var(--yokoten-font-size-m, 16px)/var(--yokoten-line-height, 1.7)
      var(--yokoten-font, system-ui, sans-serif);
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul {
    list-style: none;
  }
  button,
  input {
    font: inherit;
    color: inherit;
  }
  a {
    color: var(--yokoten-action, #0017c1);
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 3px solid var(--yokoten-focus, #000);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--yokoten-focus-halo, #ffd43d);
    border-radius: 4px;
  }
  small {
    font-size: var(--yokoten-font-size-s, 14px);
    color: var(--yokoten-text-muted, #4d4d4d);
  }
  .page {
    position: relative;
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  header {
    padding: 0.5rem 1rem;
    border-bottom: 1px solid var(--yokoten-border, #ccc);
  }
  .title {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    justify-content: space-between;
  }
  h1 {
    font-size: 1.125rem;
    line-height: 1.4;
  }
  .languages {
    display: flex;
    flex: none;
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: var(--yokoten-radius-m, 8px);
    overflow: hidden;
  }
  .languages button {
    min-height: 44px;
    min-width: 44px;
    padding: 0 0.625rem;
    border: 0;
    background: none;
    cursor: pointer;
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .languages [aria-pressed='true'] {
    background: var(--yokoten-action, #0017c1);
    color: var(--yokoten-on-action, #fff);
    font-weight: 700;
  }
  .sample {
    margin-top: 0.25rem;
    font-size: var(--yokoten-font-size-s, 14px);
    line-height: 1.5;
  }
  .sample strong {
    display: inline-block;
    padding: 0 0.5em;
    margin-right: 0.25em;
    border: 1px solid currentColor;
    border-radius: 4px;
    color: var(--yokoten-warning, #7a4f00);
    background: var(--yokoten-warning-soft, #fff8e0);
  }
  .skip {
    position: absolute;
    z-index: 3000;
    left: 1rem;
    top: 0.5rem;
    padding: 0.5rem 1rem;
    background: var(--yokoten-surface, #fff);
    transform: translateY(-200%);
  }
  .skip:focus {
    transform: none;
  }
  .map {
    position: relative;
    flex: 1;
    min-height: 0;
    isolation: isolate;
  }
  .canvas {
    position: absolute;
    inset: 0;
  }
  .banner {
    position: absolute;
    z-index: 1100;
    left: 0.75rem;
    right: 4.5rem;
    top: 0.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--yokoten-warning, #7a4f00);
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-warning-soft, #fff8e0);
    color: var(--yokoten-text, #1a1a1a);
    font-size: var(--yokoten-font-size-s, 14px);
    line-height: 1.5;
  }
  .map-credits {
    position: absolute;
    z-index: 1000;
    right: 0;
    bottom: 0;
    max-width: 70%;
    padding: 0 0.375rem;
    background: #ffffffe6;
    color: #1a1a1a;
    font-size: var(--yokoten-font-size-s, 14px);
    line-height: 1.4;
    text-align: right;
  }
  .map-credits a {
    color: #0017c1;
  }
  .sheet {
    display: flex;
    flex-direction: column;
    min-height: 0;
    flex: none;
    height: 52%;
    background: var(--yokoten-surface, #fff);
    border-top: 1px solid var(--yokoten-border, #ccc);
    box-shadow: var(--yokoten-shadow-2, 0 0 16px #0003);
    z-index: 1;
  }
  [data-sheet='low'] .sheet {
    height: 8.5rem;
  }
  [data-sheet='full'] .sheet {
    flex: 1;
  }
  [data-sheet='full'] .map {
    display: none;
  }
  .handle {
    display: flex;
    justify-content: center;
    gap: 0.5rem;
    flex: none;
  }
  .handle button {
    display: grid;
    place-items: center;
    width: 4rem;
    height: 44px;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .handle button:disabled {
    opacity: 0.35;
    cursor: default;
  }
  .handle svg,
  .back::before {
    width: 24px;
    height: 24px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0 1rem 1.5rem;
    scrollbar-gutter: stable;
  }
  .search label,
  .hazards legend,
  .layers summary {
    font-weight: 700;
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .search input {
    width: 100%;
    min-height: 48px;
    padding: 0 0.75rem;
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface, #fff);
  }
  .search input::placeholder {
    color: var(--yokoten-text-muted, #595959);
    opacity: 1;
  }
  .hazards {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-top: 0.75rem;
  }
  .chip {
    position: relative;
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
    min-height: 44px;
    min-width: 44px;
    padding: 0 0.875rem;
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: 22px;
  }
  .chip input:checked + span {
    background: var(--yokoten-action, #0017c1);
    color: var(--yokoten-on-action, #fff);
    border-color: var(--yokoten-action, #0017c1);
    font-weight: 700;
  }
  .chip input:focus-visible + span {
    outline: 3px solid var(--yokoten-focus, #000);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--yokoten-focus-halo, #ffd43d);
  }
  .layers {
    margin-top: 0.5rem;
    border-bottom: 1px solid var(--yokoten-border, #ccc);
  }
  .layers summary {
    display: flex;
    align-items: center;
    min-height: 44px;
    cursor: pointer;
  }
  .layers summary::before {
    content: '▸';
    width: 1.25em;
  }
  .layers[open] summary::before {
    content: '▾';
  }
  .layers label {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 44px;
    cursor: pointer;
  }
  .layers input {
    flex: none;
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--yokoten-action, #0017c1);
  }
  .layers label > .count {
    margin-left: auto;
  }
  .count {
    color: var(--yokoten-text-muted, #4d4d4d);
    font-size: var(--yokoten-font-size-s, 14px);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .note {
    margin: 0 0 0.5rem;
    color: var(--yokoten-text-muted, #4d4d4d);
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .layers .note {
    padding-left: 2rem;
  }
  .list-title {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 1rem;
    margin-top: 0.75rem;
    font-size: 1rem;
    line-height: 1.5;
  }
  .places {
    margin: 0 -1rem;
  }
  .places li {
    border-top: 1px solid var(--yokoten-border, #ddd);
    content-visibility: auto;
    contain-intrinsic-size: auto 5rem;
  }
  .place {
    display: flex;
    gap: 0.75rem;
    align-items: flex-start;
    width: 100%;
    min-height: 56px;
    padding: 0.625rem 1rem;
    border: 0;
    background: none;
    text-align: left;
    cursor: pointer;
  }
  .place:hover {
    background: var(--yokoten-action-soft, #e8f1fe);
  }
  .place:focus-visible {
    outline-offset: -3px;
  }
  .place-text {
    flex: 1;
    display: grid;
    line-height: 1.5;
  }
  .place-name {
    font-weight: 700;
  }
  .place-layer,
  .place-address {
    font-size: var(--yokoten-font-size-s, 14px);
    color: var(--yokoten-text-muted, #4d4d4d);
  }
  .mark-icon {
    flex: none;
    width: 32px;
    height: 32px;
    forced-color-adjust: none;
  }
  .mark-icon .edge {
    fill: none;
    stroke: #fff;
    stroke-width: 3;
  }
  .fit {
    flex: none;
    display: inline-block;
    padding: 0 0.5rem;
    border: 1px solid currentColor;
    border-radius: 4px;
    font-size: var(--yokoten-font-size-s, 14px);
    white-space: nowrap;
  }
  .fit[data-fit='o'] {
    color: var(--yokoten-success, #115a36);
    background: var(--yokoten-success-soft, #e6f5ec);
    font-weight: 700;
  }
  .fit[data-fit='x'] {
    color: var(--yokoten-error, #a80000);
    background: var(--yokoten-error-soft, #fdeeee);
    font-weight: 700;
  }
  .fit[data-fit='-'],
  .fit[data-fit='?'] {
    color: var(--yokoten-text-muted, #4d4d4d);
  }
  .fit[data-fit='?'] {
    border-style: dashed;
  }
  .wide,
  .plain {
    min-height: 48px;
    cursor: pointer;
    border-radius: var(--yokoten-radius-m, 8px);
  }
  .wide {
    display: block;
    width: 100%;
    margin: 1rem 0 0;
    padding: 0 1rem;
    border: 1px solid var(--yokoten-action, #0017c1);
    background: var(--yokoten-surface, #fff);
    color: var(--yokoten-action, #0017c1);
    font-weight: 700;
  }
  .wide:hover {
    background: var(--yokoten-action-soft, #e8f1fe);
  }
  .wide.quiet {
    border-color: transparent;
    text-decoration: underline;
    font-weight: 400;
  }
  .plain {
    padding: 0 0.25rem;
    border: 0;
    background: none;
    color: var(--yokoten-action, #0017c1);
    text-decoration: underline;
  }
  .back::before {
    content: '← ';
  }
  .detail h2 {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    font-size: 1.25rem;
    line-height: 1.4;
  }
  .detail h3 {
    margin-top: 1.25rem;
    font-size: 1rem;
  }
  .detail dl {
    display: grid;
    gap: 0.5rem;
    margin-top: 0.5rem;
  }
  .detail dt {
    font-size: var(--yokoten-font-size-s, 14px);
    color: var(--yokoten-text-muted, #4d4d4d);
    line-height: 1.4;
  }
  .detail dd a {
    display: inline-block;
    min-height: 44px;
    padding: 0.5rem 0;
  }
  .fits {
    display: grid;
    gap: 0.25rem;
    margin: 0.5rem 0;
  }
  .fits li {
    display: flex;
    justify-content: space-between;
    gap: 0.5rem;
    padding: 0.25rem 0.5rem;
  }
  .fits .chosen {
    background: var(--yokoten-surface-sunken, #f2f2f2);
    font-weight: 700;
    border-radius: 4px;
  }
  .findings li {
    padding: 0.5rem 0;
    border-top: 1px solid var(--yokoten-border, #ddd);
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .notice {
    max-width: 34rem;
    margin: 1rem auto;
    padding: 1rem;
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface-sunken, #f2f2f2);
  }
  .notice h2 {
    font-size: 1.125rem;
  }
  .notice code {
    display: inline-block;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: 4px;
    background: var(--yokoten-surface, #fff);
    font-size: 1rem;
  }
  @media (min-width: 900px) {
    .page {
      display: grid;
      grid-template: auto 1fr/400px 1fr;
    }
    header {
      grid-column: 1/-1;
      padding: 0.625rem 1.25rem;
    }
    h1 {
      font-size: 1.375rem;
    }
    .title {
      justify-content: flex-start;
      gap: 1.5rem;
    }
    .languages {
      margin-left: auto;
    }
    .map,
    [data-sheet='full'] .map {
      display: block;
      grid-area: 2/2;
    }
    .sheet,
    .page[data-sheet] .sheet {
      grid-area: 2/1;
      height: auto;
      box-shadow: none;
      border-top: 0;
      border-right: 1px solid var(--yokoten-border, #ccc);
    }
    .handle {
      display: none;
    }
    .scroll {
      padding-top: 0.75rem;
    }
  }
  @media (forced-colors: active) {
    .chip input:checked + span,
    .languages [aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .place,
    .wide {
      transition: background 0.15s;
    }
  }
  @media print {
    :host {
      height: auto;
    }
    .page,
    .sheet,
    .scroll {
      display: block;
      height: auto !important;
      overflow: visible;
    }
    .map,
    .handle,
    .search,
    .hazards,
    .layers,
    .languages,
    .skip,
    .wide,
    .plain {
      display: none !important;
    }
    .places li {
      break-inside: avoid;
      content-visibility: visible;
    }
  }
`;
