import type { Problem } from '../../episode/transcript.ts';
import { speakersIn } from '../gather-turns.ts';
import { wordsIn } from '../split-text.ts';
import { nameLines } from '../text/name-lines.ts';
import { readLabels } from '../text/read-labels.ts';
import type { Run, SpokenCue } from './cue.ts';
import { readTurnMarks } from './turn-marks.ts';

/**
 * Finds labels in cues whose speakers are not named otherwise: `Name: text` or, in a file without any of
 * those, `[Name] text` where names come again. A label may open a cue or a line of it, and the cues after it
 * belong to the same speaker until the next label, or until a mark says that somebody else speaks
 * (`readTurnMarks`). Without either, cues stay as they are.
 */
export function labelCues(given: SpokenCue[]): { cues: SpokenCue[]; problems: Problem[] } {
  const { cues, problems } = readTurnMarks(given);
  const heads = headsByColon(cues) ?? headsInBrackets(cues);
  if (heads === null && problems.length === 0) return { cues, problems };
  let at = 0;
  const labelled = cues.map((cue) => {
    const runs = cue.runs.map((run): Run => {
      const { label, text } = heads?.[at] ?? noHead;
      at += 1;
      if (label !== null) {
        return { ...run, speakers: speakersIn(label), words: withoutLabel(run, wordsIn(text)) };
      }
      return { ...run, speakers: run.opensTurn ? [] : null };
    });
    return { ...cue, runs };
  });
  return { cues: labelled, problems };
}

interface Head {
  label: string | null;
  /** What is left of the line behind the label. */
  text: string;
}

const noHead: Head = { label: null, text: '' };

/** The head of each line, or null where no line has a label. */
function headsByColon(cues: SpokenCue[]): Head[] | null {
  if (!cues.some(({ runs }) => runs.some(hasColon))) return null;
  const lines = cues.flatMap(({ runs }) =>
    runs.map((run, at) => ({ text: textToLabel(run), opens: at === 0 || Boolean(run.opensTurn) })),
  );
  const heads = readLabels(lines);
  return heads.some(({ label }) => label !== null) ? heads : null;
}

/** Lines that begin with no bracket are given empty: a word alone on a caption is no name. */
function headsInBrackets(cues: SpokenCue[]): Head[] | null {
  if (!cues.some(({ runs }) => runs.some(isBracketed))) return null;
  const lines = cues.flatMap(({ runs, line }) =>
    runs.map((run, at) => ({
      ...{ number: line ?? 1, text: isBracketed(run) ? textOf(run) : '' },
      ...{ opens: at === 0 || Boolean(run.opensTurn), label: null, time: null, end: null },
    })),
  );
  const heads = nameLines(lines);
  return heads.some(({ label }) => label !== null) ? heads : null;
}

/** The text of a line; of one that can have no label its end will do, which says whether a sentence ends. */
function textToLabel(run: Run): string {
  return hasColon(run) ? textOf(run) : (run.words.at(-1)?.text ?? '');
}

function textOf({ words }: Run): string {
  return words.map(({ text }) => text).join(' ');
}

/** The last words of the run, with the text that the label leaves of them (`R:This` leaves `This`). */
function withoutLabel({ words }: Run, texts: string[]): Run['words'] {
  const kept = texts.length === 0 ? [] : words.slice(-texts.length);
  return kept.map((word, at) => (word.text === texts[at] ? word : { ...word, text: texts[at]! }));
}

function hasColon({ words }: Run): boolean {
  return words.some(({ text }) => text.includes(':') || text.includes('：'));
}

function isBracketed({ words }: Run): boolean {
  return words[0]?.text.startsWith('[') ?? false;
}
