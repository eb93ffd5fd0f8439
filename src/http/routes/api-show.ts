import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { AlongsideError } from '../../episode/error.ts';
import { checkUpload } from '../../publish/check-upload.ts';
import { deleteUpload } from '../../store/uploads.ts';
import { isUntouched, writeShow } from '../../store/write-show.ts';
import type { Context } from '../context.ts';
import { schemaOf } from '../schema.ts';

const body = z.object({
  /** As in `show.yaml`; the cover comes as an upload. */
  show: z.record(z.string(), z.unknown()),
  cover: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  guid: z.uuid().optional(),
  replace: z.boolean().default(false),
});

/** How long the show may take to be noticed in its folder, ms. */
const patience = 20_000;

/** The show itself: what an import takes over from the feed it moves away from. */
export function apiShow(app: FastifyInstance, context: Context) {
  const { layout, catalogue } = context;
  app.get(
    '/api/show',
    { schema: { summary: 'The show, and whether it is still the new one' } },
    async () => {
      const { title, guid } = catalogue.show();
      return { title, guid, untouched: await isUntouched(layout) };
    },
  );

  app.put<{ Body: z.infer<typeof body> }>(
    '/api/show',
    {
      schema: {
        summary: 'Write show.yaml, its cover and its GUID; the file as it was is kept beside it',
        body: schemaOf(body),
      },
    },
    async (request) => {
      const { show, cover, guid, replace } = body.parse(request.body);
      if (!replace && !(await isUntouched(layout))) throw inUse();
      const picture = cover === undefined ? null : await checkUpload(layout, cover);
      const before = catalogue.generation();
      const kept = await writeShow(layout, {
        show,
        guid: guid ?? null,
        cover: picture?.path ?? null,
      });
      if (picture !== null) await deleteUpload(layout, picture.id);
      // What is published right after this is to have the new show's name in it.
      const until = Date.now() + patience;
      while (kept !== null && catalogue.generation() === before && Date.now() < until)
        await sleep(50);
      return { changed: kept !== null, kept };
    },
  );
}

function inUse(): AlongsideError {
  return new AlongsideError('show_in_use', 'This server has a show of its own already.', {
    remedy: 'Say --replace-show to put the other one in its place; show.yaml is kept beside it.',
  });
}
