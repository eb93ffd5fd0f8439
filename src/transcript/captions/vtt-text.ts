import { untimed, type Word } from '../../episode/transcript.ts';
import { decodeEntities } from '../decode-entities.ts';
import { wordsIn } from '../split-text.ts';
import { secondsFrom } from './caption-time.ts';

/** Words of one line of a cue under one voice tag; `voice` is null outside of any. */
export interface VoicedRun {
  voice: string | null;
  words: Word[];
}

export interface CueText {
  runs: VoicedRun[];
  /** Whether the text closes a voice with `</v>`. */
  closesVoice: boolean;
}

// A tag, a time, a line end, a stretch of plain text, or a `<` that opens nothing and is text itself.
const tokens =
  /<(\/?)([a-z][^\s.<>&]*)([\s.&][^<>]*)?>|<([\d:]+\.\d{3})>|(\n)|([^<\n]+)|(<+(?=<)|<)/gi;

/**
 * Takes cue text apart by the rules of https://www.w3.org/TR/webvtt1/#cue-text: voices (classes and nesting
 * included), character references, and times inside the text, which say when the next word starts. Other
 * tags are dropped. Unlike there, a `<` that opens no tag is kept as text, so that no word is lost.
 */
export function readCueText(text: string): CueText {
  const runs: VoicedRun[] = [];
  const voices: string[] = [];
  let run: VoicedRun | null = null;
  let closesVoice = false;
  let time: number | null = null;
  let glued = false;
  for (const [, slash, tag, rest, stamp, lineEnd, plain, bracket] of text.matchAll(tokens)) {
    if (tag?.toLowerCase() === 'v') {
      if (slash === '') voices.push(nameIn(rest ?? ''));
      else voices.pop();
      closesVoice ||= slash !== '';
      run = null;
    } else if (stamp !== undefined) {
      time = readStamp(stamp);
    } else if (lineEnd !== undefined) {
      run = null;
    } else if (plain !== undefined || bracket !== undefined) {
      run ??= openRun(voices.at(-1) ?? null);
      addText(run, decodeEntities(plain ?? bracket ?? ''));
    }
    if (run === null) glued = false;
  }
  return { runs: runs.filter(({ words }) => words.length > 0), closesVoice };

  function openRun(voice: string | null): VoicedRun {
    const opened: VoicedRun = { voice, words: [] };
    runs.push(opened);
    return opened;
  }

  /** Tags stand inside words too (`un<i>believ</i>able`), so text may go on with the last word. */
  function addText({ words }: VoicedRun, text: string): void {
    for (const [at, part] of wordsIn(text).entries()) {
      const last = words.at(-1);
      if (at === 0 && glued && last && !/^[\s\p{Cc}]/u.test(text)) last.text += part;
      else words.push({ ...untimed(part), start: time });
      time = null;
    }
    glued = !/[\s\p{Cc}]$/u.test(text);
  }
}

/** `.loud Mary Ann` is the voice of Mary Ann. */
function nameIn(annotation: string): string {
  const name = annotation.replace(/^\.\S*/, '');
  return wordsIn(decodeEntities(name)).join(' ');
}

function readStamp(stamp: string): number | null {
  const found = /^(?:(\d+):)?([0-5]\d):([0-5]\d)\.(\d{3})$/.exec(stamp);
  return found ? secondsFrom(found[1], found[2], found[3], found[4]) : null;
}
