import { Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../config.ts';
import { AlongsideError } from '../episode/error.ts';
import { type Invite, type Sendable, sendable } from '../episode/invite.ts';
import { type Connection, connectionFlags } from './connection-flags.ts';
import { findServer } from './find-server.ts';
import { momentOf } from './moment-of.ts';
import { call, type ServerApi } from './server-api.ts';
import type { Terminal } from './transcript.ts';

interface Flags extends Connection {
  slug?: string;
  expires: string;
  allow: Sendable[];
  name?: string;
  list?: boolean;
  revoke?: string;
}

interface Listed extends Invite {
  revoked: string | null;
}

/** Links for people without an account. */
export function inviteCommand({ out, err }: Terminal): Command {
  const command = new Command('npm run invite --')
    .description(
      'Makes a link by which someone without an account can send a recording or a transcript for one episode.\nWhat makes a new episode stays a draft until you publish it.',
    )
    .option('--slug <slug>', 'the episode it is for, or is to become')
    .option('--expires <when>', 'how long it holds, as 2d, 12h or 30m, or until when', '7d')
    .addOption(
      new Option('--allow <what>', 'what may be sent')
        .argParser(parseAllowed)
        .default([...sendable], sendable.join(',')),
    )
    .option('--name <name>', 'whom it is for')
    .option('--list', 'every invite, and whether it still holds')
    .option('--revoke <id>', 'end an invite at once');
  return connectionFlags(command).action(async (flags: Flags) => {
    const server = await findServer(readConfig(), flags);
    if (flags.list) return list(server, flags, out);
    if (flags.revoke !== undefined) return revoke(flags.revoke, server, flags, out);
    await invite(server, flags, { out, err });
  });
}

async function invite(server: ServerApi, flags: Flags, { out, err }: Terminal) {
  const { slug, allow, name } = flags;
  if (slug === undefined) {
    throw new AlongsideError('request_invalid', 'The invite needs an episode.', {
      remedy: 'Name it with --slug; there need not be one yet.',
    });
  }
  const expires = momentOf(flags.expires, new Date());
  const made = await call<Invite & { url: string }>(server, '/api/invites', {
    ...{ slug, allow, expires },
    ...(name === undefined ? {} : { name }),
  });
  if (made.slug !== slug) err(`“${slug}” is now “${made.slug}”: the link is for that.\n`);
  err(`Invite ${made.id}, valid until ${minute(made.expires)}. The link is not kept:\n`);
  out(flags.json ? `${JSON.stringify(made)}\n` : `${made.url}\n`);
}

async function list(server: ServerApi, { json }: Flags, out: Terminal['out']) {
  const { invites } = await call<{ invites: Listed[] }>(server, '/api/invites');
  const lines = invites.length === 0 ? ['Nobody is invited.'] : invites.map(lineOf);
  out(json ? `${JSON.stringify(invites)}\n` : `${lines.join('\n')}\n`);
}

async function revoke(id: string, server: ServerApi, { json }: Flags, out: Terminal['out']) {
  const path = `/api/invites/${encodeURIComponent(id)}`;
  const revoked = await call(server, path, undefined, 'DELETE');
  out(json ? `${JSON.stringify(revoked)}\n` : `Invite ${id} is revoked.\n`);
}

function lineOf({ id, slug, allow, expires, revoked, name }: Listed): string {
  const state =
    revoked !== null
      ? `revoked ${minute(revoked)}`
      : Date.parse(expires) <= Date.now()
        ? `expired ${minute(expires)}`
        : `valid until ${minute(expires)}`;
  return [id, slug, allow.join(','), state, name].filter(Boolean).join('  ');
}

function minute(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

function parseAllowed(text: string): Sendable[] {
  const wanted = text.split(',').map((part) => part.trim());
  const unknown = wanted.find((part) => !sendable.some((one) => one === part));
  if (unknown === undefined) return sendable.filter((part) => wanted.includes(part));
  throw new InvalidArgumentError(`“${unknown}” is none of ${sendable.join(', ')}.`);
}
