import { css, type CSSResult } from 'lit';

/** All answers: below the question on a phone, beside it on a desk. */
export const answers: CSSResult = css`
  .answers {
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--yokoten-border, #ccc);
    border-radius: var(--yokoten-radius-l, 16px);
  }
  .answers h2 {
    font-size: 1rem;
  }
  .answer {
    padding-block: 0.5rem;
    border-bottom: 1px solid var(--yokoten-border, #ccc);
    line-height: 1.5;
  }
  .answer dt {
    font-size: var(--yokoten-font-size-s, 14px);
    color: var(--yokoten-text-muted, #4d4d4d);
  }
  .answer dd {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    justify-content: space-between;
  }
  .answer dd span {
    font-weight: 700;
  }
  .answer button {
    flex: none;
  }
  .over {
    text-align: center;
  }
  .answer[data-current] {
    background: var(--yokoten-action-soft, #e8f1fe);
  }
  @container (min-width: 60rem) {
    .answers {
      max-height: 80vh;
      overflow: auto;
    }
  }
`;
