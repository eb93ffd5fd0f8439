import { wordsIn } from '../split-text.ts';

export interface AgentGatherer {
  open: (name: string, value: (attribute: string) => string | undefined) => void;
  close: (name: string) => void;
  text: (text: string) => void;
  /** Names by identifiers. */
  names: Map<string, string>;
}

/** Kinds of names, the best first (https://www.w3.org/TR/ttml2/#metadata-attribute-type). */
const kinds = ['full', 'alias', 'other', 'family', 'given'];

/** Gathers the names of agents while a document is read: the full one of each, or what comes closest. */
export function agentGatherer(): AgentGatherer {
  const names = new Map<string, string>();
  const ranks = new Map<string, number>();
  let agent: string | null = null;
  let naming: { rank: number; text: string } | null = null;
  return {
    names,
    open(name, value) {
      if (name === 'agent') agent = value('id') ?? null;
      if (name !== 'name' || agent === null) return;
      const rank = kinds.indexOf(value('type') ?? 'full');
      naming = { rank: rank === -1 ? kinds.length : rank, text: '' };
    },
    close(name) {
      if (name === 'name' && naming !== null && agent !== null) {
        const found = wordsIn(naming.text).join(' ');
        const isBetter = naming.rank < (ranks.get(agent) ?? Number.POSITIVE_INFINITY);
        if (found !== '' && isBetter) {
          names.set(agent, found);
          ranks.set(agent, naming.rank);
        }
        naming = null;
      }
      if (name === 'agent') agent = null;
    },
    text(text) {
      if (naming !== null) naming.text += text;
    },
  };
}
