import { speakersIn } from '../gather-turns.ts';
import { wordsIn } from '../split-text.ts';
import { readLabels } from '../text/read-labels.ts';
import type { Run, SpokenCue } from './cue.ts';

/**
 * Finds labels (`Name: text`) in cues whose speakers are not named otherwise. A label may open a cue or a
 * line of it, and the cues after it belong to the same speaker until the next label; without any, cues stay
 * as they are.
 */
export function labelCues(cues: SpokenCue[]): SpokenCue[] {
  if (!cues.some(({ runs }) => runs.some(hasColon))) return cues;
  const lines = cues.flatMap(({ runs }) =>
    runs.map((run, at) => ({ text: textToLabel(run), opens: at === 0 })),
  );
  const labelled = readLabels(lines);
  let at = 0;
  return cues.map((cue) => {
    const runs = cue.runs.map((run): Run => {
      const { label, text } = labelled[at]!;
      at += 1;
      if (label === null) return run.speakers === null ? run : { ...run, speakers: null };
      return { speakers: speakersIn(label), words: withoutLabel(run, wordsIn(text)) };
    });
    return { ...cue, runs };
  });
}

/** The text of a line; of one that can have no label its end will do, which says whether a sentence ends. */
function textToLabel(run: Run): string {
  if (!hasColon(run)) return run.words.at(-1)?.text ?? '';
  return run.words.map(({ text }) => text).join(' ');
}

/** The last words of the run, with the text that the label leaves of them (`R:This` leaves `This`). */
function withoutLabel({ words }: Run, texts: string[]): Run['words'] {
  const kept = texts.length === 0 ? [] : words.slice(-texts.length);
  return kept.map((word, at) => (word.text === texts[at] ? word : { ...word, text: texts[at]! }));
}

function hasColon({ words }: Run): boolean {
  return words.some(({ text }) => text.includes(':') || text.includes('：'));
}
