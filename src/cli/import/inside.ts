import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Addresses that lead into this machine or its network (RFC 6890). */
const inside = new BlockList();
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
  ] as const),
  ...([
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
  ] as const),
]) {
  inside.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  inside.addSubnet(net, bits, 'ipv6');
}

/**
 * Whether an address of the web leads into this machine or its network: a feed from outside must not have
 * fetched, and then published, what only we can reach.
 */
export async function leadsInside(url: string): Promise<boolean> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host)
    ? [{ address: host }]
    : await lookup(host, { all: true }).catch(() => []);
  return found.some(({ address }) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    return inside.check(plain, isIP(plain) === 4 ? 'ipv4' : 'ipv6');
  });
}
