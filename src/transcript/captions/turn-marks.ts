import type { Problem, Word } from '../../episode/transcript.ts';
import type { Run, SpokenCue } from './cue.ts';

/**
 * Reads the marks of American broadcasting, which YouTube's automatic captions have too: `>>` where somebody
 * else speaks, `>>>` where the subject changes. They are no words. Who speaks behind one is not known, unless
 * a label follows. Within a line they count only in a file where lines begin with them.
 */
export function readTurnMarks(cues: SpokenCue[]): { cues: SpokenCue[]; problems: Problem[] } {
  const first = cues.find(({ runs }) => runs.some(({ words }) => isHead(words[0])));
  if (first === undefined) return { cues, problems: [] };
  let waiting = false;
  const read = cues.map((cue) => {
    const runs: Run[] = [];
    for (const run of cue.runs) {
      for (const { words, isMarked } of cutAtMarks(run.words)) {
        waiting ||= isMarked;
        if (words.length === 0) continue;
        runs.push(waiting ? { ...run, words, opensTurn: true } : { ...run, words });
        waiting = false;
      }
    }
    return { ...cue, runs };
  });
  return { cues: read, problems: [{ line: first.line, message }] };
}

const message = 'The captions mark a new speaker with >>; the marks are read as that and left out.';

interface Part {
  words: Word[];
  /** Whether a mark stood before it. */
  isMarked: boolean;
}

/** The parts of a line between its marks, the one before the first included. */
function cutAtMarks(words: Word[]): Part[] {
  let part: Part = { words: [], isMarked: false };
  const parts = [part];
  for (const [at, word] of words.entries()) {
    if (!isMark(word) && !(at === 0 && isHead(word))) {
      part.words.push(word);
      continue;
    }
    part = { words: [], isMarked: true };
    parts.push(part);
    const text = word.text.replace(/^>{2,3}/, '');
    if (text !== '') part.words.push({ ...word, text });
  }
  return parts;
}

/** At the head of a line a mark may stand right before the word (`>>JANE:`). */
function isHead(word: Word | undefined): boolean {
  return word !== undefined && /^>{2,3}(?!>)/.test(word.text);
}

function isMark({ text }: Word): boolean {
  return text === '>>' || text === '>>>';
}
