import type { Episode } from '../episode/episode.ts';
import { size } from './figures.ts';
import { icons } from './icons.tsx';
import { interfaceLanguage } from './language.ts';
import { audioHref } from './player.tsx';
import type { Site } from './site.ts';

/** The recording as a file, with its size, since the reader may pay for it; and the way to the words. */
export function Download({ site, episode }: { site: Site; episode: Episode }) {
  const { extension, bytes } = episode.audio;
  return (
    <p class="download" {...interfaceLanguage}>
      <span>
        <a href={audioHref(site, episode)} download>
          {icons.download()}Download {extension.toUpperCase()}
        </a>{' '}
        <span class="quiet">{size(bytes)}</span>
      </span>
      {episode.transcript && <a href="#transcript">{icons.toNow()}Read the transcript</a>}
    </p>
  );
}
