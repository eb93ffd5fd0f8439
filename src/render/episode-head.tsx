import { type Episode, formsOf } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import type { Card } from './card.tsx';
import { episodePicture } from './episode-picture.ts';
import { Metadata } from './metadata.tsx';
import { PlayerScript } from './player.tsx';
import { absolute, paths, type Site } from './site.ts';
import { whoSpeaks } from './speakers.ts';
import { formNames } from './transcript-forms.tsx';

/** What an episode's page says to machines: its card, its sound, its transcripts and how to embed it. */
export function EpisodeHead({
  site,
  show,
  episode,
  card,
}: {
  site: Site;
  show: Show;
  episode: Episode;
  card: Card | null;
}) {
  const { slug, title, audio, transcript } = episode;
  const path = paths.episode(slug);
  return (
    <>
      <PlayerScript site={site} />
      <Metadata
        {...{ site, show, title, path, type: 'article' }}
        picture={episodePicture(site, show, episode, card)}
        description={episode.description || sentenceAbout(episode, show)}
      />
      <meta property="article:published_time" content={episode.date} />
      <meta property="og:audio" content={absolute(site, paths.audio(slug, audio.extension))} />
      <meta property="og:audio:type" content={audio.type} />
      {episode.draft && <meta name="robots" content="noindex" />}
      <link
        rel="alternate"
        type="application/json+oembed"
        title={title}
        href={absolute(site, paths.oembed(absolute(site, path)))}
      />
      <link
        rel="alternate"
        type="text/markdown"
        title={title}
        href={absolute(site, paths.markdown(slug))}
      />
      {transcript &&
        formsOf(transcript).map((form) => (
          <link
            rel="alternate"
            type={formNames[form].type}
            title={`Transcript as ${formNames[form].name}`}
            href={absolute(site, paths.transcript(slug, form))}
          />
        ))}
    </>
  );
}

/** For an episode that nobody has described. */
function sentenceAbout(episode: Episode, show: Show): string {
  const speakers = whoSpeaks(episode);
  const words = episode.transcript ? 'to hear and to read' : 'to hear';
  return `${speakers.length > 0 ? `With ${speakers.join(', ')}, ` : 'An episode '}${words} at ${show.title}.`;
}
