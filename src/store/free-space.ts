import { statfs } from 'node:fs/promises';

/** Kept free so that manifests can still be written when uploads have filled the disk. */
const reserve = 64 << 20;

/** Bytes that may be written to the disk a folder is on. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.max(0, bavail * bsize - reserve);
}
