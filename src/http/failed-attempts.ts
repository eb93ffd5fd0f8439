import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

/** Failed attempts to be let in, by the address they came from. */
export interface FailedAttempts {
  /** Seconds until an address that has failed too often may try again; 0 where it has not. */
  wait(address: string): number;
  /** Notes that someone was let in from an address. */
  welcome(address: string, who: string): void;
  /** Whether they were, lately. */
  knows(address: string, who: string): boolean;
  /** Notes that one failed; true where that is to be logged. */
  note(address: string): boolean;
}

/** So many may fail from one address within `period`, ms. */
const allowed = 10;
const period = 60_000;
/** So many addresses are remembered. */
const remembered = 10_000;
/** How long it counts that someone was let in, ms. */
const acquaintance = 24 * 3_600_000;

export function createFailedAttempts(now: () => number = Date.now): FailedAttempts {
  const failed = new LRUCache<string, number[]>({ max: remembered });
  const known = new LRUCache<string, true>({ max: remembered, ttl: acquaintance });
  const logged = new LRUCache<string, number>({ max: remembered });
  const recent = (client: string) =>
    (failed.get(client) ?? []).filter((at) => now() - at < period && at <= now());
  return {
    wait(address) {
      const times = recent(clientOf(address));
      const [oldest] = times;
      if (oldest === undefined || times.length < allowed) return 0;
      return Math.ceil((oldest + period - now()) / 1000);
    },
    welcome: (address, who) => void known.set(`${clientOf(address)} ${who}`, true),
    knows: (address, who) => known.has(`${clientOf(address)} ${who}`),
    note(address) {
      const client = clientOf(address);
      failed.set(client, [...recent(client), now()]);
      const last = logged.get(client);
      if (last !== undefined && now() - last < period && last <= now()) return false;
      logged.set(client, now());
      return true;
    },
  };
}

/** Whoever has one IPv6 address has the 2⁶⁴ beside it as well: they count as one. */
function clientOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [before = '', after] = address.split('%')[0]?.split('::') ?? [];
  const groups = before === '' ? [] : before.split(':');
  const rest = after === undefined || after === '' ? [] : after.split(':');
  const zeros = Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0');
  return [...groups, ...(after === undefined ? [] : zeros), ...rest].slice(0, 4).join(':');
}
