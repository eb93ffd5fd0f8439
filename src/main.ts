import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { AlongsideError, describeError } from './episode/error.ts';

/** How long a first start waits for what lies in the folder, so that its first page is not empty, ms. */
const patienceWhenEmpty = 15_000;
/** The same where there is something to read already. */
const patience = 2_000;

/** How long answers that are under way may take to finish when we are asked to stop. */
const farewell = 10_000;

async function main() {
  const config = readConfig();
  // stdout has the address and nothing else before it; the log goes to stderr.
  const app = await buildApp(config, {
    logger: { level: 'warn', stream: process.stderr },
    log: {
      info: (message) => process.stderr.write(`${message}\n`),
      error: (facts, message) => process.stderr.write(`${message}\n${details(facts)}`),
    },
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(0), farewell).unref();
      app.close().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  }
  const { path, version, from } = app.ffmpeg;
  process.stderr.write(`Using ffmpeg ${version} from ${from} (${path}).\n`);
  await Promise.race([
    app.publisher.caughtUp(),
    new Promise((go) => {
      const wait = app.publisher.startedEmpty ? patienceWhenEmpty : patience;
      setTimeout(go, wait).unref();
    }),
  ]);
  const url = await app.listen();
  process.stdout.write(`Alongside is listening on ${url}\n`);
}

/** The stack of what nobody expected; errors with a code have said it all in their message. */
function details({ err }: { err?: unknown }): string {
  return err instanceof Error && !(err instanceof AlongsideError) ? `${err.stack}\n` : '';
}

function fail(error: unknown): never {
  if (error instanceof AlongsideError) process.stderr.write(`${describeError(error)}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);
