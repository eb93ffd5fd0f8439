import { beforeEach, expect, test } from 'vitest';
import { AlongsideError } from '../../src/episode/error.ts';
import { createFailures, type Failures } from '../../src/publish/failures.ts';
import { createForgetMended } from '../../src/publish/forget-mended.ts';
import type { Catalogue } from '../../src/store/catalogue.ts';
import type { Fingerprint } from '../../src/store/given-files.ts';

let failures: Failures;
let told: string[];
let published: Set<string>;
let folders: Map<string, Fingerprint>;
let look: (...ordered: string[]) => string[];
beforeEach(() => {
  told = [];
  published = new Set();
  folders = new Map();
  failures = createFailures(
    (slug) => told.push(slug),
    () => new Date(0),
  );
  const catalogue = {
    manifest: (slug: string) => (published.has(slug) ? {} : undefined),
  } as Catalogue;
  const forgetMended = createForgetMended(failures, catalogue);
  look = (...ordered) => {
    forgetMended(folders, new Set(ordered));
    return failures.all().map(({ slug }) => slug);
  };
});
const fail = (slug: string, job = slug) => {
  const error = new AlongsideError('disk_full', 'The disk is full.', { remedy: 'Make room.' });
  failures.set({ slug, job, title: null, from: 'folder', error });
};

test('a failure is remembered with its time, and told when it comes and goes', () => {
  fail('talk');
  expect(failures.get('talk')).toMatchObject({ slug: 'talk', since: '1970-01-01T00:00:00.000Z' });
  failures.clear('talk');
  failures.clear('talk');
  expect([failures.all(), told]).toEqual([[], ['talk', 'talk']]);
});

test('no more than a thousand are remembered', () => {
  for (let i = 0; i <= 1000; i += 1) fail(`talk-${i}`);
  expect(failures.all()).toHaveLength(1000);
  expect(failures.get('talk-0')).toBeUndefined();
});

test('a failure goes with its folder, unless an order waits to be begun anew', () => {
  fail('talk');
  fail('ordered');
  expect(look('ordered')).toEqual(['ordered']);
});

test('a published episode’s failure goes when its folder is put back as it was', () => {
  published.add('talk');
  for (const slug of ['talk', 'new']) {
    fail(slug);
    folders.set(slug, { 'episode.md': '20-2' });
  }
  look();
  expect(look()).toHaveLength(2);
  for (const slug of folders.keys()) folders.set(slug, { 'episode.md': '10-1' });
  // What was never published is listed as failed until it is tried again.
  expect(look()).toEqual(['new']);
});

test('what fails again is compared with its folder as it was then', () => {
  published.add('talk');
  folders.set('talk', { 'episode.md': '20-2' });
  fail('talk', 'one');
  look();
  folders.set('talk', { 'episode.md': '30-3' });
  fail('talk', 'two');
  look();
  expect(look()).toEqual(['talk']);
});
