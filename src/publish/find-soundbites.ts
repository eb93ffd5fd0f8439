import type { Soundbite } from '../episode/episode.ts';
import type { SoundbiteSaid } from '../episode/soundbite.ts';
import { exactClock } from '../episode/timecode.ts';
import { type Transcript, type Word, wordsOf } from '../episode/transcript.ts';

/**
 * Turns soundbites as a person names them into stretches of the sound. A quote is found by its letters and
 * digits alone, so that neither punctuation nor line ends have to be the transcript's.
 *
 * @param transcript with times; null where there is none
 * @param duration of the recording, seconds
 * @param warnings told of each that cannot be found
 */
export function findSoundbites(
  said: SoundbiteSaid[],
  transcript: Transcript | null,
  duration: number,
  warnings: string[],
): Soundbite[] {
  const spoken =
    transcript === null ? [] : [...wordsOf(transcript)].filter((word) => !word.direction);
  const letters = spoken.map(({ text }) => lettersOf(text));
  return said.flatMap((one): Soundbite[] => {
    if ('start' in one) {
      if (one.start < duration) {
        return [{ ...one, duration: Math.min(one.duration, duration - one.start) }];
      }
      warnings.push(
        `The soundbite at ${exactClock(one.start)} was left out: it begins after the end.`,
      );
      return [];
    }
    const at = findQuote(one.quote, letters);
    const stretch = at && stretchOf(spoken.slice(at.from, at.to));
    if (stretch) return [{ ...stretch, title: one.title }];
    const why = at === null ? 'nobody says that' : 'its words have no times';
    warnings.push(`The soundbite “${one.quote}” was left out: ${why}.`);
    return [];
  });
}

function findQuote(quote: string, letters: string[]): { from: number; to: number } | null {
  const wanted = quote.split(/\s+/).map(lettersOf).filter(Boolean).join('');
  if (wanted === '') return null;
  for (let from = 0; from < letters.length; from += 1) {
    let left = wanted;
    for (let to = from; to < letters.length && letters[from] !== ''; to += 1) {
      const word = letters[to] ?? '';
      if (!left.startsWith(word)) break;
      left = left.slice(word.length);
      if (left === '') return { from, to: to + 1 };
    }
  }
  return null;
}

/** To the hundredth: finer than anyone cuts, and the same on every machine. */
function stretchOf(words: Word[]): { start: number; duration: number } | null {
  const start = words.find((word) => word.start !== null)?.start ?? null;
  const end = words.findLast((word) => word.end !== null)?.end ?? null;
  if (start === null || end === null || end <= start) return null;
  const rounded = (seconds: number) => Math.round(seconds * 100) / 100;
  return { start: rounded(start), duration: rounded(end - start) };
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
