/**
 * Counts lines along a text, ended by LF, CRLF or CR.
 *
 * @returns the line of a place, counted from 1, for places that never go back
 */
export function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let seen = 0;
  return (at) => {
    for (; seen < at; seen += 1) {
      const code = text.charCodeAt(seen);
      if (code === 10 || (code === 13 && text.charCodeAt(seen + 1) !== 10)) line += 1;
    }
    return line;
  };
}
