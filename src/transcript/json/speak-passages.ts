import { untimed, type Word } from '../../episode/transcript.ts';
import type { Run } from '../captions/cue.ts';
import type { TimedCue } from '../captions/join-cues.ts';
import { wordsIn } from '../split-text.ts';
import { alignWords } from './align-words.ts';
import { cutPassage } from './cut-passage.ts';
import { cutUnspaced } from './cut-unspaced.ts';
import type { Passage, Report, SaidWord, Spoken } from './dialect.ts';
import { repairWords } from './repair-words.ts';
import { writePassage } from './write-passage.ts';

/**
 * Makes cues of passages. Where words have times of their own, a cue is what is said without a silence or a
 * new paragraph in between, and a word without a time stays so. Where none has, the passage is the cue.
 * Where the words that an engine lists are not those of its text, the text is kept and the difference
 * reported.
 */
export function speakPassages({ passages, parallel }: Spoken, report: Report): TimedCue[] {
  const silence = parallel ? 0.5 : 2;
  const cues: TimedCue[] = [];
  for (const passage of passages) {
    if (passage.text === null && passage.words.length === 0) {
      report(`${passage.called} has no text; it is left out.`);
      continue;
    }
    const words = wordsOfPassage(passage, report);
    if (words.some(({ start }) => start !== null)) {
      for (const part of cutPassage(words, silence)) cues.push(timedCue(part, passage));
    } else {
      cues.push(wholeCue(words, passage));
    }
  }
  return parallel ? byStart(cues) : cues;
}

function wordsOfPassage(passage: Passage, report: Report): SaidWord[] {
  const { called, words: said } = passage;
  const text = writePassage(passage);
  if (said.length === 0) return wordsIn(text).map(untimed);
  const { words, agrees, unspaced } = alignWords(cutUnspaced(text, said), said);
  if (!agrees) {
    report(`${called} has a list of words that differs from its text; the text is kept.`);
  }
  if (unspaced) report(`${called} puts no spaces between words; the times inside are left out.`);
  repairWords(words, called, report);
  const [first] = words;
  if (first && passage.opensParagraph !== undefined) first.opensParagraph = passage.opensParagraph;
  let speakers = passage.speakers;
  for (const word of words) {
    speakers = word.speakers ?? speakers;
    if (speakers !== null) word.speakers = speakers;
  }
  return words;
}

function wholeCue(words: SaidWord[], passage: Passage): TimedCue {
  const { start, end, called, confidence = null } = passage;
  const [only] = words;
  if (only && words.length === 1) only.confidence ??= confidence;
  return { start, end, line: null, called, runs: runsOf(words, passage), ...paragraphOf(passage) };
}

function timedCue(words: SaidWord[], passage: Passage): TimedCue {
  const { called } = passage;
  let start: number | null = null;
  let end: number | null = null;
  for (const word of words) {
    start ??= word.start;
    end = word.end ?? word.start ?? end;
  }
  const own = words[0]!.opensParagraph;
  const paragraph = own === undefined ? {} : { opensParagraph: own };
  const runs = runsOf(words, passage);
  return { start, end, line: null, called, runs, wordsTimed: true, ...paragraph };
}

function paragraphOf({ opensParagraph }: Passage): Pick<TimedCue, 'opensParagraph'> {
  return opensParagraph === undefined ? {} : { opensParagraph };
}

function runsOf(words: SaidWord[], passage: Passage): Run[] {
  const runs: Run[] = [];
  let current: string[] | null | undefined;
  for (const said of words) {
    const speakers = said.speakers ?? passage.speakers;
    if (speakers !== current) runs.push({ speakers, words: [] });
    current = speakers;
    runs.at(-1)!.words.push(wordOf(said));
  }
  return runs;
}

function wordOf({ text, start, end, confidence, direction }: SaidWord): Word {
  const word: Word = { text, start, end, confidence };
  return direction ? { ...word, direction } : word;
}

function byStart(cues: TimedCue[]): TimedCue[] {
  return cues.sort((one, other) => (one.start ?? 0) - (other.start ?? 0));
}
