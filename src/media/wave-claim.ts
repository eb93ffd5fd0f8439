/**
 * How long a WAV file claims to be by the size of its `data` chunk. Of a file that was cut off ffmpeg tells
 * only what is there.
 *
 * @param opening the first kilobytes of the file
 * @returns seconds, or null where it is no WAV file or claims nothing: programs that write into a pipe put
 *   close to 2 or 4 GiB there, or nothing, because they cannot know
 */
export function claimOfWave(opening: Buffer): number | null {
  if (opening.toString('latin1', 0, 4) !== 'RIFF') return null;
  if (opening.toString('latin1', 8, 12) !== 'WAVE') return null;
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= opening.length; ) {
    const id = opening.toString('latin1', at, at + 4);
    const size = opening.readUInt32LE(at + 4);
    if (id === 'fmt ' && at + 20 <= opening.length) bytesPerSecond = opening.readUInt32LE(at + 16);
    if (id === 'data') {
      const known = size > 0 && size < 0x7f000000 && bytesPerSecond > 0;
      return known ? size / bytesPerSecond : null;
    }
    // Chunks begin at even places.
    at += 8 + size + (size % 2);
  }
  return null;
}
