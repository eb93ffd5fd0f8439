import type { Rules } from './rule.ts';

/** What the feed says of an episode. */
export const itemRules = {
  'item-title': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Give the episode a title.',
  },
  'guid-missing': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Give the episode a GUID, and never change it.',
  },
  'guid-repeated': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Give each episode its own GUID: apps show only one of those that share it.',
  },
  'guid-no-address': {
    severity: 'warning',
    source: 'RSS 2.0: guid',
    remedy: 'Say isPermaLink="false", since this GUID is no address.',
  },
  'guid-changed': {
    severity: 'error',
    source: 'Apple 823',
    remedy:
      'Put the old GUID back: with a new one, apps take the episode for another and load it again.',
  },
  'podcast-guid-changed': {
    severity: 'error',
    source: 'podcast namespace: guid',
    remedy: 'Put the old <podcast:guid> back: it is assigned once and kept for life.',
  },
  'date-missing': {
    severity: 'warning',
    source: 'Apple 823',
    remedy: 'Say in <pubDate> when the episode came out: apps sort by it.',
  },
  'date-form': {
    severity: 'error',
    source: 'RFC 2822, 3.3',
    remedy: 'Write the date as Sat, 01 Apr 2023 19:00:00 +0000, with the right day of the week.',
  },
  'duration-missing': {
    severity: 'advice',
    source: 'Apple 823',
    remedy: 'Say in <itunes:duration> how many seconds the episode lasts.',
  },
  'duration-form': {
    severity: 'error',
    source: 'Apple podcast tags: duration',
    remedy: 'Write the duration in whole seconds, without a fraction: 1231.',
  },
  'duration-clock': {
    severity: 'advice',
    source: 'Apple podcast tags: duration',
    remedy: 'Write the duration in whole seconds; not every app reads hours and minutes.',
  },
  'number-form': {
    severity: 'error',
    source: 'Apple podcast tags: episode, season',
    remedy: 'Write a whole number above zero.',
  },
  'episode-type': {
    severity: 'error',
    source: 'Apple podcast tags: episodeType',
    remedy: 'Write full, trailer or bonus.',
  },
  'item-description': {
    severity: 'advice',
    source: 'Apple 823',
    remedy: 'Say what the episode is about.',
  },
  'person-name': {
    severity: 'warning',
    source: 'podcast namespace: person',
    remedy: 'Give each person a name of 1 to 128 characters.',
  },
  'soundbite-form': {
    severity: 'error',
    source: 'podcast namespace: soundbite',
    remedy: 'Give startTime and duration in seconds.',
  },
  'soundbite-length': {
    severity: 'advice',
    source: 'podcast namespace: soundbite',
    remedy: 'Choose a stretch of 15 to 120 seconds.',
  },
} as const satisfies Rules;
