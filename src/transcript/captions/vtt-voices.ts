import { speakersIn } from '../gather-turns.ts';
import type { FoundCue, SpokenCue } from './cue.ts';
import { labelCues } from './label-cues.ts';
import { type CueText, readCueText } from './vtt-text.ts';

/**
 * Gives cues their speakers by their voices, or, in a file without voices, by labels in the text.
 *
 * Some files name the voice in every cue, others only where it changes. A file is of the first kind if it
 * closes its voices with `</v>` or ever names the same one in two cues running: then a cue without a voice
 * is nobody's (music, say). Otherwise it goes on with the voice before it.
 */
export function speakVttCues(cues: FoundCue[]): SpokenCue[] {
  const texts = cues.map((cue) => readCueText(cue.text));
  const nobody = namesEveryVoice(texts) ? [] : null;
  const spoken = cues.map(({ start, end, line }, at): SpokenCue => {
    const runs = texts[at]!.runs.map(({ voice, words }) => ({
      speakers: voice ? speakersIn(voice) : nobody,
      words,
    }));
    return { start, end, line, called: 'The cue', runs };
  });
  return hasVoices(texts) ? spoken : labelCues(spoken);
}

function hasVoices(texts: CueText[]): boolean {
  return texts.some(({ runs }) => runs.some((run) => run.voice));
}

function namesEveryVoice(texts: CueText[]): boolean {
  return texts.some(({ runs, closesVoice }, at) => {
    const voice = runs[0]?.voice;
    return closesVoice || Boolean(voice && voice === texts[at - 1]?.runs.at(-1)?.voice);
  });
}
