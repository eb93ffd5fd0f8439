import type { Fragment } from '../episode/media-fragment.ts';
import type { AboutSound } from './about-sound.ts';
import { connectClicks } from './clicks.ts';
import { connectFind } from './find.ts';
import { createFollower } from './follow.ts';
import { fragmentInAddress } from './fragment-in-address.ts';
import { createBrush } from './paint.ts';
import type { Parts } from './parts.ts';
import { connectQuoteBar } from './quote-bar.ts';
import { readSaid } from './said.ts';
import { wordsWithin } from './selected-words.ts';
import { showSpoken } from './show-spoken.ts';
import { createSight } from './sight.ts';
import type { Sound } from './sound.ts';
import { stretchOnWaveform } from './waveform-marks.ts';
import { connectWordCursor } from './word-cursor.ts';
import { spokenInPage } from './word-times.ts';

/** What keys can ask of the transcript. */
export interface TranscriptActs {
  openFind(): void;
  backToNow(): void;
}

/** Lets the words follow the sound, and the sound the words and the address. */
export function connectTranscript(
  sound: Sound,
  player: HTMLElement,
  parts: Parts,
  about: AboutSound,
  say: (text: string) => void,
  signal: AbortSignal,
): TranscriptActs {
  const said = readSaid();
  const spoken = spokenInPage();
  const page = { sound, said, spoken, sight: createSight(player, signal) };
  const follower = createFollower(page.sight, parts.toNow, signal);
  showSpoken(sound, said, spoken, follower.spoken, signal);

  const play = (stretch: Fragment) => {
    sound.choose(stretch);
    follower.resume();
    sound.play();
  };
  connectClicks(said, spoken, play, signal);
  connectWordCursor(said, spoken, play, say, signal);
  connectQuoteBar(page, about, say, follower.yield, signal);

  const brush = createBrush('quoted');
  const mark = stretchOnWaveform(parts.quoted, sound);
  const arrive = () => {
    const asked = fragmentInAddress(location);
    if (asked === null) return;
    sound.choose(asked);
    const quoted = wordsWithin(spoken, asked).map(({ from, to }) => said.rangeOf(from, to));
    brush.paint(...quoted);
    mark.show(asked);
    follower.resume(true);
  };
  addEventListener('hashchange', arrive, { signal });
  arrive();
  return {
    openFind: connectFind(page, parts, say, follower.yield, signal),
    backToNow: () => follower.resume(),
  };
}
