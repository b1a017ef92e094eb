import { css, type CSSResult } from 'lit';

/** One place, the page about the data, and the code to be read by a camera. */
export const detail: CSSResult = css`
  .detail h2 {
    font-size: 1.25rem;
    line-height: 1.4;
  }
  .detail-title {
    display: flex;
    gap: 0.75rem;
    align-items: flex-start;
    padding-bottom: 0.75rem;
  }
  .detail-title .mark-icon {
    width: 44px;
    height: 44px;
  }
  .detail h3 {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin: 1.5rem 0 0.25rem;
    font-size: 1rem;
    line-height: 1.5;
  }
  .detail h3.unseen {
    margin: 0;
  }
  .note {
    padding: 0.25rem 0 0.75rem;
    line-height: 1.7;
  }
  .detail dl > div {
    display: grid;
    grid-template-columns: 6.5em minmax(0, 1fr);
    gap: 0 0.75rem;
    padding: 0.5rem 0;
    border-top: 1px solid var(--yokoten-border, #ccc);
    line-height: 1.6;
  }
  .detail dl {
    border-bottom: 1px solid var(--yokoten-border, #ccc);
  }
  .detail dt {
    font-size: var(--yokoten-font-size-s, 14px);
    line-height: calc(1.6 * 16 / 14);
    color: var(--yokoten-text-muted, #4d4d4d);
  }
  .detail dd a {
    display: inline-block;
    padding: 0.5625rem 0;
    margin: -0.5625rem 0;
  }
  .photo {
    display: block;
    width: 100%;
    max-height: 16rem;
    object-fit: contain;
    margin-bottom: 0.75rem;
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface-sunken, #f2f2f2);
  }
  .photo[hidden] {
    display: none;
  }
  .detail .places {
    margin-bottom: 1rem;
  }
  .fits {
    padding-bottom: 0.75rem;
  }
  .fits li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    min-height: 2.25rem;
    padding: 0.25rem 0;
    line-height: 1.4;
  }
  .fits .chosen {
    min-height: 2.75rem;
    margin: 0 -0.75rem;
    padding: 0.25rem 0.75rem;
    border-radius: var(--yokoten-radius-m, 8px);
    background: var(--yokoten-surface-sunken, #f2f2f2);
    font-weight: 700;
  }
  .chosen .badge {
    font-size: 1rem;
  }
  .kinds li {
    display: flex;
    gap: 0.75rem;
    padding: 0.25rem 0 0.5rem;
    line-height: 1.6;
  }
  .kinds .note {
    padding: 0;
    line-height: 1.6;
  }
  .link {
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .link p:not(:empty) {
    padding: 0.25rem 0;
  }
  .findings li {
    padding: 0.5rem 0;
    border-top: 1px solid var(--yokoten-border, #ccc);
    font-size: var(--yokoten-font-size-s, 14px);
  }
  .way {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
  }
  .way a {
    display: inline-flex;
    align-items: center;
    min-height: var(--yokoten-target, 44px);
  }
  .qr {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 0.5rem 0;
    overflow-wrap: anywhere;
  }
  .qr svg {
    width: min(100%, 15rem);
    background: #fff;
    forced-color-adjust: none;
  }
`;
