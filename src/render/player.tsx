import { type HTMLAttributes, h } from 'preact';
import { type Episode, formsOf, type Peaks } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import type { Transcript } from '../episode/transcript.ts';
import { DataBlock } from '../markup/raw.tsx';
import { FindBar } from './find-bar.tsx';
import { interfaceLanguage } from './language.ts';
import { oembedFor } from './oembed.ts';
import { PlayerControls } from './player-controls.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { absolute, assetHref, href, paths, type Site } from './site.ts';
import { stretchesOf, whoSpeaks } from './speakers.ts';
import { Waveform } from './waveform.tsx';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'alongside-player': HTMLAttributes<HTMLElement>;
    }
  }
}

/** Everything a page has to hand for the player. */
export interface PlayerProps {
  site: Site;
  show: Show;
  episode: Episode;
  peaks: Peaks;
  transcript: Transcript | null;
  /** Whether its words stand in the page. */
  searchable: boolean;
}

/**
 * The browser's own controls under a picture of the sound. `player.js` puts ours in their place, which
 * wait here hidden, so that no script has to write HTML.
 */
export function Player(props: PlayerProps) {
  const { site, episode, peaks, transcript, searchable } = props;
  const { chapters, language } = episode;
  const { duration } = episode.audio;
  const stretches = transcript ? stretchesOf(transcript) : [];
  return (
    <alongside-player class="player" dir="ltr" {...interfaceLanguage}>
      <DataBlock type="application/json" data={aboutSound(props)} />
      <div class="seek" data-part="seek">
        <Waveform {...{ peaks, duration, stretches, chapters }} />
        <span class="pointed" data-part="pointed" aria-hidden="true" hidden />
      </div>
      <Sound site={site} episode={episode} />
      <PlayerControls {...{ duration, chapters, language, searchable }} />
      <FindBar />
      <Shortcuts />
      <p class="unseen" role="status" data-part="status" />
      <p class="failure" role="alert" data-part="failure" hidden>
        The sound cannot be played right now. Press play to try again, or{' '}
        <a href={audioHref(site, episode)} download>
          download it
        </a>
        .
      </p>
    </alongside-player>
  );
}

/** For the head of a page with a player. */
export function PlayerScript({ site }: { site: Site }) {
  return <script type="module" src={assetHref(site, 'player.js')} />;
}

/** What `player.js` has to know beyond what it sees; `player/about-sound.ts` reads it. */
function aboutSound({ site, show, episode }: PlayerProps) {
  const { slug, cover } = episode;
  const picture = cover ? paths.smallCover(slug, cover.small.hash) : null;
  return {
    slug,
    title: episode.title,
    artist: whoSpeaks(episode).join(', ') || show.author,
    album: show.title,
    picture: picture && absolute(site, picture),
    page: absolute(site, paths.episode(slug)),
    embed: absolute(site, paths.embed(slug)),
    frame: oembedFor({ site, show, episode }).html,
    duration: episode.audio.duration,
    chapters: episode.chapters,
  };
}

/** The address of the recording as a page links to it. */
export function audioHref(site: Site, { slug, audio }: Episode): string {
  return href(site, paths.audio(slug, audio.extension));
}

function Sound({ site, episode }: { site: Site; episode: Episode }) {
  const { slug, transcript } = episode;
  const captions = transcript && formsOf(transcript).includes('vtt') && (
    <track
      kind="captions"
      src={href(site, paths.transcript(slug, 'vtt'))}
      srclang={episode.language}
      label="Transcript"
    />
  );
  const src = audioHref(site, episode);
  // The server has measured it: nothing has to be fetched to show how long it is.
  return h('audio', { controls: true, preload: 'none', 'data-part': 'audio', src }, captions);
}
