/** The last entry of a backup. Only what it names counts as backed up. */
export const checksumsName = 'CHECKSUMS';

/**
 * SHA-256 by file name, in the form that `sha256sum` prints and reads: two spaces between, and a backslash at
 * the start of a line whose name has line breaks or backslashes in it.
 */
export function printChecksums(sums: ReadonlyMap<string, string>): string {
  return Array.from(sums, ([name, sha256]) => {
    const escaped = name.replace(/[\\\n\r]/g, (found) => escapes[found] ?? found);
    return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`;
  }).join('');
}

/** Reads that form; null where a line is not in it. */
export function parseChecksums(text: string): Map<string, string> | null {
  const sums = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    const [, escaped, sha256, name] = /^(\\?)([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (sha256 === undefined || name === undefined) return null;
    sums.set(escaped ? name.replace(/\\[\\nr]/g, (found) => meant[found] ?? found) : name, sha256);
  }
  return text === '' || text.endsWith('\n') ? sums : null;
}

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };
const meant = Object.fromEntries(Object.entries(escapes).map(([sign, as]) => [as, sign]));
