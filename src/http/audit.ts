import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from './context.ts';

/** What is asked with POST, for the question is too long for an address, and changes nothing. */
const questions = new Set(['/api/recordings']);

/** Writes a line to the log for every change: who made it, what it was, of what, and how it was answered. */
export function auditChanges(app: FastifyInstance, { log }: Pick<Context, 'log'>) {
  const subjects = new WeakMap<FastifyRequest, string>();
  app.addHook('onRequest', async (_request, reply) => {
    // Node tells what an answer that is written by hand said only where a header was set beforehand.
    reply.raw.setHeader('cache-control', 'no-store');
  });
  app.addHook('preSerialization', async (request, _reply, payload) => {
    const subject = subjectOf(payload);
    if (subject !== null) subjects.set(request, subject);
    return payload;
  });
  app.addHook('onResponse', async (request, reply) => {
    const { statusCode } = reply.raw;
    if (statusCode >= 400 || !isChange(request)) return;
    const subject =
      subjects.get(request) ??
      subjectOf(request.params) ??
      String(reply.raw.getHeader('location') ?? '').replace(/^.*\//, '');
    const { who, method, routeOptions } = request;
    const what = [method, routeOptions.url, subject && printable(subject)].filter(Boolean);
    log.info(`Change by ${printable(who ?? 'nobody')}: ${what.join(' ')} (${statusCode})`);
  });
}

function isChange({ method, routeOptions: { url = '' } }: FastifyRequest): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method) || questions.has(url)) return false;
  // The bytes of an upload are no change yet, and come in hundreds of pieces.
  return !url.includes('/uploads') || method === 'POST';
}

/** What a request is about, by what names it: in its address, or in what was answered. */
function subjectOf(names: unknown): string | null {
  if (typeof names !== 'object' || names === null) return null;
  const { slug, name, id, job } = names as Record<string, unknown>;
  const known = [slug ?? name ?? id, job].filter((one) => typeof one === 'string');
  return known.length === 0 ? null : known.join(' ');
}

/** Without what would break the line: names come from outside. */
function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�').slice(0, 200);
}
