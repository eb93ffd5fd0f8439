/** Chance that is the same each time: D. H. Lehmer's generator with S. K. Park's and K. W. Miller's modulus. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** The numbers from 0 in another order (R. A. Fisher, F. Yates, 1938). */
export function shuffledOrder(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
