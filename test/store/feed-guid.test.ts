import { expect, test } from 'vitest';
import { feedGuid } from '../../src/store/feed-guid.ts';

test('the GUID of a feed is the one the podcast namespace names as its example', () => {
  const guid = '9b024349-ccf0-5f69-a609-6b82873eab3c';
  expect(feedGuid('podnews.net/rss')).toBe(guid);
  expect(feedGuid('https://podnews.net/rss')).toBe(guid);
  expect(feedGuid('http://podnews.net/rss//')).toBe(guid);
});
