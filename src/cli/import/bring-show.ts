import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AlongsideError } from '../../episode/error.ts';
import type { FeedShow, Remark } from '../../import/feed.ts';
import { showFields } from '../../import/show-fields.ts';
import { feedGuid } from '../../store/feed-guid.ts';
import { type Sending, sendBeside } from '../sending.ts';
import { call, errorFromProblem, reach } from '../server-api.ts';
import type { Fetching } from './ask-for.ts';
import { fetchSmall } from './fetch-small.ts';
import { coverAt } from './gather.ts';
import type { Workplace } from './workplace.ts';

export interface ShowBrought {
  /** `left`: the server has a show of its own, which stays. */
  state: 'brought' | 'same' | 'left';
  remarks: Remark[];
}

/** The show's GUID: the one it has, else the one that follows from its old address. */
export function showGuid(show: FeedShow, address: string): string | null {
  const known = /^https?:/.test(address) ? address : show.self;
  return show.guid ?? (known === null ? null : feedGuid(known));
}

/**
 * Brings the show itself over, into one that is still as new, or has been asked to be replaced.
 *
 * @param address the feed's
 * @param hasOthers whether the server has episodes that are not of this feed
 */
export async function bringShow(
  { show, address, hasOthers }: { show: FeedShow; address: string; hasOthers: boolean },
  replace: boolean,
  work: Workplace,
  fetching: Fetching,
  sending: Sending,
): Promise<ShowBrought> {
  const { server } = sending;
  const there = await call<{ title: string; guid: string; untouched: boolean }>(
    server,
    '/api/show',
  );
  const guid = showGuid(show, address);
  if (!replace && !there.untouched && there.guid === guid) return { state: 'same', remarks: [] };
  if (!replace && (!there.untouched || hasOthers)) {
    return { state: 'left', remarks: [stays(there.title)] };
  }

  const remarks: Remark[] = [];
  const folder = await work.open('show');
  const cover = await sendCover(show, folder, fetching, sending).catch((error: unknown) => {
    if (!(error instanceof AlongsideError)) throw error;
    const message = `The show’s cover did not come: ${error.message}`;
    remarks.push({ episode: null, message, remedy: error.facts.remedy, isLoss: true });
    return undefined;
  });
  const response = await reach(server, '/api/show', {
    method: 'PUT',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ show: showFields(show), guid: guid ?? undefined, cover, replace }),
  });
  const answer = await response.text();
  if (!response.ok) throw errorFromProblem(answer, server, response.status);
  const { changed } = JSON.parse(answer) as { changed: boolean };
  return { state: changed ? 'brought' : 'same', remarks };
}

async function sendCover(
  { cover }: FeedShow,
  folder: string,
  fetching: Fetching,
  sending: Sending,
): Promise<string | undefined> {
  if (cover === null) return undefined;
  const load = async (url: string) => (await fetchSmall(url, 32 << 20, fetching)).bytes;
  const { name, bytes } = await coverAt(cover, load);
  const path = join(folder, name);
  await writeFile(path, bytes);
  return sendBeside(path, 'show', sending);
}

function stays(title: string): Remark {
  return {
    episode: null,
    message: `The server’s show “${title}” stays as it is; only episodes come.`,
    remedy: 'Say --replace-show to bring title, cover, GUID and the rest as well.',
    isLoss: false,
  };
}
