import { BenefitsError } from '../error.ts';

/** A shared link is larger than any household's. */
export function tooLarge(most: number): BenefitsError {
  return new BenefitsError('benefits/share-too-large', {
    ja: `共有リンクの中身が大きすぎます。${most}バイトまでです。新しく作ってもらってください。`,
    en: `The shared link holds more than ${most} bytes, which no household needs. Ask for a new one.`,
  });
}

/** A shared link that is cut off, changed, or was never one. */
export function damaged(): BenefitsError {
  return new BenefitsError('benefits/share-damaged', {
    ja: '共有リンクを読めません。途中で切れたか、変わっています。もう一度コピーしてください。',
    en: 'The shared link cannot be read: it was cut off or changed. Copy it again.',
  });
}

/** A shared link of a later edition of this package. */
export function unknownVersion(version: string): BenefitsError {
  const shown = version.slice(0, 8);
  return new BenefitsError('benefits/share-version', {
    ja: `共有リンクの形式「${shown}」を読めません。ページを新しくしてから開いてください。`,
    en: `The shared link has the form "${shown}", which this page does not know. Reload the page and open it again.`,
  });
}

/** A shared link made with other rules. */
export function otherPack(wanted: string, here: string): BenefitsError {
  const shown = wanted.slice(0, 40);
  return new BenefitsError('benefits/share-other-pack', {
    ja: `この共有リンクは「${shown}」のものです。ここは「${here}」です。作られたページで開いてください。`,
    en: `The shared link belongs to "${shown}", this page to "${here}". Open it on the page on which it was made.`,
  });
}

/** A passphrase is needed, or it is not this one. */
export function passphrase(given: boolean): BenefitsError {
  return new BenefitsError(
    'benefits/share-passphrase',
    given
      ? {
          ja: '合言葉が違うか、共有リンクが変わっています。合言葉を確かめてください。',
          en: 'The passphrase is not the right one, or the link was changed. Check the passphrase.',
        }
      : {
          ja: 'この共有リンクには合言葉が必要です。作った人に聞いてください。',
          en: 'This shared link needs a passphrase. Ask whoever made it.',
        },
  );
}
