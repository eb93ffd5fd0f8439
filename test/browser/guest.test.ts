import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRecording, putEpisode, timedTranscript } from '../sample-episode.ts';
import { newEpisodesDir, removeEpisodesDir, type SpawnedServer, spawnServer } from '../serve.ts';
import { findings } from './axe.ts';
import { phone, useBrowser } from './open-browser.ts';

const { open } = useBrowser();
let given: string;
let server: SpawnedServer;
beforeAll(async () => {
  given = await mkdtemp(join(tmpdir(), 'alongside-guest-'));
  const episodesDir = await newEpisodesDir();
  await putEpisode(episodesDir, 'talk', {
    'recording.mp3': null,
    'episode.md': '---\ntitle: A talk\n---\n',
  });
  server = await spawnServer({ episodesDir });
  while (!(await fetch(`${server.url}/episodes/talk/`)).ok) await sleep(50);
});
afterAll(async () => {
  await server.kill();
  await removeEpisodesDir(server.episodesDir);
  await rm(given, { recursive: true, force: true });
});

async function invite(slug: string, allow = ['recording', 'transcript']): Promise<string> {
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  const response = await fetch(`${server.url}/api/invites`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ slug, allow, expires, name: 'Ada' }),
  });
  return ((await response.json()) as { url: string }).url;
}

/** A recording of 1.3 MB. */
async function largeRecording(name: string, hz: number): Promise<string> {
  return makeRecording(join(given, name), { seconds: 15, hz });
}

async function write(name: string, text: string): Promise<string> {
  await writeFile(join(given, name), text);
  return join(given, name);
}

/**
 * As if the guest lived far away.
 *
 * @param uploadThroughput bytes a second
 * @returns brings them near again
 */
async function slowDown(page: Page, uploadThroughput: number): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const network = { offline: false, latency: 0, downloadThroughput: -1 };
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { ...network, uploadThroughput });
  return () => session.detach();
}

const sectionOf = (page: Page, part: string) => page.getByRole('region', { name: `The ${part}` });
const chooser = (page: Page, part: string) => page.getByLabel(`Choose the ${part}`);
const sent = (page: Page, part: string) =>
  sectionOf(page, part).locator('.told').getByText('Thank you.').waitFor();

/** Waits until some of a file has arrived. */
async function someArrived(page: Page, part: string) {
  await expect
    .poll(() =>
      sectionOf(page, part)
        .locator('progress')
        .evaluate((bar) => (bar as HTMLProgressElement).value),
    )
    .toBeGreaterThan(0.1);
}

test('a transcript is sent by keyboard alone', async () => {
  const { page, complaints } = await open(await invite('talk', ['transcript']));
  // Asked for early: the browser has to be told to hand the choice of files to us.
  const asked = page.waitForEvent('filechooser');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  await expect.poll(() => focused.getAttribute('id')).toBe('transcript-file');
  await page.keyboard.press('Enter');
  await (await asked).setFiles(await write('words.vtt', timedTranscript));
  await sent(page, 'transcript');
  expect(await page.getByRole('status').textContent()).toMatch(/^Thank you\. It was received, and/);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  expect(complaints).toEqual([]);
});

test('it fits on a phone, can be hit with a thumb, and axe finds nothing', async () => {
  const { page, complaints } = await open(await invite('talk'), phone);
  expect(await findings(page)).toEqual([]);
  const bad = await write('bad.txt', '');
  const asked = page.waitForEvent('filechooser');
  await chooser(page, 'transcript').tap();
  await (await asked).setFiles(bad);
  // What is wrong is said as the server says it.
  const problem = page.getByRole('alert').filter({ visible: true });
  await problem.getByText('The transcript is empty').waitFor();
  const heights = await page
    .locator('input, button')
    .filter({ visible: true })
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(heights).toHaveLength(2);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  expect(await findings(page)).toEqual([]);
  expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
});

