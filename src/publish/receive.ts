import { randomUUID } from 'node:crypto';
import { AlongsideError, partAtFault } from '../episode/error.ts';
import { noEpisode } from '../episode/no-episode.ts';
import type { Ffmpeg } from '../media/ffmpeg.ts';
import { describePicture, type Picture } from '../media/picture.ts';
import { probe } from '../media/probe.ts';
import { readTags } from '../media/tags.ts';
import { readChaptersFile } from '../store/chapters-file.ts';
import { type Imported, newDecided, readDecided } from '../store/decided.ts';
import { type Details, parseDetails, readDetails } from '../store/details.ts';
import { findGivenFiles, plainEnding } from '../store/given-files.ts';
import { hashFile, hashOf } from '../store/hash-file.ts';
import { formerTranscript } from '../store/history.ts';
import { type JobOrder, orderVersion, type Part } from '../store/jobs.ts';
import { episodeFolder, type Layout } from '../store/layout.ts';
import { readBytes, smallFiles } from '../store/read-bytes.ts';
import { deleteUploads, type UploadedFile } from '../store/uploads.ts';
import { readTranscript } from '../transcript/read.ts';
import { type Ordered, refuseTakenGuid } from './check-guid.ts';
import { checkUpload } from './check-upload.ts';
import { type Arriving, choosePlace, type Shelf } from './choose-place.ts';
import { keepShown } from './keep-shown.ts';
import type { Job } from './queue.ts';
import { stageOrder } from './stage-order.ts';
import { tellRemoved } from './tell-removed.ts';
import { withOptions } from './with-options.ts';

/** What the publisher asks for. */
export interface Request {
  /** Slug of the episode that is to be changed; else the recording tells which one, if any. */
  episode?: string | undefined;
  /** The upload of the recording, or the SHA-256 of one the server holds already; else the episode's own. */
  recording?: { upload: string } | { sha256: string } | undefined;
  /** Uploads of the other parts. */
  transcript?: string | undefined;
  /** A transcript the episode had before, by its name in `history/`. */
  version?: string | undefined;
  cover?: string | undefined;
  /** JSON chapters of the podcast namespace. */
  chapters?: string | undefined;
  /** An `episode.md`, with or without fields above its notes. */
  details?: string | undefined;
  options: Details;
  /** Options given before that are to hold no longer. */
  forget?: (keyof Details)[] | undefined;
  slug?: string | undefined;
  normalize?: boolean | undefined;
  replaceRecording?: boolean | undefined;
  /** Whether a recording that is an episode already is refused, instead of changing it. */
  mustBeNew?: boolean | undefined;
  /** The GUID that it has had elsewhere; else a new episode gets one of its own. */
  guid?: string | undefined;
  imported?: Imported | undefined;
  /** Who asks. */
  by?: string | null | undefined;
}

/** A file that comes with the request; without an id it is one the episode had before. */
interface Brought extends Pick<UploadedFile, 'path' | 'name'> {
  id: string | null;
  sha256: string;
}

/** An order that was accepted, or the job of the one before it that asks for exactly the same. */
export type Received = { order: JobOrder } | { job: Job };

type Uploads = Partial<Record<Part, Brought>>;

/**
 * Accepts an upload: checks all of it that can be checked quickly, decides whether it is a new episode or
 * a change to one, and writes the order. Nothing readers see changes before the order is carried out.
 *
 * @throws AlongsideError with what is wrong; uploads that can be of no use are deleted then
 */
