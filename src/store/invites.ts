import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { AlongsideError } from '../episode/error.ts';
import { type Invite, sendable } from '../episode/invite.ts';
import { readClaims, signClaims } from './invite-token.ts';
import { openKeptList } from './kept-list.ts';

/** An invite as the publisher sees it: never with its link, which is told once. */
export interface KeptInvite extends Invite {
  /** ISO 8601; null as long as it holds. */
  revoked: string | null;
}

/** Links for people without an account. */
export interface Invites {
  /** Makes one; throws `request_invalid` where it would hold for too long. */
  make(wanted: Omit<Invite, 'id'>): Promise<{ invite: Invite; token: string }>;
  list(): KeptInvite[];
  /** Ends one at once, even where that cannot be written; throws `invite_not_found`, `disk_full`. */
  revoke(id: string): Promise<void>;
  /** Tells the id of each that is revoked. */
  onRevoked(listener: (id: string) => void): void;
  /** The invite behind the last part of a link; throws `unauthorized` where it does not hold. */
  open(token: string): Invite;
  /** Notes which episode it has come to be for. */
  bind(id: string, guid: string): void;
  /** Notes that a job came of an invite, so that its guest may see how that goes. */
  noteJob(id: string, job: string): void;
  /** Whether it did. */
  isJobOf(id: string, job: string): boolean;
}

const day = 24 * 3_600_000;
const longest = 90;
/** For so long an invite that has ended stays in the list, ms. */
const afterlife = 30 * day;
/** So many jobs of a guest are remembered. */
const mostJobs = 20;

const kept = z.object({
  id: z.string(),
  slug: z.string(),
  guid: z.string().nullable().default(null),
  allow: z.array(z.enum(sendable)).min(1),
  expires: z.iso.datetime(),
  name: z.string().nullable(),
  revoked: z.iso.datetime().nullable(),
  jobs: z.array(z.string()).default([]),
});
type Kept = z.infer<typeof kept>;

/**
 * Opens the list of invites. A link holds only while its invite is on the list, whatever its signature.
 *
 * @param path the list's file, `EPISODES_DIR/.invites.json`
 * @param secret the show's
 * @param onUnreadable told of a file that cannot be read; then no link holds, and the file stays as it is
 */
export async function openInvites(
  path: string,
  secret: string,
  onUnreadable: (error: AlongsideError) => void,
  now: () => Date = () => new Date(),
): Promise<Invites> {
  const listeners: ((id: string) => void)[] = [];
  const list = await openKeptList<Kept>(
    { path, of: 'invites', one: kept, result: 'no guest’s link is valid', anew: 'invite anew' },
    onUnreadable,
  );
  const stillTold = (all: readonly Kept[]) =>
    all.filter((one) => now().getTime() - endOf(one) < afterlife);
  const edit = (id: string, how: (one: Kept) => Kept) =>
    list.changeAtOnce((all) => stillTold(all).map((one) => (one.id === id ? how(one) : one)));

  return {
    async make(wanted) {
      checkExpiry(wanted.expires, now());
      const invite = { ...wanted, id: randomBytes(6).toString('hex') };
      const kept = { ...invite, revoked: null, jobs: [] };
      await list.change((before) => [...stillTold(before), kept]);
      return { invite, token: signClaims(invite, secret) };
    },
    list: () => list.all().map(({ jobs: _jobs, ...rest }) => rest),
    async revoke(id) {
      if (!list.all().some((one) => one.id === id)) throw notFound(id);
      const at = now().toISOString();
      const written = edit(id, (one) => ({ ...one, revoked: one.revoked ?? at }));
      for (const listener of listeners) listener(id);
      await written;
    },
    onRevoked: (listener) => void listeners.push(listener),
    open(token) {
      const claims = readClaims(token, secret);
      if (claims === null) throw refused('This link is not valid.');
      const found = list.all().find(({ id }) => id === claims.id);
      if (Date.parse(claims.expires) <= now().getTime()) throw refused('This link has expired.');
      if (found === undefined || found.revoked !== null)
        throw refused('This link has been withdrawn.');
      return { ...claims, name: found.name, guid: found.guid };
    },
    // What cannot be written must not undo what was accepted.
    bind: (id, guid) => void edit(id, (one) => ({ ...one, guid })).catch(() => {}),
    noteJob: (id, job) =>
      void edit(id, (one) => ({ ...one, jobs: withJob(one.jobs, job) })).catch(() => {}),
    isJobOf: (id, job) => list.all().some((one) => one.id === id && one.jobs.includes(job)),
  };
}

function withJob(jobs: readonly string[], job: string): string[] {
  return [...jobs.filter((one) => one !== job), job].slice(-mostJobs);
}

function endOf({ expires, revoked }: Kept): number {
  return Date.parse(revoked ?? expires);
}

function checkExpiry(expires: string, now: Date) {
  const ahead = Date.parse(expires) - now.getTime();
  // A minute for clocks that differ.
  if (ahead > 0 && ahead <= longest * day + 60_000) return;
  const problem = ahead > 0 ? `more than ${longest} days ahead` : 'past';
  throw new AlongsideError('request_invalid', `The link’s end is ${problem}.`, {
    remedy: `Let it end within ${longest} days.`,
  });
}

function refused(message: string): AlongsideError {
  return new AlongsideError('unauthorized', message, {
    remedy: 'Open the whole link as you received it, or ask whoever sent it for a new one.',
  });
}

function notFound(id: string): AlongsideError {
  return new AlongsideError('invite_not_found', `There is no invite ${id}.`, {
    remedy: '`npm run invite -- --list` has them all.',
  });
}
