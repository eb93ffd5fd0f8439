import { endsSentence } from '../../episode/ends-sentence.ts';
import { textOf } from '../../episode/segment.ts';
import { nameSpeakers, type Transcript, type Word, wordsOfTurn } from '../../episode/transcript.ts';
import { notesToText } from '../../markup/notes-to-text.ts';
import type { About, Passage } from './passage.ts';

/** Words of a turn that are searched as one, at most: half a minute of talk. */
const most = 100;
/** Words of the next part that a part knows as well. */
const overlap = 12;
/** Words of a caption, at most. */
const reach = 30;

/** An episode as passages: what is known about it, its chapters, and each turn, in the order of the recording. */
export function passagesOf(about: About, transcript: Transcript | null): Passage[] {
  const passages = [aboutPassage(about), ...about.chapters.map(chapterPassage)];
  if (transcript === null) return passages;
  const named = nameSpeakers(transcript, about.speakers);
  const names = new Map(named.speakers.map(({ label, name }) => [label, name]));
  for (const turn of named.turns) {
    const words: Word[] = [];
    for (const word of wordsOfTurn(turn)) if (word.text !== '') words.push(word);
    const speakers = turn.speakers.map((label) => names.get(label) ?? label);
    const starts = startsOf(words);
    for (const [from, to] of partsOf(words)) {
      passages.push(saidPassage(words, starts, from, to, speakers));
    }
  }
  return passages;
}

/** Lines, so that a hit can show the one that it is in. The title comes first. */
function aboutPassage({ title, people, tags, description, notes }: About): Passage {
  const lines = [
    title,
    people.join(', '),
    tags.join(', '),
    description,
    ...notesToText(notes).split('\n'),
  ];
  const text = lines
    .map(plainLine)
    .filter((line, at) => at === 0 || line !== '')
    .join('\n');
  return { kind: 'about', speakers: [], text, starts: [], end: null, ownLength: text.length };
}

function chapterPassage({ start, title }: About['chapters'][number]): Passage {
  const text = plainLine(title);
  const ownLength = text.length;
  return { kind: 'chapter', speakers: [], text, starts: [start], end: null, ownLength };
}

function saidPassage(
  words: Word[],
  starts: (number | null)[],
  from: number,
  to: number,
  speakers: string[],
): Passage {
  const last = Math.min(words.length, to + overlap);
  const own = withoutNul(textOf(words.slice(from, to)));
  let end = last - 1;
  while (end > from && words[end]?.end === null) end -= 1;
  return {
    kind: 'said',
    speakers,
    text: last === to ? own : `${own} ${withoutNul(textOf(words.slice(to, last)))}`,
    starts: from === 0 && last === words.length ? starts : starts.slice(from, last),
    end: words[end]?.end ?? null,
    ownLength: own.length,
  };
}

/**
 * A word without a time is spoken with the timed one before it, or with the first after it, as far as a caption
 * reaches: where only now and then a word has a time, most have none.
 */
function startsOf(words: Word[]): (number | null)[] {
  const first = words.findIndex((word) => word.start !== null);
  let timed = first === -1 ? Number.NEGATIVE_INFINITY : first;
  return words.map((word, at) => {
    if (word.start !== null) timed = at;
    return Math.abs(at - timed) <= reach ? (words[timed]?.start ?? null) : null;
  });
}

/** A long turn ends its parts where sentences end. */
function* partsOf(words: Word[]): Generator<[from: number, to: number]> {
  let from = 0;
  while (words.length - from > most) {
    let to = from + Math.ceil(most / 2);
    while (to < from + most && !endsSentence(words[to - 1]?.text ?? '')) to += 1;
    yield [from, to];
    from = to;
  }
  if (from < words.length) yield [from, words.length];
}

function plainLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A database ends its texts there. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}