export async function receive(
  request: Request,
  to: Shelf & Ordered & { ffmpeg: Ffmpeg },
): Promise<Received> {
  const uploads: Uploads = {};
  try {
    Object.assign(uploads, await checkedUploads(request, to.layout));
    const asked = whatIsAsked(request, uploads);
    const job = to.again(asked);
    if (job !== undefined) {
      await deleteUploads(to.layout, { uploads: idsOf(uploads), recording: null });
      return { job };
    }
    const cover = await checkContents(uploads, to.ffmpeg);
    const order = await orderFor(request, uploads, { cover, asked }, to);
    const paths = Object.entries(uploads).map(([part, upload]) => [part, upload.path]);
    // A version in the history must not change when the file that is made of it is edited.
    const copied: Part[] = request.version === undefined ? [] : ['transcript'];
    await stageOrder(to.layout, order, Object.fromEntries(paths), copied);
    // It is accepted from here on; what stays of its uploads is deleted when it has been carried out.
    await deleteUploads(to.layout, order).catch(() => {});
    return { order };
  } catch (error) {
    // What is wrong with a file stays wrong. The bytes of the others, and of all where something else is
    // amiss (another slug, room on the disk), need not come again.
    const part = partAtFault(error) as Part | null;
    const id = part && uploads[part]?.id;
    if (id) await deleteUploads(to.layout, { uploads: [id], recording: null });
    throw error;
  }
}

/** The same for the same request: what comes twice, as when a command is run again, is done once. */
function whatIsAsked(request: Request, uploads: Uploads): string {
  const brought = Object.entries(uploads).map(([part, { sha256 }]) => [part, sha256]);
  const { episode, options, forget, slug, normalize, replaceRecording, guid, version } = request;
  const said = [episode, options, forget, slug, normalize, replaceRecording, guid, version];
  const { recording } = request;
  const known = recording && 'sha256' in recording ? recording.sha256 : null;
  return hashOf(JSON.stringify([brought, said, known]));
}

async function checkedUploads(request: Request, layout: Layout): Promise<Uploads> {
  const { recording, transcript, cover, chapters, details } = request;
  const ids = {
    recording: recording && 'upload' in recording ? recording.upload : undefined,
    transcript,
    cover,
    chapters,
    details,
  };
  const uploads: Uploads = {};
  for (const [part, id] of Object.entries(ids) as [Part, string | undefined][]) {
    if (id !== undefined) uploads[part] = await checkUpload(layout, id);
  }
  if (request.version !== undefined) uploads.transcript = await former(request, layout);
  return uploads;
}

/** A transcript from the episode's history. */
async function former(request: Request, layout: Layout): Promise<Brought> {
  const { episode = '', version = '' } = request;
  const path = await formerTranscript(layout, episode, version);
  return { id: null, path, name: version, sha256: await hashFile(path) };
}

function idsOf(uploads: Uploads): string[] {
  return Object.values(uploads).flatMap(({ id }) => id ?? []);
}

/** @returns the cover's type by its bytes; null where there is none */
async function checkContents(uploads: Uploads, ffmpeg: Ffmpeg): Promise<Picture['type'] | null> {
  const { recording, transcript, cover, chapters, details } = uploads;
  if (recording) await probe(ffmpeg, recording.path, { name: recording.name });
  if (transcript) readTranscript(await bytesOf(transcript, 'transcript'), transcript.name);
  if (chapters) await readChaptersFile(chapters.path);
  if (details) await uploadedDetails(details);
  return cover ? describePicture(await bytesOf(cover, 'cover'), cover.name).type : null;
}

async function bytesOf({ path, name }: Brought, part: keyof typeof smallFiles) {
  return readBytes(path, { ...smallFiles[part], name });
}

