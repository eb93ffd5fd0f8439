import { createHmac } from 'node:crypto';
import type { Message } from '../../store/outbox.ts';

/** How long a receiver may take, ms. */
const patience = 10_000;

/**
 * Sends one message. A hub gets a form (WebSub 0.4, 7). A webhook gets JSON, signed as Standard Webhooks
 * 1.0 has it: HMAC-SHA256 over `id.timestamp.body`.
 *
 * @returns what went wrong, in words; null where it was received
 */
export async function send(
  { id, to, kind, body }: Message,
  secret: string | null,
  signal: AbortSignal,
): Promise<string | null> {
  const headers =
    kind === 'hub' ? { 'content-type': formType } : signed(id, body, secret ?? '', new Date());
  try {
    const answer = await fetch(to, {
      ...{ method: 'POST', body, headers, redirect: 'error' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    await answer.body?.cancel();
    return answer.ok ? null : `it answers ${answer.status}.`;
  } catch (error) {
    const { message, cause } = error as Error;
    return `${(cause as Error | undefined)?.message || message}.`;
  }
}

const formType = 'application/x-www-form-urlencoded';

function signed(id: string, body: string, secret: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const mac = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${mac}`,
  };
}
