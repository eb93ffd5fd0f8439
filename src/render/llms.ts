import type { Episode } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { escapeMarkdown } from '../markup/escape-markdown.ts';
import { episodeCount } from './figures.ts';
import { absolute, paths, type Site } from './site.ts';
import { whoSpeaks } from './speakers.ts';

/** The newest are named one by one; the archive has the others. */
const most = 100;

/**
 * The show for machines that read (llmstxt.org): what it is, its newest episodes as Markdown, and how to find
 * the others.
 */
export function renderLlms(site: Site, show: Show, episodes: readonly Episode[]): string {
  const address = (path: string) => absolute(site, path);
  const page = address(paths.markdown('SLUG'));
  const listed = episodes.slice(0, most);
  const parts = [
    `# ${plain(show.title)}`,
    `> ${plain(show.description) || plain(show.title)}`,
    `${episodeCount(episodes.length)} by ${plain(show.author)}, each with its sound and, where there is one, a transcript whose words are timed. An episode’s page is also there as Markdown, with notes, chapters and transcript: add \`index.md\` to its address (\`${page}\`). A link that ends in \`#t=SECONDS\` plays the moment.`,
  ];
  if (listed.length > 0) {
    const heading = episodes.length > most ? `The newest ${most} episodes` : 'Episodes';
    parts.push(
      section(
        heading,
        listed.map((episode) => entry(site, episode)),
      ),
    );
  }
  const search = address(paths.search('WORDS'));
  parts.push(
    section('Search and archive', [
      `[Archive](${address(paths.archive())}): years, seasons, tags and people`,
      `[Search](${search}): every spoken word; JSON with \`Accept: application/json\`, and \`"phrases"\`, \`-not\`, \`speaker:\`, \`tag:\`, \`episode:\`, \`before:\` and \`after:\` are understood`,
    ]),
    section('Optional', [
      `[RSS feed](${address(paths.feed())})`,
      `[JSON feed](${address(paths.jsonFeed())})`,
      `[Sitemap](${address(paths.sitemap())}): every page with the moment it last changed`,
    ]),
  );
  return `${parts.join('\n\n')}\n`;
}

function section(heading: string, entries: string[]): string {
  return [`## ${heading}`, '', ...entries.map((one) => `- ${one}`)].join('\n');
}

function entry(site: Site, episode: Episode): string {
  const { slug, title, date, description } = episode;
  const who = whoSpeaks(episode).map(plain).join(', ');
  const facts = [date.slice(0, 10), who && `with ${who}`, plain(description)].filter(Boolean);
  return `[${forLink(title)}](${absolute(site, paths.markdown(slug))}): ${facts.join('; ')}`;
}

function plain(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim(), false);
}

function forLink(text: string): string {
  return plain(text).replace(/(?<!\\)[[\]]/g, '\\$&');
}
