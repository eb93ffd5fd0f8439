import { AlongsideError } from '../episode/error.ts';

/** Two hundred hours of speech, and more lines and tags than those would have. */
const mostOfText = { words: 2_000_000, lines: 250_000, tags: 1_000_000 };
const mostOfCaptions = { ...mostOfText, lines: 500_000 };

/**
 * Refuses a text that no recording could hold, before any reader spends memory on it.
 *
 * @param isCaptions whether it has a few lines for every few words
 * @throws AlongsideError `transcript_malformed`
 */
export function refuseEndless(text: string, isCaptions: boolean): void {
  const most = isCaptions ? mostOfCaptions : mostOfText;
  const found = { words: 0, lines: 0, tags: 0 };
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) found.lines += 1;
    if (code === 60) found.tags += 1;
    if (code > 32 && !inWord) found.words += 1;
    inWord = code > 32;
  }
  const what = (['words', 'lines', 'tags'] as const).find((kind) => found[kind] > most[kind]);
  if (what === undefined) return;
  const message = `There are more than ${most[what].toLocaleString('en')} ${what} here, which no recording holds.`;
  throw new AlongsideError('transcript_malformed', message, {
    remedy: 'Give the transcript of one recording.',
  });
}
