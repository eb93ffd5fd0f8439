import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { addressOf, type Config } from './config.ts';
import { describeProblem } from './episode/describe-problem.ts';
import { AlongsideError, describeError } from './episode/error.ts';
import { createServer } from './http/server.ts';
import { findDrawing } from './media/draw-picture.ts';
import { type Ffmpeg, findFfmpeg } from './media/ffmpeg.ts';
import { describePicture } from './media/picture.ts';
import { createAnnouncer } from './publish/announce/announcer.ts';
import { followPublic } from './publish/announce/follow-public.ts';
import { followShow } from './publish/follow-show.ts';
import { type Publisher, type PublisherLog, startPublishing } from './publish/publisher.ts';
import { startFinder } from './publish/search/finder.ts';
import type { Site } from './render/site.ts';
import { acousticModel } from './store/acoustic-model.ts';
import { assetVersions } from './store/asset-versions.ts';
import { createCatalogue } from './store/catalogue.ts';
import { createShowIfMissing } from './store/create-show.ts';
import { dateShow } from './store/date-show.ts';
import { decidedShow } from './store/decided-show.ts';
import { openInvites } from './store/invites.ts';
import { layoutOf } from './store/layout.ts';
import { readShow } from './store/show.ts';
import { openTokens } from './store/tokens.ts';
import { keptToken } from './store/upload-token.ts';

export interface App {
  server: FastifyInstance;
  publisher: Publisher;
  ffmpeg: Ffmpeg;
  /** Begins to answer; returns the address it is known by. */
  listen(): Promise<string>;
  /** Finishes running answers; publishing that is cut short goes on at the next start. */
  close(): Promise<void>;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const publicFolder = join(root, 'public');
const built = join(root, 'dist');

/** Joins the parts. The one place that knows them all. */
export async function buildApp(
  config: Config,
  options: { logger: FastifyServerOptions['logger']; log: PublisherLog },
): Promise<App> {
  const layout = layoutOf(config.episodesDir);
  const ffmpeg = await findFfmpeg(config.ffmpegPath);
  await createShowIfMissing(layout, join(publicFolder, 'default-cover.jpg'));
  let showProblems: string[] = [];
  const loadShow = async () => {
    const problems: string[] = [];
    try {
      const said = await readShow(layout, config.publicUrl, describePicture, (problem) => {
        problems.push(describeProblem('show.yaml', problem));
        options.log.info(problems.at(-1) ?? '');
      });
      return await dateShow(layout, said);
    } catch (error) {
      if (error instanceof AlongsideError) problems.push(...describeError(error).split('\n'));
      throw error;
    } finally {
      showProblems = problems;
    }
  };
  const { secret } = await decidedShow(layout, config.publicUrl);
  const catalogue = createCatalogue(await loadShow(), secret);
  const assets = await assetVersions(publicFolder);
  const site: Site = { url: config.publicUrl ?? addressOf(config), assets };
  const aligner = {
    workerFile: join(built, 'align-worker.js'),
    model: acousticModel(join(built, 'model', 'cmu-en-us.bin')),
  };
  const publisher = await startPublishing({ layout, catalogue, ffmpeg, aligner }, options.log);
  const announcer = createAnnouncer({
    ...{ layout, site: () => site, log: options.log },
    hubs: () => catalogue.show().hubs,
    webhooks: config.webhooks,
    webhookSecret: config.webhookSecret,
  });
  const { announce } = announcer;
  const seen = await followPublic({ layout, catalogue, announce, log: options.log });
  const show = followShow({ layout, catalogue, publisher, loadShow, log: options.log });

  const finder = startFinder({
    ...{ layout, catalogue, log: options.log },
    workerFile: join(built, 'search-worker.js'),
  });
  const drawPicture = await findDrawing(join(built, 'draw-worker.js'));
  if (drawPicture === null) options.log.info('Links show covers: cards cannot be drawn here.');

  const uploadToken = config.uploadToken ?? (await keptToken(layout.tokenFile));
  const unreadable = (error: AlongsideError) =>
    options.log.error({ err: error }, describeError(error));
  const tokens = await openTokens(layout.tokensFile, uploadToken, unreadable);
  const invites = await openInvites(layout.invitesFile, secret, unreadable);

  const context = {
    site: () => site,
    catalogue,
    showProblems: () => showProblems,
    layout,
    publisher: {
      ...publisher,
      async remove(slug: string) {
        await seen.look();
        await publisher.remove(slug);
      },
    },
    uploadToken,
    finder,
    tokens,
    invites,
    log: options.log,
    drawPicture,
    publicFolder,
  };
  const server = await createServer(context, {
    logger: options.logger,
    trustProxy: config.trustProxy,
    prefix: new URL(site.url).pathname.replace(/\/$/, ''),
  });

  return {
    server,
    publisher,
    ffmpeg,
    async listen() {
      const { host, port } = config;
      await server.listen({ host, port }).catch((error: Error) => {
        throw cannotListen(error, config);
      });
      const listening = server.server.address() as AddressInfo;
      if (config.publicUrl === null) site.url = addressOf({ host, port: listening.port });
      return site.url;
    },
    async close() {
      show.stop();
      await Promise.all([server.close(), publisher.close()]);
      await finder.close();
      await seen.stop();
      announcer.stop();
    },
  };
}

function cannotListen(cause: NodeJS.ErrnoException, { host, port }: Config): Error {
  const problems: Record<string, string> = {
    EADDRINUSE: `Something else listens on port ${port} already.`,
    EACCES: `Port ${port} is not open to this user.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine.`,
    ENOTFOUND: `${host} is not an address of this machine.`,
  };
  const problem = problems[cause.code ?? ''];
  if (problem === undefined) return cause;
  const remedy = 'Set HOST and PORT to an address that is free; PORT=0 finds a free port.';
  return new AlongsideError('setting_invalid', problem, { remedy }, cause);
}
