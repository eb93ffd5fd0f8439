/** What changes faster than this would be spoken over. Milliseconds. */
const rest = 120;

/** Speaks to those who listen to the page instead of looking at it, without moving the focus. */
export function createVoice(status: HTMLElement): (text: string) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      // The same words again are only spoken where something changes.
      status.textContent = status.textContent === text ? `${text}\u00a0` : text;
    }, rest);
  };
}
