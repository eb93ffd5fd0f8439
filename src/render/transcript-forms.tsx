import { formsOf, type PublishedTranscript, type TranscriptForm } from '../episode/episode.ts';
import { interfaceLanguage } from './language.ts';
import { href, paths, type Site } from './site.ts';

/** How each form of a transcript is called, on pages and in `type` attributes. */
export const formNames: Record<TranscriptForm, { name: string; type: string }> = {
  vtt: { name: 'WebVTT', type: 'text/vtt' },
  srt: { name: 'SRT', type: 'application/x-subrip' },
  json: { name: 'JSON', type: 'application/json' },
  html: { name: 'HTML', type: 'text/html' },
  md: { name: 'Markdown', type: 'text/markdown' },
  txt: { name: 'Plain text', type: 'text/plain' },
};

/** The transcript in every form it can be had in, and as it was given. */
export function TranscriptForms({
  site,
  slug,
  published,
}: {
  site: Site;
  slug: string;
  published: PublishedTranscript;
}) {
  return (
    <ul class="forms" aria-label="Transcript in other forms" {...interfaceLanguage}>
      {formsOf(published).map((form) => (
        <li>
          <a href={href(site, paths.transcript(slug, form))} type={formNames[form].type}>
            {formNames[form].name}
          </a>
        </li>
      ))}
      <li>
        <a href={href(site, paths.givenTranscript(slug))} download={published.given}>
          As given
        </a>
      </li>
    </ul>
  );
}
