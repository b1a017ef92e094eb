import { css, type CSSResult } from 'lit';

/** The page's frame and what all its parts share. Phone first: the map on top, the list in a sheet below it. */
export const page: CSSResult = css`
  :host {
    display: block;
    height: 100vh;
    height: 100dvh;
    min-height: 20rem;
    container-type: inline-size;
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
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  dl,
  dd,
  fieldset,
  legend {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul {
    list-style: none;
  }
  button,
  input,
  select,
  code {
    font: inherit;
    color: inherit;
    text-rendering: inherit;
  }
  button,
  select,
  summary,
  label {
    cursor: pointer;
  }
  a {
    color: var(--yokoten-action, #0017c1);
    text-underline-offset: 0.2em;
  }
  :focus {
    outline: none;
  }
  :focus-visible,
  .chip input:focus-visible + span {
    outline: 3px solid var(--yokoten-focus, #000);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--yokoten-focus-halo, #ffd43d);
  }
  .line {
    flex: none;
    width: 24px;
    height: 24px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.25;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .page {
    position: relative;
    display: grid;
    grid-template: auto minmax(0, 1fr) var(--sheet, 54%) / minmax(0, 1fr);
    height: 100%;
  }
  [data-sheet='low'] {
    --sheet: 9.75rem;
  }
  [data-sheet='full'] {
    grid-template-rows: auto 0 minmax(0, 1fr);
  }
  .map,
  .map-credits {
    grid-area: 2/1;
  }
  .map {
    position: relative;
    isolation: isolate;
  }
  .canvas {
    position: absolute;
    inset: 0;
  }
  .sheet {
    grid-area: 3/1;
  }
  [data-sheet='full'] :is(.map, .map-credits) {
    display: none;
  }
  [data-map='failed'] {
    grid-template-rows: auto auto minmax(0, 1fr);
  }
  [data-map='failed'] .banner {
    position: static;
    margin: 0.75rem 1rem;
  }
  .banner {
    position: absolute;
    z-index: 1;
    inset: 0.75rem 4.5rem auto 0.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--yokoten-warning, #6e5600);
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-warning-soft, #fbf5e0);
    font-size: var(--yokoten-font-size-s, 14px);
    line-height: 1.5;
  }
  .map-credits {
    place-self: end;
    z-index: 1;
    display: -webkit-box;
    overflow: hidden;
    max-width: 68%;
    padding: 0 0.5rem;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    border-radius: 6px 0 0;
    background: #fffffff0;
    color: #1a1a1a;
    font-size: var(--yokoten-font-size-s, 14px);
    line-height: 1.5;
    text-align: right;
  }
  .map-credits span + span {
    margin-left: 0.5em;
  }
  .map-credits a {
    color: inherit;
  }
  .notice {
    max-width: 34rem;
    margin: 1rem auto;
    padding: 1rem 1.25rem;
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface-sunken, #f2f2f2);
  }
  .page > .notice {
    grid-row: 2;
    align-self: center;
    width: calc(100% - 2rem);
  }
  .late {
    animation: late 0.6s step-end;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
  }
  .notice :is(h1, h2) {
    margin-bottom: 0.5rem;
    font-size: 1.125rem;
    line-height: 1.5;
  }
  .notice code {
    display: inline-block;
    margin: 0.25rem 0 0.5rem;
    padding: 0.25rem 0.625rem;
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: var(--yokoten-radius-s, 6px);
    background: var(--yokoten-surface, #fff);
  }
  small,
  .note,
  .amount,
  .place-layer,
  .place-address {
    font-size: var(--yokoten-font-size-s, 14px);
    font-weight: 400;
    color: var(--yokoten-text-muted, #4d4d4d);
  }
  .wide,
  .plain {
    min-height: var(--yokoten-target, 44px);
    border-radius: var(--yokoten-radius-m, 8px);
  }
  .wide {
    display: block;
    width: 100%;
    margin: 1rem 0 0;
    padding: 0.375rem 1rem;
    border: 1px solid var(--yokoten-action, #0017c1);
    background: var(--yokoten-surface, #fff);
    color: var(--yokoten-action, #0017c1);
    font-weight: 700;
  }
  .wide:hover,
  .plain:hover {
    background: var(--yokoten-action-soft, #e8f1fe);
  }
  .plain,
  .quiet {
    border: 0;
    background: none;
    color: var(--yokoten-action, #0017c1);
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .plain {
    padding: 0 0.5rem;
    margin: 0 -0.5rem;
  }
  @container (min-width: 720px) {
    .page,
    .page[data-sheet] {
      grid-template: auto minmax(0, 1fr) / min(400px, 44%) minmax(0, 1fr);
    }
    .page :is(.map, .map-credits) {
      grid-area: 2/2;
    }
    .page .map {
      display: block;
    }
    .page .map-credits {
      display: -webkit-box;
    }
    .sheet {
      grid-area: 2/1;
    }
    .page > .notice {
      grid-column: 1/-1;
    }
  }
  @media (forced-colors: active) {
    .banner,
    .notice {
      border: 1px solid;
    }
    .map-credits {
      background: Canvas;
      color: CanvasText;
    }
  }
`;
