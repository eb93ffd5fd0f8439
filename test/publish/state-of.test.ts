import { expect, test } from 'vitest';
import { type Standing, type State, stateOf } from '../../src/publish/state-of.ts';

const plain = { draft: false, unlisted: false };

test.each<[string, Standing, State]>([
  ['what everybody may see', { published: plain, isPublic: true, isPublishing: false }, 'public'],
  [
    'what is seen while it is being changed',
    { published: plain, isPublic: true, isPublishing: true },
    'public',
  ],
  [
    'what is found by its address alone',
    { published: { ...plain, unlisted: true }, isPublic: true, isPublishing: false },
    'unlisted',
  ],
  [
    'what waits for its date',
    { published: plain, isPublic: false, isPublishing: false },
    'scheduled',
  ],
  [
    'a draft',
    { published: { draft: true, unlisted: true }, isPublic: false, isPublishing: true },
    'draft',
  ],
  [
    'what is being made for the first time',
    { published: null, isPublic: false, isPublishing: true },
    'publishing',
  ],
  ['what could not be made', { published: null, isPublic: false, isPublishing: false }, 'failed'],
])('%s', (_what, standing, state) => {
  expect(stateOf(standing)).toBe(state);
});
