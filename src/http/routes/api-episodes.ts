import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { AlongsideError } from '../../episode/error.ts';
import { absolute, paths } from '../../render/site.ts';
import { detailsSchema } from '../../store/details.ts';
import type { Context } from '../context.ts';
import { schemaOf } from '../schema.ts';

const uploadId = z.string().regex(/^[0-9a-f]{32}$/);
const body = z.object({
  recording: z.union([
    z.object({ upload: uploadId }),
    z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ]),
  transcript: uploadId.optional(),
  cover: uploadId.optional(),
  chapters: uploadId.optional(),
  details: uploadId.optional(),
  slug: z.string().optional(),
  normalize: z.boolean().optional(),
  replaceRecording: z.boolean().optional(),
  guid: z.string().trim().min(1).max(2000).optional(),
  imported: z.object({ mark: z.string().max(200), recording: z.string().max(10_000) }).optional(),
  options: z.record(z.string(), z.unknown()).default({}),
});

/** Publishing: what was uploaded becomes an episode, or changes one. */
export function apiEpisodes(app: FastifyInstance, context: Context) {
  app.post<{ Body: z.infer<typeof body> }>(
    '/api/episodes',
    {
      schema: {
        summary: 'Publish an episode from uploads, or change the one made of the same recording',
        body: schemaOf(body),
      },
    },
    async (request, reply) => {
      const { options, ...rest } = body.parse(request.body);
      const job = await context.publisher.receive({ ...rest, options: parseOptions(options) });
      return reply.code(202).send({
        job: job.id,
        slug: job.slug,
        url: absolute(context.site(), paths.episode(context.catalogue.addressOf(job.slug))),
        events: absolute(context.site(), `/api/jobs/${job.id}/events`),
      });
    },
  );

  app.get(
    '/api/episodes',
    { schema: { summary: 'Every episode and what is being published' } },
    () => {
      const { catalogue, publisher } = context;
      const episodes = catalogue.slugs().map((slug) => summary(slug, context));
      const publishing = publisher.active().map(({ id, slug, state, step, share }) => ({
        job: id,
        slug,
        state,
        step,
        share,
      }));
      return { episodes, publishing };
    },
  );

  app.get<{ Params: { slug: string } }>(
    '/api/episodes/:slug',
    { schema: { summary: 'One episode, and what publishing had to say about it' } },
    (request) => {
      const { slug } = request.params;
      const manifest = context.catalogue.manifest(slug);
      if (manifest === undefined) {
        throw new AlongsideError('episode_not_found', `There is no episode “${slug}”.`, {
          remedy: '/api/episodes lists them all.',
        });
      }
      return { ...summary(slug, context), report: manifest.report };
    },
  );
}

function summary(slug: string, { catalogue, site }: Context) {
  const { title, date, draft, unlisted } = catalogue.manifest(slug)?.episode ?? {};
  const isPublic = catalogue.episode(slug) !== undefined;
  const state = isPublic ? (unlisted ? 'unlisted' : 'public') : draft ? 'draft' : 'scheduled';
  const url = absolute(site(), paths.episode(catalogue.addressOf(slug)));
  return { slug, title, date, state, url };
}

function parseOptions(options: unknown) {
  const parsed = detailsSchema.safeParse(options);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AlongsideError(
    'request_invalid',
    `${issue?.path.join('.') || 'The options'} ${issue?.message ?? 'cannot be read'}.`,
    { remedy: 'Correct that option and run the command again.' },
    parsed.error,
  );
}
