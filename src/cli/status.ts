import { Command, Option } from 'commander';
import { readConfig } from '../config.ts';
import { AlongsideError } from '../episode/error.ts';
import { type Connection, connectionFlags } from './connection-flags.ts';
import { findServer } from './find-server.ts';
import { followJob } from './follow-job.ts';
import { type Entry, readStatus, type Status } from './read-status.ts';
import { call, errorFromProblem, type ServerApi } from './server-api.ts';
import { createStatusScreen, type Screen } from './status-screen.ts';
import { plain, statusTable } from './status-table.ts';

interface StatusFlags extends Connection {
  follow?: boolean;
  retry?: string;
  cancel?: string;
}

/** How every episode stands; and what failed begun anew, or what runs called off. */
export function statusCommand(screen: Screen = process.stdout): Command {
  const command = new Command('npm run status --')
    .description(
      'Shows every episode: how it stands, what is going on about it,\nand what failed, with what to do.',
    )
    .option('--follow', 'go on showing it as it changes, until Ctrl-C')
    .addOption(
      new Option('--retry <slug>', 'begin anew what failed about an episode').conflicts([
        'follow',
        'cancel',
      ]),
    )
    .addOption(
      new Option('--cancel <slug>', 'call off what is being done about an episode').conflicts(
        'follow',
      ),
    );
  return connectionFlags(command).action(async (flags: StatusFlags) => {
    const server = await findServer(readConfig(), flags);
    if (flags.retry !== undefined) return retry(flags.retry, server, flags, screen);
    if (flags.cancel !== undefined) return cancel(flags.cancel, server, flags, screen);
    if (flags.follow) return follow(server, flags, screen);
    const { episodes, show } = await call<Status>(server, '/api/episodes');
    const lines = flags.json
      ? [JSON.stringify(episodes)]
      : [...statusTable(episodes), ...(show?.problems ?? []).map(plain)];
    screen.write(`${lines.join('\n')}\n`);
  });
}

async function follow(server: ServerApi, { json }: StatusFlags, screen: Screen) {
  const asked = () => process.exit(0);
  process.once('SIGINT', asked);
  const show = createStatusScreen(screen);
  await readStatus(server, (news) =>
    json ? screen.write(`${JSON.stringify(news)}\n`) : show(news),
  ).finally(() => process.off('SIGINT', asked));
}

async function retry(slug: string, server: ServerApi, { json }: StatusFlags, screen: Screen) {
  const begun = await call<{ job: string }>(server, `${pathOf(slug)}/retry`, {});
  screen.write(
    json
      ? `${JSON.stringify(begun)}\n`
      : `“${slug}” is begun anew; npm run status -- --follow shows how it goes.\n`,
  );
}

/** Calls off what is being done about an episode, or gives up what failed and is kept to be tried again. */
async function cancel(slug: string, server: ServerApi, { json }: StatusFlags, screen: Screen) {
  const { publishing, failure } = await call<Entry>(server, pathOf(slug));
  const job = publishing?.job ?? failure?.job;
  if (job === undefined) {
    throw new AlongsideError('nothing_to_cancel', `“${slug}” is not being published.`, {
      remedy: 'npm run status shows what is.',
    });
  }
  await call(server, `/api/jobs/${job}/cancel`, {});
  const ended = await followJob(server, job, () => {});
  if (ended.state === 'done') {
    throw new AlongsideError('nothing_to_cancel', `“${slug}” was published before that.`, {
      remedy: 'npm run episode -- unpublish takes it back.',
    });
  }
  if (publishing !== null && ended.error?.code !== 'cancelled') {
    throw errorFromProblem(JSON.stringify(ended.error), server, 0);
  }
  screen.write(json ? `${JSON.stringify(ended)}\n` : `“${slug}” was cancelled.\n`);
}

function pathOf(slug: string): string {
  return `/api/episodes/${encodeURIComponent(slug)}`;
}
