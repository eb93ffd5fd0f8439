import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { absolute, paths, type Site } from '../../render/site.ts';
import type { Layout } from '../../store/layout.ts';
import { type Message, outbox, putInOutbox, takeFromOutbox } from '../../store/outbox.ts';
import type { PublisherLog } from '../publisher.ts';
import type { News } from './compare.ts';
import { send } from './send.ts';

export interface Announcing {
  layout: Layout;
  site(): Site;
  /** WebSub hubs. */
  hubs(): string[];
  webhooks: string[];
  webhookSecret: string | null;
  log: PublisherLog;
}

/** How long after each vain try the next one comes, ms; after the last one the message is given up. */
const backoff = [5_000, 30_000, 120_000, 600_000, 3_600_000, 6 * 3_600_000, 24 * 3_600_000];
const pace = 1000;

/**
 * Tells hubs and webhooks what is new. Each message is written down first and deleted when it has been
 * received, so that neither a restart nor an hour without a network loses one.
 */
export function createAnnouncer({ layout, site, hubs, webhooks, webhookSecret, log }: Announcing) {
  const stop = new AbortController();
  /** When there is something to send, ms since 1970: what an earlier run has left, at once. */
  let next = 0;

  async function announce(news: News[]) {
    const due = Date.now();
    for (const to of hubs()) {
      const feed = absolute(site(), paths.feed());
      const body = new URLSearchParams({
        'hub.mode': 'publish',
        'hub.url': feed,
        'hub.topic': feed,
      });
      // One ping for a hub is enough, however much is new.
      const id = `hub-${createHash('sha256').update(to).digest('hex').slice(0, 32)}`;
      await putInOutbox(layout, { id, to, kind: 'hub', body: String(body), tries: 0, due });
    }
    for (const { event, guid, slug, title } of news) {
      const url = absolute(site(), paths.episode(slug));
      const at = new Date(due).toISOString();
      const body = JSON.stringify({ type: event, timestamp: at, data: { guid, slug, title, url } });
      for (const to of webhooks) {
        await putInOutbox(layout, { id: randomUUID(), to, kind: 'webhook', body, tries: 0, due });
      }
    }
    next = 0;
  }

  async function deliver(message: Message) {
    const problem = await send(message, webhookSecret, stop.signal);
    if (stop.signal.aborted) return;
    const wait = backoff[message.tries];
    if (problem !== null && wait !== undefined) {
      const [tries, due] = [message.tries + 1, Date.now() + wait];
      await putInOutbox(layout, { ...message, tries, due });
      next = Math.min(next, due);
      return;
    }
    await takeFromOutbox(layout, message);
    if (problem === null) return;
    log.error({}, `${message.to} was told ${backoff.length + 1} times in vain: ${problem}`);
  }
  async function deliverDue() {
    next = Number.POSITIVE_INFINITY;
    try {
      for (const message of await outbox(layout)) {
        if (stop.signal.aborted) return;
        if (message.due <= Date.now()) await deliver(message);
        else next = Math.min(next, message.due);
      }
    } catch (error) {
      next = 0;
      throw error;
    }
  }
  async function deliverAll() {
    while (!stop.signal.aborted) {
      try {
        if (next <= Date.now()) await deliverDue();
      } catch (error) {
        log.error({ err: error }, 'What is new could not be sent; it is tried again.');
      }
      await sleep(pace, null, { signal: stop.signal, ref: false }).catch(() => {});
    }
  }

  void deliverAll();
  return { announce, stop: () => stop.abort() };
}
