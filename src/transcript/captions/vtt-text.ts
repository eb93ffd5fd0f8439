import type { Word } from '../../episode/transcript.ts';
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
  /** Whether it has reading aids above characters (`<rt>`), which are left out. */
  hasReadings: boolean;
}

/**
 * Takes cue text apart by the rules of https://www.w3.org/TR/webvtt1/#cue-text: voices (classes and nesting
 * included), character references, and times inside the text, which say when the next word starts. Other
 * tags are dropped, and so are reading aids (`<rt>`), which repeat what the characters say. Unlike there, a
 * `<` that opens no tag is kept as text, so that no word is lost, and `<br>` ends a line.
 */
export function readCueText(text: string): CueText {
  const runs: VoicedRun[] = [];
  const voices: string[] = [];
  let words: Word[] | null = null;
  let closesVoice = false;
  let hasReadings = false;
  /** What stands behind a `<rt>`: text after all, should that never be closed. */
  let reading: string[] | null = null;
  let time: number | null = null;
  let glued = false;
  eachTag(text, takeText, ([, slash, tag, rest, stamp]) => {
    if (stamp !== undefined) {
      time = readStamp(stamp);
    } else if (/^(?:rt|ruby)$/i.test(tag!)) {
      if (slash === '' && tag!.length === 2) reading ??= [];
      else if (slash === '/') endReading();
    } else if (/^br\/?$/i.test(tag!)) {
      words = null;
    } else if (tag === 'v' || tag === 'V') {
      if (slash === '/') voices.pop();
      else voices.push(nameIn(rest ?? ''));
      closesVoice ||= slash === '/';
      words = null;
    }
  });
  if (reading !== null) addText((reading as string[]).join(''));
  return { runs: runs.filter((run) => run.words.length > 0), closesVoice, hasReadings };

  function takeText(text: string): void {
    if (reading === null) addText(text);
    else reading.push(text);
  }

  function endReading(): void {
    hasReadings ||= reading?.some((text) => text.trim() !== '') ?? false;
    reading = null;
  }

  function addText(lines: string): void {
    let from = 0;
    for (let end = lines.indexOf('\n'); end !== -1; end = lines.indexOf('\n', from)) {
      addLine(lines.slice(from, end));
      words = null;
      from = end + 1;
    }
    addLine(lines.slice(from));
  }

  /** Tags stand inside words too (`un<i>believ</i>able`), so text may go on with the last word. */
  function addLine(piece: string): void {
    if (piece === '') return;
    if (words === null) {
      words = [];
      runs.push({ voice: voices.at(-1) ?? null, words });
      glued = false;
    }
    const decoded = decodeEntities(piece);
    const last = words.at(-1);
    for (const part of wordsIn(decoded)) {
      if (glued && last && !isSpace(decoded[0]!)) last.text += part;
      else words.push({ text: part, start: time, end: null, confidence: null });
      glued = false;
      time = null;
    }
    glued = !isSpace(decoded.at(-1)!);
  }
}

/** Hands over the tags of a text and what stands between them, in order. */
function eachTag(
  text: string,
  onText: (text: string) => void,
  onTag: (tag: RegExpExecArray) => void,
): void {
  let from = 0;
  for (let open = text.indexOf('<'); open !== -1; ) {
    const next = text.indexOf('<', open + 1);
    const end = next === -1 ? text.length : next;
    // Most brackets that open nothing are known by the character after them.
    const tag = opener.test(text[open + 1] ?? '') ? tagAt.exec(text.slice(open, end)) : null;
    if (tag !== null) {
      onText(text.slice(from, open));
      onTag(tag);
      from = open + tag[0].length;
    }
    open = next;
  }
  onText(text.slice(from));
}

const opener = /[a-z/\d:]/i;
const tagAt = /^<(?:(\/?)([a-z][^\s.<>&]*)([\s.&][^<>]*)?|([\d:]+\.\d{3}))>/i;

/** `.loud Mary Ann` is the voice of Mary Ann. */
function nameIn(annotation: string): string {
  const name = annotation.replace(/^\.\S*/, '');
  return wordsIn(decodeEntities(name)).join(' ');
}

function isSpace(character: string): boolean {
  return /[\s\p{Cc}]/u.test(character);
}

function readStamp(stamp: string): number | null {
  const found = /^(?:(\d+):)?([0-5]\d):([0-5]\d)\.(\d{3})$/.exec(stamp);
  return found ? secondsFrom(found[1], found[2], found[3], found[4]) : null;
}
