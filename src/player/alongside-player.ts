import { readAboutSound } from './about-sound.ts';
import { connectControls } from './controls.ts';
import { connectKeys } from './keys.ts';
import { offerToSystem } from './media-session.ts';
import { partsOf } from './parts.ts';
import { rememberPlace } from './remember.ts';
import { connectSeekBar } from './seek-bar.ts';
import { createSound } from './sound.ts';
import { connectTranscript } from './transcript.ts';

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
    const sound = createSound(parts.audio, about.duration, signal);
    connectControls(sound, parts, about, signal);
    connectSeekBar(sound, parts, about, signal);
    connectKeys(sound, this, signal);
    connectTranscript(sound, this, parts, signal);
    offerToSystem(sound, about, signal);
    rememberPlace(sound, about.slug, signal);
    this.classList.add('ready');
  }

  disconnectedCallback(): void {
    this.#connected?.abort();
  }
}
