import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { asFailed, askFor, type Fetching, failed, refusal, withTries } from './ask-for.ts';

export interface SmallAnswer {
  bytes: Uint8Array;
  contentType: string | null;
  /** Where it was found in the end. */
  url: string;
}

/**
 * Fetches a file that is kept in memory: a feed, a transcript, a picture.
 *
 * @param url of the web, or `file:` where the feed itself is a file
 * @param most bytes it may have
 * @throws AlongsideError `download_failed`
 */
export async function fetchSmall(
  url: string,
  most: number,
  fetching: Fetching,
): Promise<SmallAnswer> {
  if (url.startsWith('file:')) return readSmall(url, most);
  return withTries(fetching, async () => {
    const answer = await askFor(url, { accept: '*/*' }, fetching);
    try {
      if (!answer.response.ok) throw refusal(answer);
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of answer.response.body ?? []) {
        answer.alive();
        chunks.push(chunk as Uint8Array);
        size += (chunk as Uint8Array).length;
        if (size > most) throw tooLarge(url, most);
      }
      const contentType = answer.response.headers.get('content-type');
      return { bytes: Buffer.concat(chunks), contentType, url: answer.url };
    } catch (error) {
      throw fetching.signal.aborted ? fetching.signal.reason : asFailed(error, url);
    } finally {
      answer.end();
    }
  });
}

async function readSmall(url: string, most: number): Promise<SmallAnswer> {
  const path = fileURLToPath(url);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw failed(`There is no file ${path}.`, 'Put it beside the feed.');
  if (found.size > most) throw tooLarge(path, most);
  return { bytes: await readFile(path), contentType: null, url };
}

function tooLarge(what: string, most: number) {
  const limit = `${Math.round(most / (1 << 20))} MB`;
  return failed(`${what} is larger than ${limit}.`, 'Bring that file by hand.');
}
