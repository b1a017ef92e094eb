const SYLLABLES = Object.fromEntries(
  (
    'あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo ' +
    'たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo ' +
    'ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const SMALL = { ゃ: 'a', ゅ: 'u', ょ: 'o' };

/** After ん these need an apostrophe. */
const VOWELS = /^[あいうえおやゆよ]/;

/** `kya`, `sha`, `cha`, `ja`: the syllable's vowel gives way, and the y where sh, ch and j already hold it. */
function contracted(syllable, vowel) {
  const consonant = syllable.slice(0, -1);
  return /(?:sh|ch|j)$/.test(consonant) ? consonant + vowel : `${consonant}y${vowel}`;
}

/**
 * Hiragana in modified Hepburn without marks for long vowels, capitalised: `はちおうじ` → `Hachioji`.
 * A `|` says that a word begins there, so that `せと|うち` keeps its u.
 */
export function romanise(kana) {
  let latin = '';
  /** The vowel that a following う or お would only lengthen; a vowel is lengthened once. */
  let open = '';
  let doubled = false;
  for (let i = 0; i < kana.length; i++) {
    const sign = kana.charAt(i);
    if (sign === '|') open = '';
    else if (sign === 'っ') doubled = true;
    else if (sign === 'ん') latin += VOWELS.test(kana.charAt(i + 1)) ? "n'" : 'n';
    else if ((sign === 'う' && open !== '') || (sign === 'お' && open === 'o')) open = '';
    else {
      const plain = SYLLABLES[sign] ?? '';
      const small = SMALL[kana.charAt(i + 1)];
      const syllable = small === undefined ? plain : contracted(plain, small);
      if (small !== undefined) i++;
      if (doubled) latin += syllable.startsWith('ch') ? 't' : syllable.charAt(0);
      latin += syllable;
      doubled = false;
      const vowel = syllable.slice(-1);
      open = vowel === 'o' || vowel === 'u' ? vowel : '';
    }
  }
  return latin.charAt(0).toUpperCase() + latin.slice(1);
}