async function orderFor(
  request: Request,
  uploads: Uploads,
  { cover, asked }: { cover: Picture['type'] | null; asked: string },
  to: Shelf & Ordered,
): Promise<JobOrder> {
  const coming = await arriving(request, uploads, to);
  const { instead, removed, ...place } = await choosePlace(coming, to);
  // The same bytes under an episode's own name are no new recording.
  const known = uploads.recording && to.catalogue.slugOfRecording(uploads.recording.sha256);
  const brought = Object.entries(uploads).filter(([part]) => part !== 'recording' || !known);

  const folder = episodeFolder(to.layout, place.slug);
  const fresh = place.isNew
    ? { ...newDecided(), ...(request.guid === undefined ? {} : { guid: request.guid }) }
    : ((await readDecided(folder)) ?? newDecided());
  // What the order before it was told is not to be said again.
  const before = instead?.decided ?? fresh;
  refuseTakenGuid({ guid: before.guid, wanted: request.guid, slug: place.slug }, to);
  const here = place.isNew ? null : await findGivenFiles(folder);
  const written = await writtenDetails(uploads.details, here?.details ? folder : null);
  const parts: Uploads = Object.fromEntries(brought);
  const shown = parts.recording && to.catalogue.manifest(place.slug);
  const kept = { ...before, options: keepShown(before.options, shown, written) };
  const decided = withOptions(kept, request, parts, written);
  if (place.moveTo !== null) {
    const former = new Set([...decided.formerSlugs, place.slug]);
    former.delete(place.moveTo);
    decided.formerSlugs = [...former];
  }
  const staged = brought.map(([part, { name }]) => [
    part,
    part === 'cover' ? coverName(cover) : nameInFolder(part as Part, name),
  ]);
  const replaces = staged
    .map(([part, name]) => (here?.[part as Part] === name ? null : here?.[part as Part]))
    .filter((name) => typeof name === 'string');
  return {
    version: orderVersion,
    id: randomUUID(),
    ...place,
    recording: coming.sha256,
    staged: Object.fromEntries(staged),
    replaces,
    uploads: idsOf(uploads),
    asked,
    supersedes: instead?.id ?? null,
    ...(removed && request.guid === undefined && { warnings: [tellRemoved(removed)] }),
    decided,
  };
}

async function arriving(request: Request, uploads: Uploads, to: Shelf): Promise<Arriving> {
  const { recording, details } = uploads;
  const written = details && (await uploadedDetails(details)).title;
  const episode = request.episode ?? null;
  const common = {
    episode,
    slug: request.slug ?? null,
    title: request.options.title ?? written ?? null,
    replaceRecording: request.replaceRecording ?? false,
    mustBeNew: request.mustBeNew ?? false,
    parts: Object.keys(uploads) as Part[],
  };
  if (recording !== undefined) {
    const title = common.title ?? (await readTags(recording.path)).title;
    return { ...common, title, sha256: recording.sha256, name: recording.name };
  }
  const named = request.recording && 'sha256' in request.recording ? request.recording.sha256 : '';
  const sha256 = named || (episode && to.catalogue.manifest(episode)?.recording.sha256) || '';
  if (to.catalogue.slugOfRecording(sha256) !== undefined) return { ...common, sha256, name: '' };
  if (episode !== null) throw noEpisode(episode);
  throw new AlongsideError('upload_not_found', 'The server does not hold that recording.', {
    remedy: 'Run the same command again; it sends the file anew.',
  });
}

/** The fields of the `episode.md` the episode will have: the one that comes, or the one that is there. */
async function writtenDetails(
  upload: Brought | undefined,
  folder: string | null,
): Promise<Details> {
  if (upload) return uploadedDetails(upload);
  return folder === null ? {} : (await readDetails(`${folder}/episode.md`)).details;
}

async function uploadedDetails(upload: Brought): Promise<Details> {
  const text = new TextDecoder().decode(await bytesOf(upload, 'details'));
  return parseDetails(text, upload.name).details;
}

/** A cover is called what it is, whatever it was called: a folder's pictures are found by their endings. */
function coverName(type: Picture['type'] | null): string {
  return type === 'image/png' ? 'cover.png' : 'cover.jpg';
}

function nameInFolder(part: Part, name: string): string {
  if (part === 'details') return 'episode.md';
  if (part === 'chapters') return 'chapters.json';
  return `${part}${plainEnding(name) ?? (part === 'transcript' ? '.txt' : '')}`;
}
