/** The namespaces of podcast feeds by their usual prefixes, compared letter by letter. */
export const namespaces = {
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
  content: 'http://purl.org/rss/1.0/modules/content/',
  atom: 'http://www.w3.org/2005/Atom',
  psc: 'http://podlove.org/simple-chapters',
} as const;

/** The address the podcast namespace had at first, which many feeds still declare. */
export const formerPodcastNamespace =
  'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md';
