import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateSync, gzipSync } from 'node:zlib';

/** What a path answers with. */
export interface Served {
  type: string;
  body: Uint8Array;
  headers?: Record<string, string>;
  /** Instead of the usual answer; false where it is the usual one after all. */
  answer?: (request: IncomingMessage, response: ServerResponse, usual: () => void) => void;
}

export interface PlantedShow {
  feed: string;
  files: Record<string, Served>;
}

export interface PlantedServer {
  /** Address without a slash at its end. */
  url: string;
  show: PlantedShow;
  close(): Promise<void>;
}

/** A server that does all a directory asks for, save where a file says otherwise. */
export async function servePlanted(make: (url: string) => PlantedShow): Promise<PlantedServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const file = path === '/feed.xml' ? feedFile(planted.show) : planted.show.files[path];
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const usual = () => answer(file, request, response);
    if (file.answer) file.answer(request, response, usual);
    else usual();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const planted: PlantedServer = {
    url,
    show: make(url),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return planted;
}

function feedFile({ feed, files }: PlantedShow): Served {
  const plain = { type: 'application/rss+xml; charset=utf-8', body: Buffer.from(feed) };
  return { ...plain, ...files['/feed.xml'] };
}

function answer(file: Served, request: IncomingMessage, response: ServerResponse) {
  const etag = `"${file.body.length}"`;
  const headers: Record<string, string> = {
    'content-type': file.type,
    'access-control-allow-origin': '*',
    etag,
    ...file.headers,
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const isText = /xml|json|vtt/.test(file.type);
  if (isText && /gzip/.test(String(request.headers['accept-encoding']))) {
    response.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end(gzipSync(file.body));
    return;
  }
  const size = file.body.length;
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const first = from === '' ? size - Number(to) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Number(to);
  const isPart = request.headers.range !== undefined;
  const body = isPart ? file.body.subarray(first, last + 1) : file.body;
  headers['content-length'] ??= String(body.length);
  if (isPart) headers['content-range'] = `bytes ${first}-${last}/${size}`;
  response.writeHead(isPart ? 206 : 200, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** A PNG of one colour. `colourType`: 2 for RGB, 6 with transparency. */
export function makePng(width: number, height = width, colourType: 2 | 6 = 2): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourType, 0, 0, 0], 8);
  const row = Buffer.alloc(1 + width * (colourType === 6 ? 4 : 3), 0x60);
  row[0] = 0;
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)), {
    level: 1,
  });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length, 0);
  whole.write(name, 4, 'latin1');
  whole.set(data, 8);
  whole.writeUInt32BE(crc(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}

function crc(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}
