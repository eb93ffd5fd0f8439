const leastRest = 1000;

/**
 * Calls `look` again and again, resting at least twenty times as long as it took, so that looking never
 * takes more than a twentieth of one core.
 *
 * @param onError told when a look failed; the next one comes all the same
 */
export function keepLooking(look: () => Promise<void>, onError: (error: unknown) => void) {
  let timer = setTimeout(once, leastRest);
  let stopped = false;
  async function once() {
    const began = Date.now();
    try {
      await look();
    } catch (error) {
      onError(error);
    }
    if (!stopped) timer = setTimeout(once, Math.max(leastRest, (Date.now() - began) * 20));
  }
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
