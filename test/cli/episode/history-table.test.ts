import { expect, test } from 'vitest';
import { historyTable, type Version } from '../../../src/cli/episode/history-table.ts';

const versions: Version[] = [
  { version: '2026-11-20T101500-aaaaaaaa.txt', until: null, corrected: false },
  {
    version: '2026-11-21T101500-bbbbbbbb.vtt',
    until: '2026-11-22T12:30:00.000Z',
    corrected: true,
    correction: { changed: 12, words: 1289, times: 'kept' },
    by: 'Ada\x1b[2J',
  },
];

test('a history is a table, the newest first, and says how to bring one back', () => {
  const [head, newest, oldest, , ...restore] = historyTable('talk', versions, 140);
  expect(head).toMatch(/^REPLACED +CHANGE +BY +VERSION$/);
  expect(newest).toMatch(
    /^2026-11-2\d \d\d:30 {2}12 of 1,289 words changed; the others kept their times {2}Ada \[2J {2}2026.*vtt$/,
  );
  expect(oldest).toMatch(/^put aside +edited by hand, not published +2026.*txt$/);
  expect(restore.at(-1)).toContain('restore talk --version 2026-11-21T101500-bbbbbbbb.vtt');
});

test('on a narrow terminal each takes several lines, none too long', () => {
  const lines = historyTable('talk', versions, 40).slice(0, -4);
  expect(lines[0]).toMatch(/^2026-11-2\d \d\d:30, by Ada \[2J$/);
  expect(lines.every((line) => line.length <= 40)).toBe(true);
  expect(lines).toContain('  2026-11-20T101500-aaaaaaaa.txt');
});

test('an episode that had no other transcript says so', () => {
  expect(historyTable('talk', [], 80)).toEqual(['It has had no other transcript.']);
});
