import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { AlongsideError, faultOfFiles } from '../../episode/error.ts';
import type { FeedEpisode, FeedShow, Remark } from '../../import/feed.ts';
import { awaitJob, megabytes, type Sending, sendBeside, sendRecording } from '../sending.ts';
import { call } from '../server-api.ts';
import type { Fetching } from './ask-for.ts';
import { download } from './download.ts';
import { gather } from './gather.ts';
import type { Planned } from './plan.ts';
import type { Workplace } from './workplace.ts';

/** What came of one episode. */
export interface Brought {
  slug: string;
  url: string;
  remarks: Remark[];
}

/**
 * Brings an episode over: its recording, unless the server has it, and all that goes with it, under the GUID
 * it has always had. The server publishes all of it at once or nothing.
 *
 * @throws AlongsideError why it cannot come
 */
export async function bringEpisode(
  planned: Planned,
  show: FeedShow,
  work: Workplace,
  fetching: Fetching,
  sending: Sending,
): Promise<Brought> {
  const { episode } = planned;
  const folder = await work.open(episode.guid, episode.date?.slice(0, 10));
  try {
    const brought = await bringFrom(folder, planned, show, fetching, sending);
    await work.done(folder);
    return brought;
  } catch (error) {
    // The next run would find a recording there that is of no use; what broke off it goes on with.
    if (error instanceof AlongsideError && isSettled(error)) await work.done(folder);
    throw error;
  }
}

function isSettled(error: AlongsideError): boolean {
  return faultOfFiles(error) || error.code === 'guid_taken';
}

async function bringFrom(
  folder: string,
  planned: Planned,
  show: FeedShow,
  fetching: Fetching,
  sending: Sending,
): Promise<Brought> {
  const { episode, here, slug, mark } = planned;
  const isKnown = here?.imported?.recording === episode.recording.url;
  const place = {
    name: 'recording',
    slug: here !== null && isKnown ? null : slug,
    title: episode.title,
    replaceRecording: here !== null && !isKnown,
  };
  const { recording, sha256 } =
    here !== null && isKnown
      ? { recording: { sha256: here.sha256 }, sha256: here.sha256 }
      : await sendRecording(await downloaded(episode, folder, fetching, sending), place, sending);

  const { files, remarks } = await gather(episode, show, folder, fetching);
  const send = async (path: string | null) =>
    path === null ? undefined : sendBeside(path, sha256, sending);
  const body = {
    recording,
    transcript: await send(files.transcript),
    chapters: await send(files.chapters),
    cover: await send(files.cover),
    details: await send(files.details),
    slug: place.slug ?? undefined,
    replaceRecording: place.replaceRecording,
    guid: episode.guid,
    imported: {
      // What did not come whole is tried again by the next import.
      mark: remarks.some(({ isLoss }) => isLoss) ? `incomplete ${mark}` : mark,
      recording: episode.recording.url,
    },
  };
  const { job } = await call<{ job: string }>(sending.server, '/api/episodes', body);
  const news = await awaitJob(job, sending);
  return { slug: news.slug, url: news.url, remarks: [...remarks, ...doubts(episode, news.report)] };
}

async function downloaded(
  episode: FeedEpisode,
  folder: string,
  fetching: Fetching,
  { bar }: Sending,
): Promise<string> {
  const { recording } = episode;
  const path = join(folder, `recording${endingOf(recording)}`);
  await download(recording.url, path, fetching, (got, all) => {
    const whole = all ?? recording.bytes;
    const share = whole ? Math.min(1, got / whole) : 0;
    const note = whole ? `${megabytes(got)} of ${megabytes(whole)}` : megabytes(got);
    bar.show('Fetching the recording', share, note);
  });
  bar.show('Fetching the recording', 1, megabytes((await stat(path)).size));
  return path;
}

/** What the recording is called in its folder; what it is, the server sees by its bytes. */
function endingOf({ url, type }: FeedEpisode['recording']): string {
  const ending = extname(new URL(url).pathname).toLowerCase();
  if (endings.includes(ending)) return ending;
  return byType.find(([pattern]) => pattern.test(type ?? ''))?.[1] ?? '.mp3';
}

const endings = '.mp3 .m4a .m4b .aac .mp4 .m4v .mov .ogg .oga .opus .flac .wav .webm'.split(' ');
const byType: [RegExp, string][] = [
  [/m4a|audio\/mp4|aac/, '.m4a'],
  [/ogg|opus/, '.ogg'],
  [/flac/, '.flac'],
  [/wav/, '.wav'],
  [/video\/(?:mp4|quicktime|x-m4v)/, '.mp4'],
];

/** What the server had to say, which nobody else will read. */
function doubts(
  { title, guid }: FeedEpisode,
  report: { warnings: string[]; problems: { line: number | null; message: string }[] } | null,
): Remark[] {
  const said = [
    ...(report?.problems ?? []).map(({ line, message }) =>
      line === null ? `Transcript: ${message}` : `Transcript, line ${line}: ${message}`,
    ),
    ...(report?.warnings ?? []),
  ];
  const episode = title ?? guid;
  return said.map((message) => ({ episode, message, remedy: null, isLoss: false }));
}
