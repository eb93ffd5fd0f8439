import { addressOf, type Config } from '../../config.ts';
import { AlongsideError } from '../../episode/error.ts';
import type { FeedEpisode, Remark } from '../../import/feed.ts';
import type { Feed } from '../../import/join-pages.ts';
import type { Connection } from '../connection-flags.ts';
import { findServer } from '../find-server.ts';
import { createProgressBar } from '../progress-bar.ts';
import { awaitJob, type Sending } from '../sending.ts';
import { call, type ServerApi } from '../server-api.ts';
import type { Fetching } from './ask-for.ts';
import { bringEpisode } from './bring-episode.ts';
import { bringShow } from './bring-show.ts';
import { leadsInside } from './inside.ts';
import { feedAddress, loadFeed } from './load-feed.ts';
import { type Here, type Planned, plan } from './plan.ts';
import { describeOutcome, describePlan, describeRemarks, type Outcome, short } from './report.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

export interface ImportOptions extends Connection {
  onlyNew?: boolean;
  limit?: number;
  replaceShow?: boolean;
  keep?: string;
  dryRun?: boolean;
}

/** Where an import prints: results to `out`, everything else to `err`, a line each. */
export interface Surroundings {
  out: (line: string) => void;
  err: (line: string) => void;
  signal: AbortSignal;
}

/**
 * Brings a podcast over from its feed, newest episode first, one after another.
 *
 * @param given address of the feed, or a file
 * @returns whether everything came
 * @throws AlongsideError where the feed cannot be read or the server not be reached
 */
export async function importFeed(
  given: string,
  options: ImportOptions,
  config: Config,
  { out, err, signal }: Surroundings,
): Promise<boolean> {
  const address = feedAddress(given);
  const isWeb = !address.startsWith('file:');
  const fetching: Fetching = {
    onlyOutside: isWeb && !(await leadsInside(address)),
    signal,
    pauses: [1000, 5000],
  };
  const bar = createProgressBar();
  try {
    bar.show('Fetching the feed', 0);
    const feed = await loadFeed(address, fetching, (pages) =>
      bar.show('Fetching the feed', 0, `${pages} pages`),
    );
    bar.end();
    const episodes = feed.episodes.slice(0, options.limit ?? feed.episodes.length);
    const remarks = [...feed.remarks, ...toKnow(feed, episodes)];
    if (options.dryRun)
      return await tell({ ...feed, episodes, remarks }, options, config, { out, err });

    const sending: Sending = { server: await findServer(config, options), bar };
    const here = await whatIsHere(sending);
    const work = await openWorkplace(address, options.keep ?? null);
    const guids = new Set(feed.episodes.map(({ guid }) => guid));
    const hasOthers = here.some(({ guid }) => !guids.has(guid));
    const shown = { show: feed.show, address, hasOthers };
    const brought = await bringShow(shown, options.replaceShow ?? false, work, fetching, sending);
    remarks.push(...brought.remarks);

    const planned = plan(episodes, here);
    const outcomes: Outcome[] = [];
    for (const one of planned) {
      const head = `[${outcomes.length + 1}/${planned.length}] ${short(one.episode.title ?? one.slug, 70)}`;
      outcomes.push(await bring(one, head, options, feed, work, fetching, sending, remarks, err));
    }
    if (!remarks.some(({ isLoss }) => isLoss)) await work.clear();
    report(outcomes, remarks, brought.state, options, out);
    return !remarks.some(({ isLoss }) => isLoss);
  } finally {
    bar.stop();
  }
}

