/**
 * The name of a moment as an id in the page. A link to `#t=61.2` then works twice: without script it goes
 * to the turn or chapter that begins there, and with it the sound goes there too. The form is that of
 * media fragments (W3C Media Fragments URI 1.0, section 4.2.1).
 *
 * @param seconds from the start of the recording
 */
export function momentId(seconds: number): string {
  return `t=${Number(seconds.toFixed(2))}`;
}
