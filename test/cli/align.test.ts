import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alignCommand } from '../../src/cli/align.ts';
import { timesEvenly, writeWorker } from '../align/write-worker.ts';
import { codeOf } from '../media/workbench.ts';
import { makeRecording } from '../sample-episode.ts';

const words = 'R: Good [laughs] morning.\n\nF: Hello.\n';

let folder: string;
let times: string;
let refuses: string;
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-align-'));
  await makeRecording(at('talk.wav'));
  await writeFile(at('talk.txt'), words);
  times = await writeWorker(folder, timesEvenly(0.25));
  refuses = await writeWorker(folder, timesEvenly(0, 'refused'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function align(workerFile: string, ...args: string[]) {
  let [out, err] = ['', ''];
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  const command = alignCommand({ workerFile, model: async () => new Uint8Array(8) }, terminal);
  const given = [at('talk.wav'), at('talk.txt'), ...args];
  await command.parseAsync(given, { from: 'user' });
  return { out, err };
}

test('prints WebVTT with voices, and what came of it beside', async () => {
  const { out, err } = await align(times, '--speaker', 'R=Rich Bowen');
  expect(out).toContain('00:00:00.000 --> 00:00:00.750\n<v Rich Bowen>Good [laughs] morning.\n');
  expect(out).toContain('<v F>Hello.');
  expect(err).toContain('of 4 words.');
});

test('writes a file of JSON whole, a segment for every word in order', async () => {
  const { out } = await align(times, '-o', at('talk.json'));
  expect(out).toBe('');
  const { version, segments } = JSON.parse(await readFile(at('talk.json'), 'utf8'));
  expect(version).toBe('1.0.0');
  expect(segments).toMatchObject([{}, { body: '[laughs]' }, {}, { speaker: 'F', body: 'Hello.' }]);
  expect(segments[2]).toEqual({
    ...{ speaker: 'R', startTime: 0.5, endTime: 0.75, body: 'morning.', confidence: 0.5 },
  });
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a transcript that does not fit is printed as JSON without times, with the reason', async () => {
  const { out, err } = await align(refuses, '--format', 'json');
  expect(JSON.parse(out).segments[0]).toEqual({
    ...{ speaker: 'R', startTime: null, endTime: null, body: 'Good', confidence: null },
  });
  expect(err).toContain('Hardly a word was found.');
});

test('WebVTT without a single time is refused', async () => {
  expect(await codeOf(align(refuses, '-o', at('talk.vtt')))).toBe('transcript_form_unknown');
  expect(await readdir(folder)).not.toContain('talk.vtt');
});

test('a failure of the aligner is an error', async () => {
  const fails = await writeWorker(folder, 'throw new Error("no")');
  expect(await codeOf(align(fails, '--format', 'json'))).toBe('align_failed');
});

test.each([
  ['the recording', () => at('talk.wav')],
  ['a folder', () => folder],
  ['a file in a folder that is not there', () => at('nowhere/talk.vtt')],
])('the result is not written over or into %s', async (_what, output) => {
  expect(await codeOf(align(times, '-o', output()))).toBe('request_invalid');
});

test('files that cannot be used are named', async () => {
  await writeFile(at('empty.txt'), '');
  const run = (...files: string[]) => {
    const aligner = { workerFile: times, model: async () => new Uint8Array(8) };
    const silent = { out: () => {}, err: () => {} };
    return codeOf(alignCommand(aligner, silent).parseAsync(files.map(at), { from: 'user' }));
  };
  expect(await run('nowhere.wav', 'talk.txt')).toBe('file_not_found');
  expect(await run('talk.wav', 'empty.txt')).toBe('transcript_empty');
  expect(await run('talk.txt', 'talk.txt')).toBe('recording_not_audio');
});