async function bring(
  planned: Planned,
  head: string,
  { onlyNew }: ImportOptions,
  feed: Feed,
  work: Workplace,
  fetching: Fetching,
  sending: Sending,
  remarks: Remark[],
  err: (line: string) => void,
): Promise<Outcome> {
  const { episode, state, slug } = planned;
  const outcome = { guid: episode.guid, title: episode.title, slug, url: null };
  if (state === 'same' || state === 'own' || (state === 'changed' && onlyNew)) {
    return { ...outcome, state: 'same' };
  }
  err(head);
  try {
    const brought = await bringEpisode(planned, feed.show, work, fetching, sending);
    sending.bar.end();
    remarks.push(...brought.remarks);
    const { url } = brought;
    return { ...outcome, slug: brought.slug, url, state: state === 'new' ? 'brought' : 'changed' };
  } catch (error) {
    sending.bar.stop();
    if (!(error instanceof AlongsideError) || endsAll(error)) throw error;
    const { message, facts } = error;
    const name = episode.title ?? episode.guid;
    remarks.push({ episode: name, message, remedy: facts.remedy, isLoss: true });
    err(`  ${message}`);
    return { ...outcome, state: 'failed' };
  }
}

/** What is wrong with one episode is no reason to leave the others; what is wrong with the server is. */
function endsAll({ code }: AlongsideError): boolean {
  return ['server_unreachable', 'unauthorized', 'disk_full', 'ffmpeg_missing'].includes(code);
}

/** What the server has, once nothing is on its way any more from a run that broke off. */
async function whatIsHere(sending: Sending): Promise<Here[]> {
  const { publishing } = await call<{ publishing: { job: string }[] }>(
    sending.server,
    '/api/episodes',
  );
  for (const { job } of publishing) {
    // That it fails is told when the same episode's turn comes.
    await awaitJob(job, sending).catch((error: unknown) => {
      if (!(error instanceof AlongsideError) || endsAll(error)) throw error;
    });
  }
  return (await call<{ guids: Here[] }>(sending.server, '/api/guids')).guids;
}

function report(
  outcomes: Outcome[],
  remarks: Remark[],
  show: string,
  { json }: ImportOptions,
  out: (line: string) => void,
) {
  if (json) out(JSON.stringify({ show, episodes: outcomes, remarks }));
  else for (const line of describeOutcome(outcomes, remarks)) out(line);
}

/** Says what would come; a server that cannot be asked knows nothing of it yet. */
async function tell(
  { show, episodes, remarks }: Feed,
  options: ImportOptions,
  config: Config,
  { out, err }: Pick<Surroundings, 'out' | 'err'>,
): Promise<boolean> {
  const here = await ask(options, config).catch((error: unknown) => {
    if (!(error instanceof AlongsideError)) throw error;
    err(`${options.server ?? addressOf(config)} was not asked what it has: ${error.message}`);
    return [];
  });
  const planned = plan(episodes, here);
  if (options.json) {
    const list = planned.map(({ episode, state, slug }) => ({ state, slug, ...episode }));
    out(JSON.stringify({ dryRun: true, show, episodes: list, remarks }));
  } else {
    for (const line of [...describePlan(show, planned), ...describeRemarks(remarks)]) out(line);
  }
  err('Nothing was sent (--dry-run).');
  return !remarks.some(({ isLoss }) => isLoss);
}

async function ask(options: ImportOptions, config: Config): Promise<Here[]> {
  const server: ServerApi = await findServer(config, options);
  return (await call<{ guids: Here[] }>(server, '/api/guids')).guids;
}

/** What comes otherwise than somebody may expect. */
function toKnow({ show }: Feed, episodes: FeedEpisode[]): Remark[] {
  const remarks: Remark[] = [];
  const note = (message: string, remedy: string | null, episode: string | null = null) =>
    remarks.push({ episode, message, remedy, isLoss: false });
  if (show.locked) {
    note('The feed asks others not to import it (podcast:locked).', 'Go on only if it is yours.');
  }
  const pictures = [show, ...episodes].flatMap(({ people }) =>
    people.map(({ picture }) => picture),
  );
  const known = new Set(pictures.filter((picture) => picture !== null));
  if (known.size > 0) {
    const remedy =
      'Put them beside show.yaml and name them in people.yaml before the old host is gone.';
    note(`${known.size} pictures of people stay where they are, as links.`, remedy);
  }
  for (const { date, title, guid } of episodes) {
    if (date !== null) continue;
    const message =
      'The feed has no date for it that can be read; its tags or today stand for one.';
    note(message, 'Give it one in episode.md.', title ?? guid);
  }
  return remarks;
}
