import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** From the request to the headers, and to the last byte. */
  firstByteMs: number;
  ms: number;
}

const agent = new Agent({ keepAlive: true });

/** One GET as the wire has it: fetch would undo the compression and hide a 304. */
export function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    request(url, { agent, headers }, (response) => {
      const firstByteMs = performance.now() - began;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
          firstByteMs,
          ms: performance.now() - began,
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}
