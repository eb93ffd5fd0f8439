import { setTimeout as sleep } from 'node:timers/promises';
import { AlongsideError } from '../episode/error.ts';

export interface WhileAway {
  /** Told once whenever the server goes away. */
  onAway?(): void;
  /** How long to wait for a server that went away, ms. */
  patience?: number;
}

/**
 * Asks again and again, a second after each time that nothing came of it. A server that goes away meanwhile
 * is waited for.
 *
 * @param ask resolves with null where nothing came of it
 * @throws AlongsideError `server_unreachable` when the server stays away, and what it says is wrong
 */
export async function askUntil<T>(
  ask: () => Promise<T | null>,
  { onAway = () => {}, patience = 120_000 }: WhileAway,
): Promise<T> {
  let awaySince: number | null = null;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== null) return answer;
      // It was there until this moment, however long it had nothing new to tell.
      awaySince = null;
    } catch (error) {
      const isAway = error instanceof AlongsideError && error.code === 'server_unreachable';
      if (isAway && awaySince === null) onAway();
      awaySince ??= Date.now();
      if (!isAway || Date.now() - awaySince >= patience) throw error;
    }
    await sleep(1000);
  }
}
