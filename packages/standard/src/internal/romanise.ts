const SYLLABLES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo ' +
    'たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo ' +
    'ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const SMALL: Readonly<Record<string, string>> = { ゃ: 'a', ゅ: 'u', ょ: 'o' };

/** `kya`, `sha`, `cha`, `ja`: the syllable's vowel gives way, and the y where sh, ch and j already hold it. */
function contracted(syllable: string, vowel: string): string {
  const consonant = syllable.slice(0, -1);
  return /(?:sh|ch|j)$/.test(consonant) ? consonant + vowel : `${consonant}y${vowel}`;
}

/**
 * Hiragana in modified Hepburn without marks for long vowels, capitalised: `はちおうじ` → `Hachioji`.
 * A `|` says that a word begins there, so that `せと|うち` keeps its u.
 */
export function romanise(kana: string): string {
  let latin = '';
  let mayLengthen = false;
  let doubled = false;
  for (let i = 0; i < kana.length; i++) {
    const sign = kana.charAt(i);
    const small = SMALL[kana.charAt(i + 1)];
    const lengthens =
      (sign === 'う' && /[ou]$/.test(latin)) || (sign === 'お' && latin.endsWith('o'));
    if (sign === '|') mayLengthen = false;
    else if (sign === 'っ') doubled = true;
    else if (sign === 'ん') {
      latin += /[あいうえおやゆよ]/.test(kana.charAt(i + 1)) ? "n'" : 'n';
    } else if (mayLengthen && lengthens) mayLengthen = false;
    else {
      const plain = SYLLABLES[sign] ?? '';
      const syllable = small === undefined ? plain : contracted(plain, small);
      if (small !== undefined) i++;
      if (doubled) latin += syllable.startsWith('ch') ? 't' : syllable.charAt(0);
      latin += syllable;
      doubled = false;
      mayLengthen = true;
    }
  }
  return latin.charAt(0).toUpperCase() + latin.slice(1);
}
