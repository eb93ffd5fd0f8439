import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ifMissing } from './missing.ts';
import { writeWhole } from './write-file.ts';

/** The token kept for the machine's own upload script, made at first start; only its owner may read it. */
export async function keptToken(tokenFile: string): Promise<string> {
  const kept = await readFile(tokenFile, 'utf8').catch(ifMissing(''));
  if (kept.trim()) return kept.trim();
  const token = randomBytes(24).toString('base64url');
  await writeWhole(tokenFile, `${token}\n`, 0o600);
  return token;
}
