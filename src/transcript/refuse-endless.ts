import { AlongsideError } from '../episode/error.ts';

/** Two hundred hours of speech, and more captions and tags than those would have. */
const most = { words: 2_000_000, lines: 500_000, tags: 1_000_000 };

/**
 * Refuses a text that no recording could hold, before any reader spends memory on it.
 *
 * @throws AlongsideError `transcript_malformed`
 */
export function refuseEndless(text: string): void {
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
