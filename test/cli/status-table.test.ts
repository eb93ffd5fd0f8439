import { describe, expect, test } from 'vitest';
import type { Entry, StatusNews } from '../../src/cli/read-status.ts';
import { createStatusScreen } from '../../src/cli/status-screen.ts';
import { statusTable } from '../../src/cli/status-table.ts';

const talk: Entry = {
  slug: 'talk',
  title: 'A talk',
  date: '2026-11-22T10:00:00.000Z',
  state: 'public',
  url: 'http://127.0.0.1/episodes/talk/',
  publishing: null,
  failure: null,
};
const encoding: Entry = {
  ...talk,
  slug: 'a-new-talk',
  title: null,
  state: 'publishing',
  publishing: {
    ...{ job: '1', state: 'running', step: 'encode', doing: 'Making the MP3', share: 0.426 },
  },
};
const broken: Entry = {
  ...talk,
  slug: 'broken',
  title: null,
  state: 'failed',
  failure: {
    ...{ job: '2', code: 'details_invalid', since: '2026-11-22T10:00:00.000Z' },
    ...{ file: 'episode.md', line: 3, title: 'The date is none.', remedy: 'Write 2026-11-22.' },
  },
};

describe('the table', () => {
  test('has what needs an eye first, progress beside it and what failed beneath', () => {
    expect(statusTable([talk, broken, encoding])).toEqual([
      `publishing  a-new-talk  ${' '.repeat(44)}  Making the MP3, 42 %`,
      'failed      broken',
      '            episode.md:3: The date is none.',
      '            Write 2026-11-22.',
      'public      talk        A talk',
    ]);
  });

  test('says that there is nothing', () => {
    expect(statusTable([])).toEqual(['There are no episodes yet.']);
  });

  test('lets no name move the cursor', () => {
    const [line] = statusTable([{ ...talk, slug: 'a\x1b[2Jb', title: 'c\nd\u202ee' }]);
    expect(line).toBe('public      a [2Jb  c d e');
  });
});

describe('the live status', () => {
  const news: StatusNews[] = [
    { event: 'status', episodes: [talk, { ...encoding, publishing: null }] },
    { event: 'episode', episode: encoding },
    {
      event: 'episode',
      episode: {
        ...encoding,
        publishing: encoding.publishing && { ...encoding.publishing, share: 0.5 },
      },
    },
    { event: 'episode', episode: broken },
    { event: 'gone', slug: 'a-new-talk' },
    { event: 'away' },
  ];
  const shown = (terminal: { isTTY: boolean; columns?: number; rows?: number }) => {
    const written: string[] = [];
    const show = createStatusScreen({ ...terminal, write: (text) => written.push(text) });
    for (const one of news) show(one);
    return written;
  };

  test('is a line a change where it is kept in a file', () => {
    expect(shown({ isTTY: false }).join('')).toBe(
      [
        'public      talk',
        'publishing  a-new-talk',
        'publishing  a-new-talk  Making the MP3',
        'failed      broken  episode.md:3: The date is none. Write 2026-11-22.',
        'gone        a-new-talk',
        'The server has gone away; waiting for it.',
        '',
      ].join('\n'),
    );
  });

  test('is drawn anew in its place on a terminal, and never longer than that', () => {
    const written = shown({ isTTY: true, columns: 20, rows: 4 });
    expect(written[1]).toBe('\x1b[2A\x1b[0Jpublishing  a-new-t\npublic      talk   \n');
    expect(written[3]).toBe(
      '\x1b[2A\x1b[0Jpublishing  a-new-t\nfailed      broken\n… and 3 lines more\n',
    );
  });
});
