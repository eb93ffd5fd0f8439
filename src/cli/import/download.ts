import { createWriteStream } from 'node:fs';
import { copyFile, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { asDiskFull } from '../../store/write-file.ts';
import {
  type Answer,
  asFailed,
  askFor,
  type Fetching,
  failed,
  refusal,
  tryAgain,
  withTries,
} from './ask-for.ts';

/** Longer than any interview: 8 GB. */
const mostBytes = 8 * 2 ** 30;

/**
 * Downloads a recording to a file. What an earlier run has of it is kept: the rest alone is asked for, as
 * long as the server says that it is the same file still (RFC 9110, 13.1.5).
 *
 * @param to the file; while it is not whole it lies beside, with `.part` at its end
 * @param onBytes told what is there and, where the server says it, how much there will be
 * @throws AlongsideError `download_failed`
 */
export async function download(
  url: string,
  to: string,
  fetching: Fetching,
  onBytes: (got: number, all: number | null) => void,
): Promise<void> {
  if (await sizeOf(to)) return;
  if (url.startsWith('file:')) return copyBeside(url, to);
  await withTries(fetching, () => goOn(url, to, fetching, onBytes));
}

async function goOn(
  url: string,
  to: string,
  fetching: Fetching,
  onBytes: (got: number, all: number | null) => void,
) {
  const part = `${to}.part`;
  const known = await validatorOf(part, url);
  const offset = known === null ? 0 : await sizeOf(part);
  const headers = offset > 0 && known ? { range: `bytes=${offset}-`, 'if-range': known } : {};
  // Packed on the way, the bytes would be others than those that are counted.
  const answer = await askFor(url, { 'accept-encoding': 'identity', ...headers }, fetching);
  const { response } = answer;
  try {
    if (response.status === 416) {
      await rm(part, { force: true });
      throw failed(`${url} has changed.`, tryAgain, { passing: true, after: 0 });
    }
    if (!response.ok || response.body === null) throw refusal(answer);
    const from = startOf(response, offset);
    const all = totalOf(response, from);
    if ((all ?? 0) > mostBytes) throw tooLarge(url);
    await noteValidator(part, url, response);
    await write(answer, part, from, (got) => onBytes(got, all));
    const got = await sizeOf(part);
    if (all !== null && got < all) {
      const message = `${url} broke off at ${got} of ${all} bytes.`;
      throw failed(message, tryAgain, { passing: true, after: 0 });
    }
    if (got === 0) throw failed(`${url} is empty.`, 'Look for the recording elsewhere.');
  } catch (error) {
    throw fetching.signal.aborted ? fetching.signal.reason : asFailed(asDiskFull(error, to), url);
  } finally {
    answer.end();
  }
  await rename(part, to);
  await rm(`${part}.from`, { force: true });
}

async function write(answer: Answer, part: string, from: number, onBytes: (got: number) => void) {
  let got = from;
  const counted = async function* () {
    for await (const chunk of answer.response.body ?? []) {
      answer.alive();
      got += (chunk as Uint8Array).length;
      if (got > mostBytes) throw tooLarge(answer.url);
      onBytes(got);
      yield chunk as Uint8Array;
    }
  };
  await pipeline(counted, createWriteStream(part, { flags: from > 0 ? 'a' : 'w', mode: 0o600 }));
}

/** Where the bytes of an answer begin: a server that does not resume begins anew. */
function startOf(response: Response, asked: number): number {
  if (response.status !== 206) return 0;
  const from = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
  if (Number(from) === asked) return asked;
  throw failed('The server sent another part than the one asked for.', tryAgain);
}

function totalOf(response: Response, from: number): number | null {
  const length = response.headers.get('content-length');
  return length === null || response.headers.has('content-encoding') ? null : from + Number(length);
}

/** By what the server knows the file again: a strong tag, else its date. */
async function noteValidator(part: string, url: string, { headers }: Response) {
  const tag = headers.get('etag');
  const strong = tag?.startsWith('"') ? tag : headers.get('last-modified');
  await writeFile(`${part}.from`, JSON.stringify({ url, validator: strong ?? null }));
}

async function validatorOf(part: string, url: string): Promise<string | null> {
  try {
    const noted = JSON.parse(await readFile(`${part}.from`, 'utf8')) as Record<string, unknown>;
    return noted.url === url && typeof noted.validator === 'string' ? noted.validator : null;
  } catch {
    return null;
  }
}

async function copyBeside(url: string, to: string) {
  const path = fileURLToPath(url);
  await copyFile(path, to).catch(() => {
    throw failed(`There is no file ${path} that can be read.`, 'Put it beside the feed.');
  });
}

/** Bytes of a file; 0 where there is none. */
async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}

function tooLarge(url: string) {
  return failed(
    `${url} is larger than 8 GB.`,
    'Make it smaller and upload it with npm run upload.',
  );
}
