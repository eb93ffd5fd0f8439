import type { Episode, Peaks } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import type { Transcript } from '../episode/transcript.ts';
import { printPage } from '../markup/page.ts';
import { Head } from './document.tsx';
import { inLanguage, interfaceLanguage } from './language.ts';
import { Player, PlayerScript } from './player.tsx';
import { QuoteBar } from './quote-bar.tsx';
import { absolute, href, paths, type Site } from './site.ts';
import { Turns } from './transcript.tsx';

/**
 * The player for other sites. It loads nothing from anywhere but this site, keeps what it remembers (place,
 * speed, volume) in the listener's own browser, and links to the page with the words.
 */
export function renderEmbedPage(props: {
  site: Site;
  show: Show;
  episode: Episode;
  peaks: Peaks;
  transcript: Transcript | null;
  /** Whether the words stand under the player. */
  withWords: boolean;
}): string {
  const { site, show, episode, transcript, withWords } = props;
  const { title, language, slug, cover } = episode;
  const page = absolute(site, paths.episode(slug));
  const picture = cover && href(site, paths.smallCover(slug, cover.small.hash));
  return printPage(
    <html {...inLanguage(language)}>
      <Head
        {...{ site, show, title, language }}
        head={
          <>
            <PlayerScript site={site} />
            <link rel="canonical" href={page} />
            <meta name="robots" content="noindex" />
          </>
        }
      />
      <body class={withWords && transcript ? 'embed with-words' : 'embed'}>
        <main>
          <header>
            {picture && <img class="cover" src={picture} width="72" height="72" alt="" />}
            <p class="quiet">{show.title}</p>
            <h1>
              <a href={page} target="_blank" rel="noopener">
                {title}
              </a>
            </h1>
          </header>
          <Player {...props} searchable={withWords && transcript !== null} />
          {withWords && transcript && (
            <section class="transcript" aria-labelledby="transcript-heading">
              <h2 class="unseen" id="transcript-heading" {...interfaceLanguage}>
                Transcript
              </h2>
              <Turns {...{ transcript, language, chapters: episode.chapters }} />
              <QuoteBar />
            </section>
          )}
        </main>
      </body>
    </html>,
  );
}
