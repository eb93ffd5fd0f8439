import { createHmac, timingSafeEqual } from 'node:crypto';

/** The key of an episode's secret address: as long as the show's secret is kept, it is the same. */
export function secretKey(secret: string, guid: string): string {
  return createHmac('sha256', secret).update(`draft ${guid}`).digest('base64url').slice(0, 22);
}

/** Takes as long for a wrong key as for the right one. */
export function isSecretKey(key: string, secret: string, guid: string): boolean {
  const [given, right] = [Buffer.from(key), Buffer.from(secretKey(secret, guid))];
  return given.length === right.length && timingSafeEqual(given, right);
}
