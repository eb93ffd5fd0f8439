import type { Problem } from '../../episode/transcript.ts';

/** Why words on a page are not taken. */
export type Reason = keyof typeof reasons;

const reasons = {
  hidden: 'Words that the page hides',
  controls: 'Words on buttons and in other controls',
  ruby: 'Reading aids above characters',
  around: 'What stands around the content (header, footer, navigation, forms)',
};

export interface LeftOut {
  /** Takes how much text it is, in characters, as far as it could be part of a transcript. */
  note: (reason: Reason | 'silent' | null, line: number, weight: number) => void;
  problems: () => Problem[];
  weights: () => ReadonlyMap<Reason, { weight: number; line: number }>;
}

/** Keeps account of words that are left out, to say so once for each reason, where it first occurs. */
export function leftOut(): LeftOut {
  const first = new Map<Reason, { line: number; more: number; weight: number }>();
  return {
    note(reason, line, weight) {
      if (reason === null || reason === 'silent') return;
      const known = first.get(reason);
      if (known === undefined) {
        first.set(reason, { line, more: 0, weight });
      } else {
        known.more += 1;
        known.weight += weight;
      }
    },
    weights: () => first,
    problems: () =>
      Array.from(first, ([reason, { line, more }]) => {
        const again = more === 0 ? '' : ` The same goes for ${more} more.`;
        return { line, message: `${reasons[reason]}: left out.${again}` };
      }),
  };
}
