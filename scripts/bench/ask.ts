import type { ServerApi } from '../../src/cli/server-api.ts';
import { get } from './get.ts';

/** What a search answers, and how long that took. */
export interface Asked {
  total: number;
  missing: number;
  results: { episode: string }[];
  ms: number;
}

export async function ask({ url }: Pick<ServerApi, 'url'>, asked: string): Promise<Asked> {
  const address = `${url}/search?q=${encodeURIComponent(asked)}`;
  const { body, ms, status } = await get(address, { accept: 'application/json' });
  if (status !== 200) throw new Error(`“${asked}” was answered with ${status}`);
  return { ...(JSON.parse(body.toString()) as Omit<Asked, 'ms'>), ms };
}
