import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Layout } from './layout.ts';
import { ifMissing } from './missing.ts';
import { writeWhole } from './write-file.ts';

const schema = z.object({
  id: z.string().regex(/^[\w-]+$/),
  to: z.url(),
  /** What is sent: a form to a hub, JSON to a webhook. */
  kind: z.enum(['hub', 'webhook']),
  body: z.string(),
  /** How often it was sent in vain. */
  tries: z.int(),
  /** When it is sent next, ms since 1970. */
  due: z.number(),
});

/** A message that somebody is to get, kept on disk until they have. */
export type Message = z.infer<typeof schema>;

export async function putInOutbox(layout: Layout, message: Message) {
  await writeWhole(join(layout.outbox, `${message.id}.json`), JSON.stringify(message), 0o600);
}

/** Everything that waits to be sent, the longest due first. What cannot be read is deleted. */
export async function outbox(layout: Layout): Promise<Message[]> {
  const names = await readdir(layout.outbox).catch(ifMissing<string[]>([]));
  const messages: Message[] = [];
  for (const name of names.filter((one) => one.endsWith('.json') && !one.startsWith('.'))) {
    const text = await readFile(join(layout.outbox, name), 'utf8').catch(ifMissing(null));
    const message = text === null ? null : read(text);
    if (message !== null) messages.push(message);
    else await rm(join(layout.outbox, name), { force: true });
  }
  return messages.sort((one, other) => one.due - other.due);
}

export async function takeFromOutbox(layout: Layout, { id }: Message) {
  await rm(join(layout.outbox, `${id}.json`), { force: true });
}

function read(text: string): Message | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
