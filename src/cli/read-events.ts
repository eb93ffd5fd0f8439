import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { errorFromProblem, reach, type ServerApi } from './server-api.ts';

/**
 * Listens to server-sent events until the connection ends, however it ends.
 *
 * @throws AlongsideError `server_unreachable`, or what the server said was wrong
 */
export async function readEvents(
  server: ServerApi,
  path: string,
  onEvent: (event: EventSourceMessage) => void,
): Promise<void> {
  const response = await reach(server, path);
  if (!response.ok) throw errorFromProblem(await response.text(), server, response.status);
  const parser = createParser({ onEvent });
  const decoder = new TextDecoder();
  const chunks = response.body?.[Symbol.asyncIterator]();
  for (;;) {
    // A connection that breaks is one that ended: the caller asks again.
    const chunk = await chunks?.next().catch(() => null);
    if (!chunk || chunk.done) return;
    parser.feed(decoder.decode(chunk.value as Uint8Array, { stream: true }));
  }
}
