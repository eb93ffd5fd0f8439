import type { Show } from '../episode/show.ts';
import { absolute, href, paths, type Site } from './site.ts';

/**
 * What crawlers are asked (RFC 9309), and the way to the sitemap. The feed and what it names stay open to
 * podcast apps and directories.
 */
export function renderRobots(site: Site, { robots }: Pick<Show, 'robots'>): string {
  const sitemap = `Sitemap: ${absolute(site, paths.sitemap())}\n`;
  const pages = href(site, paths.front());
  const everybody =
    robots === 'none' ? [`Disallow: ${pages}`, ...feedOnly(site)] : [`Allow: ${pages}`];
  const groups = [group(['*'], everybody)];
  if (robots === 'no-training') groups.push(group(trainingCrawlers, [`Disallow: ${pages}`]));
  return [...groups, sitemap].join('\n');
}

function group(crawlers: string[], rules: string[]): string {
  const lines = [...crawlers.map((name) => `User-agent: ${name}`), ...rules];
  return `${lines.join('\n')}\n`;
}

/** The longest rule that fits an address counts. */
function feedOnly(site: Site): string[] {
  const beside = ['/audio/', '/art/', '/episodes/*/transcript.', '/episodes/*/chapters.json'];
  return [paths.feed(), paths.jsonFeed(), ...beside].map((path) => `Allow: ${href(site, path)}`);
}

/**
 * Crawlers and tokens by which pages are taken to train models, as their makers name them. Those that only
 * fetch what somebody asks for just now, or fill a search engine, are not among them.
 */
const trainingCrawlers = [
  'AI2Bot',
  'Amazonbot',
  'anthropic-ai',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'cohere-ai',
  'cohere-training-data-crawler',
  'Diffbot',
  'FacebookBot',
  'Google-Extended',
  'GPTBot',
  'ICC-Crawler',
  'img2dataset',
  'Meta-ExternalAgent',
  'omgili',
  'PanguBot',
  'Timpibot',
  'Webzio-Extended',
];
