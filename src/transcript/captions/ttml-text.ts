import { untimed, type Word } from '../../episode/transcript.ts';
import { wordsIn } from '../split-text.ts';
import type { Run } from './cue.ts';
import type { TimedElement, TtmlDocument, TtmlParagraph, TtmlText } from './ttml-element.ts';

/** The text of a paragraph as it is shown: white space is one space, unless the file keeps it. */
export function shownText({ texts }: TtmlParagraph): string {
  let shown = '';
  for (const [at, piece] of texts.entries()) {
    const parts = isParted(texts[at - 1], piece) ? ' ' : '';
    shown += parts + (piece.preserve ? piece.text : piece.text.replace(/\s+/g, ' '));
  }
  const lines = shown.split('\n').map((line) => line.replace(/ {2,}/g, ' ').trim());
  return lines.join('\n').trim();
}

/** Words of one element are parted from the next where the file says that each is a word. */
function isParted(before: TtmlText | undefined, piece: TtmlText): boolean {
  return (
    before !== undefined &&
    before.element !== piece.element &&
    (before.element.isWord || piece.element.isWord)
  );
}

/**
 * The words of a paragraph, a run for each line and speaker, with the times of the spans they stand in: the
 * first word of a span has its start, the last its end.
 *
 * @param nobody speakers where no agent is named
 */
export function ttmlRuns(
  { element, texts }: TtmlParagraph,
  { agents }: TtmlDocument,
  nobody: string[] | null,
): Run[] {
  const runs: Run[] = [];
  const lastOf: LastWords = { words: null };
  let run: Run | null = null;
  let speaking: string[] | null = null;
  let glued = false;
  for (const [at, piece] of texts.entries()) {
    const { agents: speakers } = piece.element;
    if (piece.text === '\n' && piece.preserve) run = null;
    const words = wordsIn(piece.text);
    if (words.length > 0 && (run === null || speakers !== speaking)) {
      speaking = speakers;
      run = { speakers: speakers === null ? nobody : namesOf(speakers, agents), words: [] };
      runs.push(run);
      glued = false;
    }
    const goesOn = glued && !isParted(texts[at - 1], piece) && !/^\s/.test(piece.text);
    for (const [index, text] of words.entries()) {
      const last = run?.words.at(-1);
      if (index === 0 && goesOn && last !== undefined) last.text += text;
      else run?.words.push(untimed(text));
      timeWord(piece.element, run!.words.at(-1)!);
    }
    glued = !/\s$/.test(piece.text);
  }
  for (const [span, word] of lastOf.words ?? []) word.end = span.to;
  return runs;

  function timeWord(span: TimedElement, word: Word): void {
    if (span === element || span.begin === null) return;
    lastOf.words ??= new Map();
    if (!lastOf.words.has(span)) word.start ??= span.from;
    lastOf.words.set(span, word);
  }
}

/** The last word of each span that has times; most paragraphs have none. */
interface LastWords {
  words: Map<TimedElement, Word> | null;
}

function namesOf(ids: string[], agents: Map<string, string>): string[] {
  return [...new Set(ids.map((id) => agents.get(id) ?? id))];
}
