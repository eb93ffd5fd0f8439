import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { transcriptCommand } from '../../src/cli/transcript.ts';

let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'transcript-'));
  writeFileSync(file('talk.vtt'), 'WEBVTT\n\nx\n00:01.000 --> 00:02.000\n<v Ann>Hi &amp; bye\n');
  writeFileSync(file('talk.v2.txt'), 'R: Hello\nthere.\n\nF: Hi.\n');
  writeFileSync(file('crooked.srt'), '1\n00:00:02,000 --> 00:00:01,000\nHi\n');
  writeFileSync(file('paper.txt'), '%PDF-1.4\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await transcriptCommand(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

test('prints text unless told otherwise', async () => {
  expect(await run(file('talk.v2.txt'))).toEqual({
    code: 0,
    out: 'R: Hello there.\n\nF: Hi.\n',
    err: '',
  });
});

test('prints cues as the file has them', async () => {
  const { out } = await run(file('talk.vtt'), '--to', 'cues');
  expect(JSON.parse(out)).toEqual([{ id: 'x', start: 1, end: 2, text: '<v Ann>Hi &amp; bye' }]);
});

test('prints the model', async () => {
  const { out } = await run(file('talk.vtt'), '--to', 'model');
  expect(JSON.parse(out)).toMatchObject({
    speakers: [{ label: 'Ann', name: 'Ann' }],
    turns: [
      { speakers: ['Ann'], paragraphs: [{ words: [{ text: 'Hi', start: 1, end: null }, {}, {}] }] },
    ],
  });
});

test('writes several files into a folder that it makes', async () => {
  const out = file('made/here');
  const done = await run(file('talk.vtt'), file('talk.v2.txt'), '--to', 'md', '--out', out);
  expect(done).toEqual({ code: 0, out: '', err: '' });
  expect(readdirSync(out).sort()).toEqual(['talk.md', 'talk.v2.md']);
  expect(readFileSync(join(out, 'talk.md'), 'utf8')).toBe('**Ann:** Hi & bye\n');
});

test('tells problems on stderr with file and line, and prints all the same', async () => {
  const given = file('crooked.srt');
  expect(await run(given)).toEqual({
    code: 0,
    out: 'Hi\n',
    err: `${given}:2: The cue ends before it starts; its end is left out.\n`,
  });
});

test('tells what it cannot read, goes on with the other files and fails at the end', async () => {
  const out = file('some');
  const done = await run(file('paper.txt'), file('none.txt'), file('talk.vtt'), '--out', out);
  expect(done.code).toBe(1);
  expect(done.err).toContain(
    `${file('paper.txt')}: This is a PDF document, not plain text.\nOpen it`,
  );
  expect(done.err).toContain(`${file('none.txt')}: This file cannot be read.\n`);
  expect(done.err).not.toContain(' at ');
  expect(readdirSync(out)).toEqual(['talk.txt']);
});

test('names the file whose form needs times it has not', async () => {
  const given = file('talk.v2.txt');
  const { code, out, err } = await run(given, '--to', 'srt');
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(`${given}: This transcript has no times.\n`);
});

test('takes names as they are meant in the folder npm was called from', async () => {
  vi.stubEnv('INIT_CWD', folder);
  expect(await run('talk.v2.txt')).toMatchObject({ code: 0 });
  const { err } = await run('none.txt');
  expect(err).toContain(`${join(folder, 'none.txt')}: This file cannot be read.`);
  vi.unstubAllEnvs();
});

test('refuses several files without a folder', async () => {
  await expect(run(file('talk.vtt'), file('crooked.srt'))).rejects.toMatchObject({
    code: 'request_invalid',
  });
});

test('never writes over a file it was given, nor twice to one name', async () => {
  const before = readFileSync(file('talk.v2.txt'), 'utf8');
  await expect(run(file('talk.v2.txt'), '--out', folder)).rejects.toMatchObject({
    code: 'request_invalid',
  });
  await expect(
    run(file('talk.vtt'), join(folder, '.', 'made/../talk.srt'), '--out', file('twice')),
  ).rejects.toMatchObject({ code: 'request_invalid' });
  expect(readFileSync(file('talk.v2.txt'), 'utf8')).toBe(before);
});
