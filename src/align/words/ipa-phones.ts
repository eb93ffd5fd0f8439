/**
 * The nearest English phones, as CMU names them, of the sounds eSpeak NG writes. Its alphabet is IPA with
 * some ways of its own: `s.` is [ʂ], `tɕh` [tɕʰ], `e-` the schwa of French, `nɡ` [ŋ].
 *
 * Nearest is meant for the ear of an acoustic model of English: what a sound looks like in a spectrum counts,
 * not how it is spelt. So [x] is HH, a breath, and [y], which English lacks, IY.
 */
export const ipaPhones: Record<string, string> = {
  // Vowels, from the front of the mouth to the back.
  ...{ i: 'IY', y: 'IY', ɪ: 'IH', ʏ: 'IH', ᵻ: 'IH', ɨ: 'IH', ɘ: 'IH' },
  ...{ e: 'EH', ɛ: 'EH', ε: 'EH', 'e-': 'AH', æ: 'AE', œ: 'ER', ø: 'ER' },
  ...{ ə: 'AH', ɜ: 'AH', ɜː: 'ER', ɝ: 'ER', ɚ: 'ER', ɞ: 'ER', ər: 'ER', ɐ: 'AH', ʌ: 'AH' },
  ...{ a: 'AA', ä: 'AA', ɑ: 'AA', ɒ: 'AA', A: 'AA', ɶ: 'AA' },
  ...{ ɔ: 'AO', o: 'AO', ɤ: 'AH', ʊ: 'UH', ɵ: 'UH', u: 'UW', ʉ: 'UW', ɯ: 'UW' },
  // Diphthongs English has, or nearly.
  ...{ aɪ: 'AY', ai: 'AY', ɑɪ: 'AY', aːɪ: 'AY', æːɪ: 'AY', aɨ: 'AY', ɑɨ: 'AY', ɜɪ: 'AY', œy: 'AY' },
  ...{ eɪ: 'EY', ei: 'EY', ɛɪ: 'EY', əɪ: 'EY' },
  ...{ ɐ̃ʊ: 'AW', aʊ: 'AW', au: 'AW', ɑu: 'AW', ɑʊ: 'AW', ʌʊ: 'AW', æːʊ: 'AW' },
  ...{ oʊ: 'OW', ou: 'OW', əʊ: 'OW' },
  ...{ ɔɪ: 'OY', oɪ: 'OY', oi: 'OY', ɔø: 'OY', ɔɨ: 'OY', øy: 'OY' },
  // Stops; the soft ones of Czech and Hungarian have a glide after them.
  ...{ p: 'P', b: 'B', ɓ: 'B', t: 'T', d: 'D', ʈ: 'T', ɖ: 'D', ɗ: 'D', c: 'T Y', ɟ: 'D Y' },
  ...{ k: 'K', ɡ: 'G', g: 'G', q: 'K', ɢ: 'G' },
  ...{ ph: 'P', th: 'T', kh: 'K' },
  // Affricates English has, or nearly, and those it makes of two sounds.
  ...{ tʃ: 'CH', tɕ: 'CH', tɕh: 'CH', tʂ: 'CH', 'ts.': 'CH' },
  ...{ dʒ: 'JH', dʑ: 'JH', dʐ: 'JH' },
  ...{ ts: 'T S', ʦ: 'T S', tsh: 'T S', dz: 'D Z', ʣ: 'D Z' },
  // Fricatives.
  ...{ f: 'F', ɸ: 'F', v: 'V', β: 'V', ʋ: 'V', θ: 'TH', ð: 'DH', s: 'S', z: 'Z' },
  ...{ ʃ: 'SH', ɕ: 'SH', ʂ: 'SH', 's.': 'SH', ɧ: 'SH', sx: 'SH', ʒ: 'ZH', ʑ: 'ZH', ʐ: 'ZH' },
  ...{ ç: 'HH', x: 'HH', χ: 'HH', X: 'HH', ħ: 'HH', h: 'HH', ɦ: 'HH', ɬ: 'HH L' },
  ...{ ɣ: 'G', ʝ: 'Y', ʕ: 'AA' },
  // Czech ř: [r] and [ʒ] at once, of which the hiss is what is heard; without voice beside p, t, k.
  ...{ r̝: 'ZH', r̝̊: 'SH' },
  // Nasals.
  ...{ m: 'M', ɱ: 'M', n: 'N', ɳ: 'N', ɲ: 'N Y', ŋ: 'NG', ɴ: 'NG', nɡ: 'NG' },
  // Liquids and glides.
  ...{ r: 'R', ɹ: 'R', ɻ: 'R', ɾ: 'R', ɽ: 'R', ʁ: 'R', ʀ: 'R' },
  ...{ l: 'L', ɫ: 'L', ɭ: 'L', ʎ: 'L Y', j: 'Y', w: 'W', ɥ: 'W', ʍ: 'W' },
  // Consonants that are a syllable of their own.
  ...{ m̩: 'AH M', n̩: 'AH N', l̩: 'AH L', r̩: 'ER' },
};
