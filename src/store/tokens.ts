import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { AlongsideError } from '../episode/error.ts';
import { openKeptList } from './kept-list.ts';

/** What whoever has the first token is called. */
export const owner = 'owner';

/** A token as it may be shown: whose it is, never what it is. */
export interface NamedToken {
  name: string;
  /** Days as YYYY-MM-DD, by UTC. */
  created: string;
  lastUsed: string | null;
}

/** Who may publish. */
export interface Tokens {
  /** The name behind a token, `owner` for the first; null where it is none. */
  whose(token: string): string | null;
  /** Makes a token and returns it, this once; throws `token_taken`, `request_invalid`. */
  add(name: string): Promise<string>;
  list(): NamedToken[];
  /** Ends a token at once, even where that cannot be written; throws `token_not_found`, `disk_full`. */
  revoke(name: string): Promise<void>;
  /** Tells the name of each that is revoked. */
  onRevoked(listener: (name: string) => void): void;
}

/** How many there may be: each is compared at every request. */
const most = 100;
const nameRule = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._@-]{0,58}[\p{L}\p{N}])?$/u;

/**
 * A plain SHA-256 is right here: tokens are 192 random bits, so nobody finds one by trying, however fast
 * trying is. Slow hashes and salts are for what people think of.
 */
const kept = z.object({
  name: z.string().regex(nameRule),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  created: z.iso.date(),
  lastUsed: z.iso.date().nullable(),
});
type Kept = z.infer<typeof kept>;

/**
 * Opens the list of named tokens. The first token is no part of it: it is the machine's own.
 *
 * @param path file of the hashes, `EPISODES_DIR/.tokens.json`
 * @param onUnreadable told of a file that cannot be read; then the first token alone is valid, and the
 *   file stays as it is
 */
export async function openTokens(
  path: string,
  first: string,
  onUnreadable: (error: AlongsideError) => void,
  now: () => Date = () => new Date(),
): Promise<Tokens> {
  const firstDigest = digest(first);
  const listeners: ((name: string) => void)[] = [];
  const today = () => now().toISOString().slice(0, 10);
  const list = await openKeptList<Kept>(
    {
      path,
      of: 'tokens',
      one: kept,
      result: 'only the first token is valid',
      anew: 'add the tokens anew',
    },
    onUnreadable,
  );
  /** Ended, and not written yet: whoever makes room on the disk has to be able to ask again. */
  const ending = new Set<string>();
  const noteUse = ({ sha256, lastUsed }: Kept) => {
    const day = today();
    if (lastUsed === day) return;
    const used = (all: readonly Kept[]) =>
      all.map((one) => (one.sha256 === sha256 ? { ...one, lastUsed: day } : one));
    // At once in memory, so that it is written once a day; that it could not be written stops nobody.
    list.changeAtOnce(used).catch(() => {});
  };

  return {
    whose(token) {
      const given = digest(token);
      // All are compared, so that the time it takes does not tell which one it was.
      const isFirst = timingSafeEqual(given, firstDigest);
      const found = list
        .all()
        .filter(({ sha256 }) => timingSafeEqual(given, Buffer.from(sha256, 'hex')))[0];
      if (isFirst) return owner;
      if (found === undefined) return null;
      noteUse(found);
      return found.name;
    },
    async add(name) {
      checkName(name);
      const token = randomBytes(24).toString('base64url');
      await list.change((before) => {
        if (before.some((one) => one.name === name)) throw taken(name);
        if (before.length >= most) throw tooMany();
        const sha256 = digest(token).toString('hex');
        return [...before, { name, sha256, created: today(), lastUsed: null }];
      });
      return token;
    },
    list: () => list.all().map(({ name, created, lastUsed }) => ({ name, created, lastUsed })),
    async revoke(name) {
      const isThere = list.all().some((one) => one.name === name);
      if (!isThere && !ending.has(name)) throw notFound(name);
      ending.add(name);
      const written = list.changeAtOnce((all) => all.filter((one) => one.name !== name));
      for (const listener of listeners) listener(name);
      await written;
      ending.delete(name);
    },
    onRevoked: (listener) => void listeners.push(listener),
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function checkName(name: string) {
  if (nameRule.test(name) && name !== owner && !/^guest /i.test(name)) return;
  throw new AlongsideError('request_invalid', `“${name}” cannot be the name of a token.`, {
    remedy: `Use up to 60 letters, digits, spaces and . _ @ -, and neither “${owner}” nor “guest …”.`,
  });
}

function taken(name: string): AlongsideError {
  return new AlongsideError('token_taken', `There is a token “${name}” already.`, {
    remedy: 'Choose another name, or revoke that one first.',
  });
}

function tooMany(): AlongsideError {
  return new AlongsideError('request_invalid', `There are ${most} tokens already.`, {
    remedy: 'Revoke those that nobody uses any more; the list says when each was used last.',
  });
}

function notFound(name: string): AlongsideError {
  return new AlongsideError('token_not_found', `There is no token “${name}”.`, {
    remedy: '`npm run token -- list` has their names.',
  });
}
