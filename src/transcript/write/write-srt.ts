import { captionTime } from '../../episode/timecode.ts';
import type { Transcript, Turn } from '../../episode/transcript.ts';
import { phrasesOf } from './cues-of.ts';
import { speakerNames } from './speaker-names.ts';
import { wrapWords } from './wrap-words.ts';

const width = 32;

/** Seconds that a cue is shown at most, where the times of words allow it. */
const longest = 7;

/**
 * SubRip as the podcast namespace wants it: at most two lines of 32 characters a cue where the times of
 * words allow it, a new cue for a new speaker, and `Name:` where the speaker changes.
 *
 * @throws AlongsideError `transcript_form_unknown` where no word has a time
 */
export function writeSrt(transcript: Transcript): string {
  const nameOf = speakerNames(transcript);
  const labelled = turnsToLabel(transcript, nameOf);
  const label = (turn: Turn) => (labelled.has(turn) ? `${nameOf(turn)}: ` : '');
  let before: Turn | null = null;
  const cues = phrasesOf(transcript, { width, lines: 2, seconds: longest, label }).map(
    (phrase, at) => {
      const { turn, start, end } = phrase;
      const words = phrase.words.map(({ text }) => text.replaceAll('-->', '->'));
      if (turn !== before && labelled.has(turn)) words.unshift(`${nameOf(turn)}:`);
      before = turn;
      const shown = phrase.words.length === 1 ? Math.min(end, start + longest) : end;
      const times = `${captionTime(start, ',')} --> ${captionTime(Math.max(shown, start + 0.001), ',')}`;
      return `${at + 1}\n${times}\n${wrapWords(words, width).join('\n')}\n`;
    },
  );
  return cues.join('\n');
}

/** Turns whose speaker has a name and is not the one named last. */
function turnsToLabel(transcript: Transcript, nameOf: (turn: Turn) => string): Set<Turn> {
  const labelled = new Set<Turn>();
  let named = '';
  for (const turn of transcript.turns) {
    const name = nameOf(turn);
    if (name !== '' && name !== named) labelled.add(turn);
    named = name;
  }
  return labelled;
}
