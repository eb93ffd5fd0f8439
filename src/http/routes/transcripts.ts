import type { FastifyInstance } from 'fastify';
import { formsOf, type TranscriptForm } from '../../episode/episode.ts';
import { AlongsideError } from '../../episode/error.ts';
import { renderChapters } from '../../render/chapters.ts';
import { renderEpisodeMarkdown } from '../../render/episode-markdown.ts';
import { paths } from '../../render/site.ts';
import { episodeFolder, publishedFolder } from '../../store/layout.ts';
import { mediaTypeOf, writeTranscript } from '../../transcript/write.ts';
import { attachment } from '../attachment.ts';
import type { Context } from '../context.ts';
import { madeOf } from '../episode-parts.ts';
import { findEpisode } from '../find-episode.ts';
import { readSaid } from '../read-said.ts';
import { refuseLost } from '../refuse-lost.ts';
import type { SendRendered } from '../rendered.ts';

const cors = { 'access-control-allow-origin': '*' };

/** The page as Markdown, the transcript in every form it has and as it was given, and the chapters. */
export function transcripts(app: FastifyInstance, context: Context, send: SendRendered) {
  app.get<{ Params: { slug: string; form: string } }>(
    '/episodes/:slug/transcript.:form',
    async (request, reply) => {
      const form = request.params.form as TranscriptForm;
      const episode = findEpisode(context, reply, request.params.slug, (slug) =>
        paths.transcript(slug, form),
      );
      if (episode === null) return reply;
      const { transcript, slug } = episode;
      if (transcript === null) throw missing('This episode has no transcript yet.');
      if (form === ('given' as string)) {
        const folder = episodeFolder(context.layout, slug);
        const [file, within] =
          transcript.copy === null
            ? [transcript.given, folder]
            : [transcript.copy, publishedFolder(folder)];
        await refuseLost(within, file);
        return reply
          .headers({
            ...cors,
            'cache-control': 'no-cache',
            'content-disposition': attachment(transcript.given),
          })
          .type('application/octet-stream')
          .sendFile(file, within, { contentType: false, cacheControl: false });
      }
      if (!formsOf(transcript).includes(form)) {
        throw missing('The transcript does not come in this form.');
      }
      return send(request, reply, {
        key: `transcript ${slug} ${form}`,
        of: madeOf(context, episode),
        type: `${mediaTypeOf(form)}; charset=utf-8`,
        headers: cors,
        render: async () => writeTranscript(await readSaid(context, slug, transcript), form),
      });
    },
  );

  app.get<{ Params: { slug: string } }>('/episodes/:slug/index.md', (request, reply) => {
    const found = findEpisode(context, reply, request.params.slug, paths.markdown);
    if (found === null) return reply;
    return send(request, reply, {
      key: `markdown ${found.slug}`,
      of: madeOf(context, found),
      type: `${mediaTypeOf('md')}; charset=utf-8`,
      headers: cors,
      render: async () => {
        const { slug, transcript } = found;
        return renderEpisodeMarkdown({
          ...{ site: context.site(), show: context.catalogue.show(), episode: found },
          transcript: transcript && (await readSaid(context, slug, transcript)),
        });
      },
    });
  });

  app.get<{ Params: { slug: string } }>('/episodes/:slug/chapters.json', (request, reply) => {
    const episode = findEpisode(context, reply, request.params.slug, paths.chapters);
    if (episode === null) return reply;
    if (episode.chapters.length === 0) {
      throw new AlongsideError('not_found', 'This episode has no chapters.', {
        remedy: 'Its page has all there is.',
      });
    }
    return send(request, reply, {
      key: `chapters ${episode.slug}`,
      type: 'application/json+chapters; charset=utf-8',
      headers: cors,
      render: () => renderChapters(episode),
    });
  });
}

function missing(message: string): AlongsideError {
  return new AlongsideError('transcript_form_unknown', message, {
    remedy: 'The episode’s page links every form there is.',
  });
}
