const leastRest = 1000;
const restWhileWaiting = 3000;

/**
 * Calls `look` again and again, resting twenty times as long as it took, so that looking takes no more than
 * a twentieth of one core; less while someone waits for what was seen.
 *
 * @param look returns whether something changed and is to be looked at again soon
 * @param onError told when a look failed; the next one comes all the same
 */
export function keepLooking(look: () => Promise<boolean>, onError: (error: unknown) => void) {
  let timer = setTimeout(once, leastRest);
  let stopped = false;
  async function once() {
    const began = performance.now();
    let soon = false;
    try {
      soon = await look();
    } catch (error) {
      onError(error);
    }
    const rest = Math.max(leastRest, (performance.now() - began) * 20);
    if (!stopped) timer = setTimeout(once, soon ? Math.min(rest, restWhileWaiting) : rest);
  }
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
