import type { Problem } from '../../episode/transcript.ts';

/** Gathers what is amiss, each kind once with its first line: a broken file breaks the same way throughout. */
export function ttmlProblems(): {
  note: (message: string, line: number) => void;
  all: () => Problem[];
} {
  const found = new Map<string, { line: number; more: number }>();
  return {
    note(message, line) {
      const known = found.get(message);
      if (known !== undefined) known.more += 1;
      else if (found.size < most) found.set(message, { line, more: 0 });
    },
    all: () =>
      Array.from(found, ([message, { line, more }]) => {
        const again = more === 0 ? '' : ` The same goes for ${more} more.`;
        return { line, message: `${message}${again}` };
      }),
  };
}

/** Nobody reads more. */
const most = 1000;
