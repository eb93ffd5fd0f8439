import type { Window } from '../fit/band.ts';
import { type Fitting, fitWords } from '../fit/fit-words.ts';
import type { Span } from '../fit/spans.ts';
import type { Fitted } from '../fit/trace-back.ts';
import { frameRate } from '../sound/listen.ts';
import { frameOf } from '../times/find-unwritten.ts';
import type { Measured } from '../times/merge-times.ts';
import { type Excerpt, excerptAround } from './excerpts.ts';
import { type Patch, roomFor } from './find-patches.ts';

/** Seconds around its known time in which a word of the context may be; the fit may see it a little elsewhere. */
const leeway = 0.3;
/** Seconds of sound that a patch gets beside its outermost words, as far as no other word is there. */
const beside = 0.1;
/** Frames by which the windows of neighbours overlap at least. */
const overlap = 10;

/** Of each word of a patch the frames of the recording in which it may be spoken; then those of all. */
export interface PatchWindows {
  words: Window[];
  frames: Window;
}

export function windowsOf({ words: { from, to } }: Patch, kept: (Measured | null)[]): PatchWindows {
  const windows: Window[] = [];
  for (let at = from; at < to; at += 1) {
    const { start, end } = kept[at] ?? roomFor({ from: at, to: at + 1 }, kept);
    windows.push({ from: frameOf(Math.max(0, start - leeway)), to: frameOf(end + leeway) });
  }
  for (let at = windows.length - 2; at >= 0; at -= 1) {
    windows[at]!.to = Math.max(windows[at]!.to, windows[at + 1]!.from + overlap);
  }
  const around = roomFor({ from, to }, kept);
  const first = kept[from]?.start ?? around.start;
  const last = kept[to - 1]?.end ?? around.end;
  const frames = {
    from: frameOf(Math.max(Math.min(around.start, first), first - beside)),
    to: frameOf(Math.min(Math.max(around.end, last), last + beside)),
  };
  return { words: windows, frames };
}

/**
 * Finds the words of a patch, those of its context among them.
 *
 * @param indexes which of the script's words these are; null for one that it does not have
 * @param frames that were heard, all excerpts together
 * @param fitting whose script has a unit for each word, since each word has its own window
 * @returns of each word the frames of the recording in which it is spoken; null where it is not heard
 */
export function fitPatch(
  windows: PatchWindows,
  indexes: (number | null)[],
  excerpts: Excerpt[],
  frames: number,
  fitting: Fitting,
): (Fitted | null)[] {
  const excerpt = excerptAround(excerpts, windows.frames);
  const shift = excerpt.at - excerpt.from;
  const end = Math.min(frames, excerpt.at + excerpt.to - excerpt.from);
  const heard = ({ from, to }: Window) => ({
    from: Math.max(excerpt.at, from + shift),
    to: Math.min(end, to + shift),
  });
  const which = indexes.flatMap((index, at) => (index === null ? [] : [{ index, at }]));
  const span: Span = {
    frames: heard(windows.frames),
    units: which.map(({ index, at }) => ({ unit: index, window: heard(windows.words[at]!) })),
  };
  const words = indexes.map((): Fitted | null => null);
  if (span.frames.to <= span.frames.from) return words;
  const fit = fitWords(span, fitting);
  for (const [place, { at }] of which.entries()) {
    const word = fit?.words[place];
    if (word) words[at] = { ...word, start: word.start - shift, end: word.end - shift };
  }
  return words;
}

/** What a patch takes to fit: frames of each of its words; a recording's end is not known beforehand. */
export function effortOf({ words, frames }: PatchWindows, expected: number | null): number {
  const last = Math.min(frames.to, (expected ?? 3600) * frameRate);
  return words.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, last) - from), 0);
}
