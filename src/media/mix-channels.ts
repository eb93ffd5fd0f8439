/** How much stronger the difference of the channels must be than their sum before one counts as inverted. */
const farStronger = 8;

/**
 * Mixes two channels into one, block after block: half of both. Where one channel is the other turned upside
 * down, as after a miswired cable, they would cancel each other, so that one is turned back.
 *
 * @returns takes left and right in turn, gives a new array of half the length
 */
export function createMixer(): (frames: Int16Array) => Int16Array {
  let [sums, differences] = [0, 0];
  return (frames) => {
    for (let at = 0; at < frames.length; at += 2) {
      const left = frames[at]!;
      const right = frames[at + 1]!;
      const [sum, difference] = [left + right, left - right];
      // Not `** 2`, which takes several times as long.
      sums += sum * sum;
      differences += difference * difference;
    }
    const sign = differences > farStronger * sums ? -1 : 1;
    const mixed = new Int16Array(frames.length / 2);
    for (let at = 0; at < mixed.length; at += 1) {
      mixed[at] = (frames[2 * at]! + sign * frames[2 * at + 1]!) / 2;
    }
    return mixed;
  };
}