test('it stops and goes on when told, and by itself when the server was killed', async () => {
  const { page } = await open(await invite('killed', ['recording']));
  const speedUp = await slowDown(page, 600_000);
  const path = await largeRecording('killed.wav', 300);
  const section = sectionOf(page, 'recording');
  await chooser(page, 'recording').setInputFiles(path);
  await someArrived(page, 'recording');
  await page.getByRole('button', { name: 'Stop' }).click();
  await section
    .getByText(/^Stopped at [\d.]+ of 1.3 MB$/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Go on' }).click();
  await section
    .locator('.told')
    .getByText(/^Sending/)
    .waitFor();

  await server.kill();
  await section.locator('.told').getByText('The connection is broken.').waitFor();
  const { episodesDir, url } = server;
  server = await spawnServer({ episodesDir, port: Number(new URL(url).port) });
  await speedUp();
  await sent(page, 'recording');
  expect(await section.locator('.told').textContent()).toContain('reads it before it is published');
  const arrived = await readFile(join(episodesDir, 'killed', 'recording.wav'));
  expect(arrived.equals(await readFile(path))).toBe(true);
});

test('after a reload the same file goes on from its last byte', async () => {
  const { page } = await open(await invite('reloaded', ['recording']));
  const speedUp = await slowDown(page, 600_000);
  const path = await largeRecording('reloaded.wav', 350);
  await chooser(page, 'recording').setInputFiles(path);
  await someArrived(page, 'recording');
  await page.reload();
  await page.getByText('“reloaded.wav” was not sent whole.').waitFor();
  await speedUp();
  const offsets: number[] = [];
  page.on('request', (request: Request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  await chooser(page, 'recording').setInputFiles(path);
  await sent(page, 'recording');
  expect(offsets[0]).toBeGreaterThan(0);
  const arrived = await readFile(join(server.episodesDir, 'reloaded', 'recording.wav'));
  expect(arrived.equals(await readFile(path))).toBe(true);
});

test('both may be chosen at once: the transcript waits for its recording', async () => {
  const { page } = await open(await invite('both'), phone);
  const speedUp = await slowDown(page, 100_000);
  const [recording, transcript] = [
    await makeRecording(join(given, 'both.mp3'), { hz: 700 }),
    await write('both.vtt', timedTranscript),
  ];
  await chooser(page, 'recording').setInputFiles(recording);
  await chooser(page, 'transcript').setInputFiles(transcript);
  await sectionOf(page, 'transcript').locator('.told').getByText('waits for its turn').waitFor();
  await speedUp();
  await sent(page, 'recording');
  await sent(page, 'transcript');
});

test('without JavaScript it says what is missing', async () => {
  const { page } = await open(await invite('talk'), { javaScriptEnabled: false });
  const missing = page.locator('noscript p');
  expect(await missing.isVisible()).toBe(true);
  expect(await missing.innerText()).toContain('Sending files needs JavaScript');
  expect(await page.locator('input').filter({ visible: true }).count()).toBe(0);
});

test('what was accepted is told of as received, though the link is withdrawn meanwhile', async () => {
  const { page } = await open(await invite('talk', ['recording']));
  const headers = { authorization: `Bearer ${server.token}` };
  const call = (path: string, method = 'GET') => fetch(`${server.url}${path}`, { method, headers });
  const { invites } = (await (await call('/api/invites')).json()) as { invites: { id: string }[] };
  await page.route('**/jobs/*/events', async (route) => {
    await call(`/api/invites/${invites.at(-1)?.id}`, 'DELETE');
    await route.continue();
  });
  await chooser(page, 'recording').setInputFiles(
    await makeRecording(join(given, 'withdrawn.wav'), { seconds: 2, hz: 700 }),
  );
  const section = sectionOf(page, 'recording');
  await section
    .locator('.told')
    .getByText(/^It was received\. This link has been withdrawn\./)
    .waitFor();
  expect(await section.getByRole('alert').count()).toBe(0);
  expect(await section.getByText('It has arrived').count()).toBe(0);
});
