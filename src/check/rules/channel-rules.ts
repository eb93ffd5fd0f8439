import type { Rules } from './rule.ts';

/** What the feed says of the show. */
export const channelRules = {
  'channel-title': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Give the show a title.',
  },
  'channel-description': {
    severity: 'error',
    source: 'Apple 823; PSP-1',
    remedy: 'Say in a sentence or two what the show is.',
  },
  'channel-link': {
    severity: 'warning',
    source: 'PSP-1',
    remedy: 'Link to the web page of the show.',
  },
  'self-link': {
    severity: 'warning',
    source: 'PSP-1',
    remedy: 'Add <atom:link rel="self"> with the address of the feed.',
  },
  'self-link-elsewhere': {
    severity: 'warning',
    source: 'PSP-1',
    remedy: 'Let rel="self" name the very address under which the feed is to be known.',
  },
  'language-missing': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Say the language of the show, such as en or pt-br.',
  },
  'language-unknown': {
    severity: 'error',
    source: 'Apple 823; ISO 639',
    remedy: 'Use a code of ISO 639, with a country after it if need be: en, en-us, pt-br.',
  },
  'category-missing': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Choose a category of Apple’s list.',
  },
  'category-unknown': {
    severity: 'error',
    source: 'Apple 1691',
    remedy: 'Spell it exactly as in Apple’s list of categories, capitals included.',
  },
  'explicit-missing': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Add <itunes:explicit> with true or false.',
  },
  'explicit-value': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Write true or false, in small letters.',
  },
  'art-missing': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Add <itunes:image href="…"> with a square picture of 1400 to 3000 pixels.',
  },
  'type-value': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Write episodic or serial.',
  },
  'serial-without-number': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Give each full episode of a serial show its <itunes:episode>.',
  },
  'no-episodes': {
    severity: 'warning',
    source: 'Apple 823',
    remedy: 'Publish an episode before the feed is handed in: directories refuse empty ones.',
  },
  'author-missing': {
    severity: 'advice',
    source: 'Apple 823',
    remedy: 'Say in <itunes:author> who makes the show.',
  },
  'podcast-guid-missing': {
    severity: 'advice',
    source: 'PSP-1; podcast namespace: guid',
    remedy: 'Add <podcast:guid>, made once and kept for life.',
  },
  'podcast-guid-form': {
    severity: 'error',
    source: 'podcast namespace: guid',
    remedy: 'Use a UUID; a new one is version 5, made from the feed’s address.',
  },
  'locked-missing': {
    severity: 'advice',
    source: 'PSP-1; podcast namespace: locked',
    remedy: 'Say yes or no in <podcast:locked>: whether other hosts may take the feed over.',
  },
  'locked-value': {
    severity: 'error',
    source: 'podcast namespace: locked',
    remedy: 'Write yes or no.',
  },
  'yes-only': {
    severity: 'warning',
    source: 'Apple 823',
    remedy: 'Write Yes, or leave the tag out: nothing else counts.',
  },
  'new-feed-url': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Give the whole address of the new feed, or leave the tag out.',
  },
  'generator-missing': {
    severity: 'advice',
    source: 'PSP-1 #13',
    remedy: 'Say in <generator> what wrote the feed, so that apps know whom to tell of faults.',
  },
  'tag-avoided': {
    severity: 'advice',
    source: 'PSP-1 #13',
    remedy: 'Leave the tag out: apps no longer read it.',
  },
  'text-too-long': {
    severity: 'warning',
    source: 'Apple podcast tags: 255 characters',
    remedy: 'Shorten it to 255 characters.',
  },
  'text-padded': {
    severity: 'warning',
    source: 'Apple podcast tags: no blanks around values',
    remedy: 'Take the blanks at its beginning and end away.',
  },
  'description-too-long': {
    severity: 'error',
    source: 'Apple podcast tags: 4,000 bytes',
    remedy: 'Shorten it to 4,000 bytes; <content:encoded> has room for long notes.',
  },
} as const satisfies Rules;
