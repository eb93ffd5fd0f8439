import { expect, test } from 'vitest';
import { type Absence, compareWithSeen } from '../../../src/publish/announce/compare.ts';
import type { PublicRecord, Seen } from '../../../src/store/public-record.ts';
import { anEpisode } from '../../render/an-episode.ts';

const episode = anEpisode();
const seen: Seen = {
  slug: 'bells',
  title: 'Bells',
  changed: episode.changed,
  removed: null,
  gone: false,
};
const known = (given: Partial<Seen> = {}): PublicRecord => ({
  [episode.guid]: { ...seen, ...given },
});
const at = '2026-11-22T12:00:00Z';

async function compare(before: PublicRecord, listed = [episode], absence: Absence = 'gone') {
  const { news, record } = await compareWithSeen(before, listed, async () => absence, at);
  return { events: news.map(({ event }) => event), record: record[episode.guid] };
}

test('an episode nobody has seen is published, one that is as it was is no news', async () => {
  expect((await compare({})).events).toEqual(['episode.published']);
  expect((await compare(known())).events).toEqual([]);
});

test('other contents or another slug are a change', async () => {
  expect((await compare(known({ changed: '2020-01-01T00:00:00Z' }))).events).toEqual([
    'episode.changed',
  ]);
  expect((await compare(known({ slug: 'gongs' }))).events).toEqual(['episode.changed']);
});

test('one that is not listed any more is removed once, and published when it comes back', async () => {
  const gone = await compare(known(), []);
  expect(gone).toEqual({
    events: ['episode.removed'],
    record: { ...seen, removed: at, gone: true },
  });
  const withdrawn = await compare(known(), [], 'withdrawn');
  expect(withdrawn.record).toMatchObject({ removed: at, gone: false });
  expect((await compare(known(withdrawn.record), [], 'withdrawn')).events).toEqual([]);
  expect((await compare(known(gone.record))).events).toEqual(['episode.published']);
});

test('a draft whose folder is then taken away has gone, without being announced twice', async () => {
  const { events, record } = await compare(known({ removed: '2026-01-01T00:00:00Z' }), []);
  expect(events).toEqual([]);
  expect(record).toMatchObject({ removed: '2026-01-01T00:00:00Z', gone: true });
});

test('one that is only being made anew has not gone', async () => {
  expect(await compare(known(), [], 'being made')).toEqual({ events: [], record: seen });
});
