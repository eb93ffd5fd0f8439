import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Fastify from 'fastify';
import type { Answer } from './get.ts';

/** An answer that is sent as it is, under `/<its place in the list>`. */
interface Canned {
  status: number;
  headers: Record<string, string>;
  /** Base64. */
  body: string;
}

/** What Node or Fastify sets by itself for every answer. */
const setByNode = new Set(['connection', 'keep-alive', 'date', 'content-length']);

/**
 * Starts what the server is compared with: a process with bare Fastify routes that send the same bytes
 * under the same headers, and do nothing else.
 *
 * @param itself the built bench, which calls `serveBare`
 */
export async function startBare(itself: string, answers: Answer[], scratch: string) {
  const file = join(scratch, 'answers.json');
  await writeFile(file, JSON.stringify(answers.map(canned)));
  const child: ChildProcess = fork(itself, ['bare-server', file]);
  const [url] = (await once(child, 'message')) as [string];
  return {
    url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

/** The process itself; tells its parent where it listens, and ends with it. */
export async function serveBare(file: string) {
  process.once('disconnect', () => process.exit());
  const app = Fastify();
  const answers = JSON.parse(await readFile(file, 'utf8')) as Canned[];
  for (const [at, { status, headers, body }] of answers.entries()) {
    const bytes = Buffer.from(body, 'base64');
    app.get(`/${at}`, (_request, reply) => {
      reply.code(status).headers(headers);
      return bytes.length === 0 ? reply.send() : reply.send(bytes);
    });
  }
  process.send?.(await app.listen({ port: 0, host: '127.0.0.1' }));
}

function canned({ status, headers, body }: Answer): Canned {
  const kept = Object.entries(headers).filter(([name]) => !setByNode.has(name));
  return {
    status,
    headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
    body: body.toString('base64'),
  };
}
