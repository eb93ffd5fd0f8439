import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { AlongsideError } from '../../episode/error.ts';
import { sendable } from '../../episode/invite.ts';
import { isSlug, slugRule } from '../../episode/slug.ts';
import { absolute, paths } from '../../render/site.ts';
import type { Context } from '../context.ts';
import { schemaOf } from '../schema.ts';

const body = z.object({
  slug: z.string().max(100),
  allow: z
    .array(z.enum(sendable))
    .min(1)
    .max(sendable.length)
    .default([...sendable]),
  expires: z.iso.datetime(),
  name: z.string().trim().min(1).max(100).nullable().default(null),
});

/** Links for people without an account. */
export function apiInvites(app: FastifyInstance, { invites, catalogue, site }: Context) {
  app.get('/api/invites', { schema: { summary: 'Who was invited to send what' } }, () => ({
    invites: invites.list(),
  }));

  app.post<{ Body: unknown }>(
    '/api/invites',
    { schema: { summary: 'A link for a guest; told this once', body: schemaOf(body) } },
    async (request, reply) => {
      const wanted = body.parse(request.body);
      // Whoever knows an episode by the slug it had before means that one; the answer says so.
      const slug = catalogue.movedTo(wanted.slug) ?? wanted.slug;
      const guid = catalogue.manifest(slug)?.episode.guid ?? null;
      if (guid === null) checkSlug(slug);
      checkName(wanted.name);
      const allow = sendable.filter((part) => wanted.allow.includes(part));
      const { invite, token } = await invites.make({ ...wanted, slug, guid, allow });
      return reply.code(201).send({ ...invite, url: absolute(site(), paths.guest(token)) });
    },
  );

  app.delete<{ Params: { id: string } }>(
    '/api/invites/:id',
    { schema: { summary: 'End a guest’s link at once' } },
    async (request) => {
      const { id } = request.params;
      await invites.revoke(id);
      return { id };
    },
  );
}

function checkSlug(slug: string) {
  if (isSlug(slug)) return;
  throw new AlongsideError('slug_invalid', `“${slug}” cannot be an address.`, {
    remedy: `Use ${slugRule} characters.`,
  });
}

/** It stands in the log and in lists, a line for each. */
function checkName(name: string | null) {
  if (!/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name ?? '')) return;
  throw new AlongsideError('request_invalid', 'The name has a line break or the like in it.', {
    remedy: 'Give the name on one line.',
  });
}
