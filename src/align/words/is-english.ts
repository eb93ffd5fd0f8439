/** Whether a BCP 47 tag is that of English, which the acoustic model and the dictionary know. */
export function isEnglish(language: string): boolean {
  return /^en\b/i.test(language);
}
