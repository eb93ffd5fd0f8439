import { AlongsideError } from '../episode/error.ts';

/** Two hundred hours of speech, and more captions than those would have lines. */
const most = { words: 2_000_000, lines: 500_000 };

/**
 * Refuses a text that no recording could hold, before any reader spends memory on it.
 *
 * @throws AlongsideError `transcript_malformed`
 */
export function refuseEndless(text: string): void {
  let words = 0;
  let lines = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) lines += 1;
    const isSpace = code <= 32;
    if (!isSpace && !inWord) words += 1;
    inWord = !isSpace;
  }
  if (words <= most.words && lines <= most.lines) return;
  const [what, limit] = words > most.words ? ['words', most.words] : ['lines', most.lines];
  const message = `There are more than ${limit.toLocaleString('en')} ${what} here, which no recording holds.`;
  throw new AlongsideError('transcript_malformed', message, {
    remedy: 'Give the transcript of one recording.',
  });
}
