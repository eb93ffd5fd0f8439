import type { Said } from '../on-server.ts';
import { call, errorFromProblem, reach, type ServerApi } from '../server-api.ts';
import { episodePath } from './change.ts';
import { historyTable, type Version } from './history-table.ts';

/** The transcripts an episode had before. */
export async function listVersions(slug: string, server: ServerApi): Promise<Said> {
  const json = await call<{ versions: Version[] }>(server, `${episodePath(slug)}/history`);
  // A file has room for any line.
  const { columns = Number.POSITIVE_INFINITY } = process.stdout;
  return { text: historyTable(slug, json.versions, columns).join('\n'), json };
}

/** One of them, as it was given. */
export async function printVersion(
  slug: string,
  version: string,
  server: ServerApi,
): Promise<Said> {
  const path = `${episodePath(slug)}/history/${encodeURIComponent(version)}`;
  const response = await reach(server, path);
  const text = await response.text();
  if (!response.ok) throw errorFromProblem(text, server, response.status);
  return { text: text.trimEnd(), json: { version, text } };
}

/** What was removed and can still be brought back. */
export async function listRemoved(server: ServerApi): Promise<Said> {
  const json = await call<{ removed: { slug: string; removed: string }[] }>(server, '/api/removed');
  const lines = json.removed.map(
    ({ slug, removed }) => `${slug}  removed ${removed.slice(0, 16).replace('T', ' ')}`,
  );
  return { text: lines.length === 0 ? 'Nothing was removed.' : lines.join('\n'), json };
}
