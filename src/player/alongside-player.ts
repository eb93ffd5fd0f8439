import { readAboutSound } from './about-sound.ts';
import { connectChapters } from './chapters.ts';
import { connectControls } from './controls.ts';
import { tellFailure } from './failure.ts';
import { connectKeys } from './keys.ts';
import { offerToSystem } from './media-session.ts';
import { partsOf } from './parts.ts';
import { keepPlace } from './remember.ts';
import { createVoice } from './say.ts';
import { connectSeekBar } from './seek-bar.ts';
import { connectSleep } from './sleep.ts';
import { createSound } from './sound.ts';
import { connectSpeed } from './speed.ts';
import { connectTranscript } from './transcript.ts';
import { connectVolume } from './volume.ts';

/**
 * `<alongside-player>` puts our controls in the place of the browser's, and lets the words of the page
 * follow the sound. Everything in it stands in the page already; without this script it plays and reads.
 */
export class AlongsidePlayer extends HTMLElement {
  #connected: AbortController | null = null;

  connectedCallback(): void {
    const parts = partsOf(this);
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    const about = readAboutSound(this);
    const { slug, chapters } = about;
    const sound = createSound(parts.audio, about.duration, signal);
    const say = createVoice(parts.status);

    const jumps = connectChapters(sound, chapters, parts.chapter, signal);
    const speed = connectSpeed(parts.audio, parts.speed, slug, signal);
    const mute = connectVolume(parts.audio, parts.volume, say, signal);
    connectSleep(sound, chapters, parts, signal);
    connectSeekBar(sound, parts, about, signal);
    const { openFind, backToNow } = connectTranscript(sound, this, parts, about, say, signal);
    const { next: nextChapter, previous: previousChapter } = jumps;
    const acts = { nextChapter, previousChapter, speed, mute, openFind, backToNow };
    connectKeys(sound, this, parts, acts, signal);
    offerToSystem(sound, about, jumps, signal);
    keepPlace(sound, slug, signal);
    tellFailure(parts.audio, parts.failure, signal);
    connectControls(sound, parts, signal);
    this.classList.add('ready');
  }

  disconnectedCallback(): void {
    this.#connected?.abort();
  }
}
