import type { Word } from '../episode/transcript.ts';
import { timeInText } from './time-in-text.ts';

/** More words than this in brackets are a remark, not a direction; it also bounds the search for the end. */
const longest = 12;

/**
 * Marks the words of stage directions: what stands in square brackets (`[laughter]`, `[unintelligible
 * 00:26:55]`), and in round ones or asterisks only what is known to be none of the speech (`(sings)`), since
 * people also speak in parentheses. The text stays as it is.
 *
 * @param words of one paragraph; changed in place
 */
export function markDirections(words: Word[]): void {
  for (const { from, end } of directionsIn(words)) {
    for (let at = from; at < end; at += 1) words[at]!.direction = true;
  }
}

/** A time that ends a direction becomes the start of its first word, where that has none. */
export function timeDirections(words: Word[]): void {
  for (const { from, end } of directionsIn(words)) {
    if (end - from > 1) words[from]!.start ??= timeInText(bare(words[end - 1]!.text));
  }
}

/** Where directions begin and end. */
function* directionsIn(words: Word[]): Generator<{ from: number; end: number }> {
  let from = 0;
  while (from < words.length) {
    const end = endOfDirection(words, from);
    if (end !== null) yield { from, end };
    from = end ?? from + 1;
  }
}

/** Index after the direction that begins there, or null where none does. */
function endOfDirection(words: Word[], from: number): number | null {
  const { text: first } = words[from]!;
  // Nearly every word begins with a letter, which is quicker to see than to match.
  if (first.charCodeAt(0) >= 48 && first.charCodeAt(0) < 0x5b) return null;
  if (first.charCodeAt(0) >= 0x61 && first.charCodeAt(0) < 0xab) return null;
  const opening = /^["'“‘«]?([[［【(（*])/.exec(first)?.[1];
  if (opening === undefined) return null;
  const closing = closings[opening]!;
  const most = Math.min(words.length, from + longest);
  for (let at = from; at < most; at += 1) {
    const { text } = words[at]!;
    if (at > from && text.includes(opening) && opening !== '*') return null;
    if (!closing.test(at === from ? text.slice(1) : text)) continue;
    const inside = words.slice(from, at + 1).map((word) => bare(word.text));
    return opening in always || isSound(inside) ? at + 1 : null;
  }
  return null;
}

const closings: Record<string, RegExp> = {
  '[': /\][\p{Po}\p{Pf}\p{Pi}]*$/u,
  '［': /］[\p{Po}\p{Pf}\p{Pi}]*$/u,
  '【': /】[\p{Po}\p{Pf}\p{Pi}]*$/u,
  '(': /\)[\p{Po}\p{Pf}\p{Pi}]*$/u,
  '（': /）[\p{Po}\p{Pf}\p{Pi}]*$/u,
  '*': /\*[.,;:!?…"'”’]*$/u,
};

const always = { '[': true, '［': true, '【': true };

/** The word without the marks around it. */
function bare(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Whether these words name a sound or a manner, as `laughs` or `phone ringing` do. */
export function isSound(words: string[]): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)].map((word) => word?.toLowerCase());
  return words.length <= 5 && (sounds.has(first) || sounds.has(last));
}

const sounds = new Set(
  `applause applauding beep beeping breath breathes chuckle chuckles chuckling cheering cheers clapping claps
  cough coughing coughs crosstalk cry cries crying exhales gasp gasps giggle giggles giggling groans hum
  humming hums inaudible indistinct inhales laugh laughing laughs laughter music mumbles mumbling noise pause
  ringing rings scoffs screams shouting shouts sighs silence sing singing sings sneezes sniffs snorts sobbing
  sobs static stutters unclear unintelligible whispering whispers whistles whistling yawns
  applaus geräusch gelächter husten lachen lacht lachend musik pause räuspert schweigen seufzt singt stille
  unverständlich applaudissements inaudible musique rire rires rit silence soupir toux
  aplausos inaudible música risa risas ríe silencio applausi musica ride risata risate risos
  aplauso applaus gelach lacht muziek hudba kašel potlesk smích smějí směje ticho brawa muzyka śmiech
  аплодисменты музыка смех смеется смеётся 笑 笑い 笑声 音楽 音乐 拍手 掌声`.split(/\s+/),
);
