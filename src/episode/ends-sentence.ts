const stop = /[.!?…。！？।؟۔።]["'”’“‘»«)\]]*$/;
const abbreviation = /^(?:mr|mrs|ms|dr|st|vs|prof|jr|sr|e\.g|i\.e|\p{L})\.$/iu;

/** Whether a word ends a sentence, as far as writing shows it. */
export function endsSentence(word: string): boolean {
  return stop.test(word) && !abbreviation.test(word);
}
