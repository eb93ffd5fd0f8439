import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RuleId } from '../../src/check/rules.ts';
import type { PlantedShow } from './planted-feed.ts';

/** What is wrong, how the good show comes to have it, and the rule that finds it. */
export type Fault = [what: string, plant: (show: PlantedShow) => void, rule: RuleId];

/** A change to the text of the feed. */
export const text = (from: string | RegExp, to: string) => (show: PlantedShow) => {
  const feed = show.feed.replace(from, to);
  if (feed === show.feed) throw new Error(`nothing to replace: ${from}`);
  show.feed = feed;
};
/** Another file in the place of one. */
export const file =
  (path: string, change: Partial<PlantedShow['files'][string]>) => (show: PlantedShow) => {
    const usual = { type: 'application/rss+xml', body: Buffer.from(show.feed) };
    show.files[path] = { ...(show.files[path] ?? usual), ...change };
  };
/** A server that answers one kind of request in its own way. */
export const answers =
  (
    path: string,
    when: (request: IncomingMessage) => boolean,
    answer: (response: ServerResponse) => void,
  ) =>
  (show: PlantedShow) =>
    file(path, {
      answer: (request, response, usual) => (when(request) ? answer(response) : usual()),
    })(show);
export const isHead = ({ method }: IncomingMessage) => method === 'HEAD';
export const asksFor =
  (range: RegExp) =>
  ({ headers }: IncomingMessage) =>
    range.test(headers.range ?? '');
export const inFull = (response: ServerResponse) => response.writeHead(200).end('all of it');
export const json = (value: unknown) => ({ body: Buffer.from(JSON.stringify(value)) });
