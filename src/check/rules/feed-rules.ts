import type { Rules } from './rule.ts';

/** The feed as a file: how it is fetched, and whether it is XML, RSS and the namespaces it claims. */
export const feedRules = {
  'feed-unreachable': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Make the feed answer 200 to everybody, without a password.',
  },
  'feed-head': {
    severity: 'error',
    source: 'Apple 823; RFC 9110, 9.3.2',
    remedy: 'Answer HEAD for the feed as GET, without the body.',
  },
  'feed-too-large': {
    severity: 'error',
    source: 'RFC 5005, 3',
    remedy: 'Keep the newest episodes in the feed and link to older ones by rel="next".',
  },
  'feed-heavy': {
    severity: 'advice',
    source: 'RFC 5005, 3',
    remedy: 'Keep the newest episodes in the feed and link to older ones by rel="next".',
  },
  'certificate-invalid': {
    severity: 'error',
    source: 'RFC 9110, 4.3.4',
    remedy: 'Give the server a valid certificate for this name, with all intermediate ones.',
  },
  'too-many-redirects': {
    severity: 'error',
    source: 'RFC 9110, 15.4',
    remedy: 'Name the last address directly, and break any loop.',
  },
  'long-redirects': {
    severity: 'advice',
    source: 'RFC 9110, 15.4',
    remedy: 'Take out prefixes that only pass on: each costs a listener time and may fail.',
  },
  'plain-http': {
    severity: 'advice',
    source: 'Apple, App Transport Security',
    remedy: 'Serve it over https: apps on phones refuse plain http unless they ask to be allowed.',
  },
  'feed-content-type': {
    severity: 'warning',
    source: 'RSS 2.0; RFC 7303, 9.1',
    remedy: 'Serve the feed as application/rss+xml.',
  },
  'feed-cors': {
    severity: 'warning',
    source: 'PSP-1 #2',
    remedy:
      'Send Access-Control-Allow-Origin: * with the feed, or players on the web cannot read it.',
  },
  'feed-not-conditional': {
    severity: 'advice',
    source: 'RFC 9110, 13.1',
    remedy: 'Send an ETag or Last-Modified, and answer 304 to a request that has it.',
  },
  'feed-not-compressed': {
    severity: 'advice',
    source: 'RFC 9110, 12.5.3',
    remedy: 'Compress the feed with gzip or brotli where the request accepts it.',
  },
  'feed-not-utf8': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Write the feed in UTF-8.',
  },
  'xml-declaration': {
    severity: 'warning',
    source: 'Apple 823',
    remedy: 'Begin the feed with <?xml version="1.0" encoding="UTF-8"?>.',
  },
  'xml-not-well-formed': {
    severity: 'error',
    source: 'XML 1.0, 2.1',
    remedy: 'Correct the XML at this line; many apps read nothing after it, or nothing at all.',
  },
  'rss-root': {
    severity: 'error',
    source: 'Apple 823; RSS 2.0',
    remedy: 'Make it <rss version="2.0"> with one <channel> in it.',
  },
  'namespace-misspelt': {
    severity: 'error',
    source: 'Apple 823; Namespaces in XML 1.0, 2.3',
    remedy: 'Declare the namespace letter for letter as it is defined; its case matters.',
  },
  'namespace-former': {
    severity: 'warning',
    source: 'podcast namespace: README',
    remedy: 'Declare xmlns:podcast="https://podcastindex.org/namespace/1.0".',
  },
  'namespace-undeclared': {
    severity: 'error',
    source: 'Namespaces in XML 1.0, 5',
    remedy: 'Declare the prefix at <rss>.',
  },
} as const satisfies Rules;
