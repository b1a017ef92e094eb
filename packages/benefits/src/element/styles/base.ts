import { css, type CSSResult } from 'lit';

/** What all parts of the page share. */
export const base: CSSResult = css`
  :host {
    display: block;
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
  h4,
  p,
  ul,
  ol,
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
  h1,
  h2,
  h3,
  h4 {
    word-break: auto-phrase;
    line-height: var(--yokoten-line-height-tight, 1.4);
    text-wrap: pretty;
  }
  h2 {
    font-size: 1.375rem;
  }
  h3 {
    font-size: 1.125rem;
  }
  button,
  input,
  select,
  code {
    font: inherit;
    color: inherit;
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
  :focus-visible {
    outline: 3px solid var(--yokoten-focus, #000);
    outline-offset: 2px;
    border-radius: 2px;
    box-shadow: 0 0 0 2px var(--yokoten-focus-halo, #ffd43d);
  }
  h2:focus-visible {
    outline: none;
    box-shadow: none;
  }
  button,
  select,
  summary,
  input:not([type='radio'], [type='checkbox'], [type='range']) {
    min-height: var(--yokoten-target, 2.75rem);
    border: 1px solid var(--yokoten-border-strong, #767676);
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface, #fff);
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    padding: 0.5rem 1rem;
    text-align: start;
    line-height: 1.4;
  }
  button.main {
    border-color: var(--yokoten-action, #0017c1);
    background: var(--yokoten-action, #0017c1);
    color: var(--yokoten-on-action, #fff);
    font-weight: 700;
  }
  @media (forced-colors: active) {
    button.main {
      /* Otherwise a plate in the colour of the text is laid behind it. */
      forced-color-adjust: none;
      border-color: ButtonText;
      background: ButtonText;
      color: ButtonFace;
    }
  }
  button.wide {
    color: var(--yokoten-action, #0017c1);
    border-color: currentColor;
    font-weight: 700;
  }
  button.plain {
    padding-inline: 0.5rem;
    border-color: transparent;
    background: none;
    color: var(--yokoten-action, #0017c1);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  @media (hover: hover) {
    button:hover {
      text-decoration: underline;
      text-decoration-thickness: 2px;
    }
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
  .note,
  .hint {
    color: var(--yokoten-text-muted, #4d4d4d);
  }
  .note {
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .dots {
    padding-inline-start: 1.25rem;
    list-style: disc;
  }
  .late {
    animation: late 0.6s step-end;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
  }
`;
