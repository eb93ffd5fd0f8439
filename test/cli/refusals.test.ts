import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRecording } from '../sample-episode.ts';
import { type StartedApp, startApp } from '../serve.ts';
import { runUpload } from './run-upload.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const docx = Buffer.concat([Buffer.from('PK\x03\x04\x14\x00\x06\x00'), Buffer.alloc(200, 7)]);
let app: StartedApp;
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  app = await startApp();
  folder = await mkdtemp(join(tmpdir(), 'alongside-given-'));
  await makeRecording(at('good.mp3'));
  const good = await readFile(at('good.mp3'));
  const files: Record<string, string | Uint8Array> = {
    'empty.mp3': '',
    'picture.mp3': png,
    'playlist.mp3': '#EXTM3U\n#EXTINF:1,\n/etc/passwd\nhttp://127.0.0.1/secret.mp3\n',
    'cut.mp3': good.subarray(0, 60),
    'words.pdf': '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n',
    'words.docx': docx,
    'words.bin': Buffer.from(Array.from({ length: 300 }, (_, at) => at % 256)),
    'empty.txt': '',
    'words.txt': 'R: Good morning.\n',
    'broken.md': '---\ntitle: [\n---\n',
    'cover.jpg': 'no picture at all',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(at(name), content);
});
afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

async function expectNothingLeft() {
  const visible = (await readdir(app.episodesDir)).filter((name) => !name.startsWith('.'));
  expect(visible.sort()).toEqual(['cover.jpg', 'show.yaml']);
  for (const part of ['jobs', 'uploads']) {
    expect(await readdir(join(app.episodesDir, '.incoming', part))).toEqual([]);
  }
  expect(await (await fetch(`${app.url}/feed.xml`)).text()).not.toContain('<item>');
}

/** Two lines: the file with what is wrong, and what to do. No stack trace, nothing on stdout. */
function expectRefusal(
  { code, stdout, stderr }: { code: number | null; stdout: string; stderr: string },
  reason: RegExp,
) {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const [what = '', remedy = ''] = stderr.trimEnd().split('\n').slice(-2);
  expect(what).toMatch(reason);
  expect(remedy).toMatch(/^[A-Z“].{10,}\.$/);
  expect(stderr).not.toMatch(/^\s+at .+:\d+/m);
}

describe('a recording that is none is refused:', () => {
  test.each([
    ['empty.mp3', /^.*empty\.mp3: .*empty/],
    ['picture.mp3', /^.*picture\.mp3: .*(picture|image)/i],
    ['playlist.mp3', /^.*playlist\.mp3: .*playlist/i],
    ['cut.mp3', /^.*cut\.mp3: /],
    ['missing.mp3', /^.*missing\.mp3: .*no such file/],
  ])('%s', async (name, reason) => {
    expectRefusal(await runUpload(app, [at(name)]), reason);
    await expectNothingLeft();
  });
});

describe('what comes with a recording is refused with it:', () => {
  test.each([
    ['--transcript', 'words.pdf', /words\.pdf: .*PDF/],
    ['--transcript', 'words.docx', /words\.docx: .*archive/],
    ['--transcript', 'words.bin', /words\.bin: /],
    ['--transcript', 'empty.txt', /empty\.txt: .*empty/],
    ['--notes', 'broken.md', /broken\.md:\d+: /],
    ['--cover', 'cover.jpg', /cover\.jpg: /],
  ])('%s %s', async (option, name, reason) => {
    expectRefusal(await runUpload(app, [at('good.mp3'), option, at(name)]), reason);
    await expectNothingLeft();
  });
});

describe('an option that cannot be is refused:', () => {
  test.each([
    [['--slug', '../etc'], /cannot be an address/],
    [['--date', 'soon'], /--date/],
    [['--date', '2026-02-30'], /--date is not a date such as 2026-11-22/],
    [['--speaker', 'R'], /--speaker/],
  ])('%s', async (options, reason) => {
    expectRefusal(await runUpload(app, [at('good.mp3'), ...options]), reason);
    await expectNothingLeft();
  });
});

describe('a server that cannot be used is named:', () => {
  test('one that does not know the token', async () => {
    const stranger = { url: app.url, token: 'a-wrong-token-altogether' };
    expectRefusal(await runUpload(stranger, [at('good.mp3')]), /token is wrong/);
    await expectNothingLeft();
  });

  test('one whose token cannot be one', async () => {
    const odd = { url: app.url, token: 'ein Schlüssel mit Leerzeichen' };
    expectRefusal(await runUpload(odd, [at('good.mp3')]), /token may have only visible ASCII/);
    await expectNothingLeft();
  });

  test('one that is not there', async () => {
    const nobody = { url: 'http://127.0.0.1:9', token: app.token };
    const result = await runUpload(nobody, [at('good.mp3')]);
    expectRefusal(result, /no server at http:\/\/127\.0\.0\.1:9/);
  });

  test('one whose address is none', async () => {
    const nowhere = { url: 'example', token: app.token };
    expectRefusal(await runUpload(nowhere, [at('good.mp3')]), /“example”/);
  });
});

describe('the server refuses by itself what a client did not check:', () => {
  async function send(name: string, content: Uint8Array, sha256?: string) {
    const authorization = `Bearer ${app.token}`;
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    const metadata = [`filename ${base64(name)}`, ...(sha256 ? [`sha256 ${base64(sha256)}`] : [])];
    const created = await fetch(`${app.url}/api/uploads`, {
      method: 'POST',
      headers: {
        authorization,
        'tus-resumable': '1.0.0',
        'upload-length': String(content.length),
        'upload-metadata': metadata.join(','),
        'content-type': 'application/offset+octet-stream',
      },
      body: Buffer.from(content),
    });
    expect(created.status).toBe(201);
    return created.headers.get('location')?.split('/').pop() as string;
  }
  async function publish(body: object) {
    const response = await fetch(`${app.url}/api/episodes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      problem: (await response.json()) as { code: string; file: string },
    };
  }

  test.each([
    ['empty.mp3', 'recording_empty'],
    ['picture.mp3', 'recording_not_audio'],
    ['playlist.mp3', 'recording_is_playlist'],
  ])('%s as a recording', async (name, code) => {
    const upload = await send(name, await readFile(at(name)));
    const { status, problem } = await publish({ recording: { upload } });
    expect([status, problem.code, problem.file]).toEqual([422, code, name]);
    await expectNothingLeft();
  });

  test('bytes that are not those that were announced', async () => {
    const upload = await send('good.mp3', await readFile(at('good.mp3')), 'a'.repeat(64));
    const { status, problem } = await publish({ recording: { upload } });
    expect([status, problem.code]).toEqual([422, 'upload_checksum']);
    await expectNothingLeft();
  });

  test('a PDF as a transcript, and keeps the recording that came with it for a better one', async () => {
    const upload = await send('good.mp3', await readFile(at('good.mp3')));
    const transcript = await send('words.pdf', await readFile(at('words.pdf')));
    const { status, problem } = await publish({ recording: { upload }, transcript });
    expect([status, problem.code, problem.file]).toEqual([422, 'transcript_not_text', 'words.pdf']);
    const uploads = await readdir(join(app.episodesDir, '.incoming', 'uploads'));
    expect(uploads.sort()).toEqual([upload, `${upload}.json`]);
  });
});
