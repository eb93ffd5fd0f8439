import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { promises } = fs;
const writing = ['mkdir', 'writeFile', 'copyFile', 'rename', 'open'] as const;

/**
 * Makes every write below some folders fail in this process, as a full or a read-only disk makes it.
 *
 * @param folders what goes wrong, by path
 *
 * @returns what mends the disk
 */
export function failWrites(folders: Record<string, 'ENOSPC' | 'EROFS'>): () => void {
  const originals = writing.map((name) => [name, promises[name]] as const);
  for (const [name, original] of originals) {
    const failing = async (...args: unknown[]) => {
      const path = String(name === 'copyFile' ? args[1] : args[0]);
      const reads = name === 'open' && (args[1] === undefined || args[1] === 'r');
      const [, code] = Object.entries(folders).find(([folder]) => path.startsWith(folder)) ?? [];
      if (!reads && code !== undefined) {
        throw Object.assign(new Error(`${code}: ${name} '${path}'`), { code, path, syscall: name });
      }
      return (original as (...args: unknown[]) => unknown).apply(promises, args);
    };
    Object.assign(promises, { [name]: failing });
  }
  syncBuiltinESMExports();
  return () => {
    Object.assign(promises, Object.fromEntries(originals));
    syncBuiltinESMExports();
  };
}
