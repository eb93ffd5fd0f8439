import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { type Invite, sendable } from '../episode/invite.ts';

/** What a guest's link says of itself, under its signature. */
export type Claims = Omit<Invite, 'name' | 'guid'>;

const claims = z.object({
  id: z.string(),
  slug: z.string(),
  allow: z.array(z.enum(sendable)),
  expires: z.iso.datetime(),
});

/** The last part of a guest's link: what it says, and an HMAC of that, both in base64url. */
export function signClaims({ id, slug, allow, expires }: Claims, secret: string): string {
  const said = Buffer.from(JSON.stringify({ id, slug, allow, expires })).toString('base64url');
  return `${said}.${signature(said, secret).toString('base64url')}`;
}

/** What a link says; null where the signature is not ours. Nothing is read before it is known to be. */
export function readClaims(token: string, secret: string): Claims | null {
  const [said = '', signed = ''] = token.split('.');
  const [given, right] = [Buffer.from(signed, 'base64url'), signature(said, secret)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  // A signature can be written in more than one way; only the one that we wrote counts.
  if (token !== `${said}.${right.toString('base64url')}`) return null;
  return claims.parse(JSON.parse(Buffer.from(said, 'base64url').toString()));
}

function signature(said: string, secret: string): Buffer {
  return createHmac('sha256', keyOf(secret)).update(said).digest();
}

/** A key of its own: what else is made with the show's secret cannot be taken for a signature. */
function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'guest links', 32));
}
