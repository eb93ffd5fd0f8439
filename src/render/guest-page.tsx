import type { Invite, Sendable } from '../episode/invite.ts';
import type { Show } from '../episode/show.ts';
import { printPage } from '../markup/page.ts';
import { Document } from './document.tsx';
import { moment } from './figures.ts';
import { assetHref, type Site } from './site.ts';

export interface GuestPage {
  site: Site;
  show: Show;
  invite: Invite;
  /** Of the episode; null where there is none yet. */
  title: string | null;
  /** Whether what is sent makes an episode. */
  isNew: boolean;
  /** Whether the publisher has yet to make it public. */
  isDraft: boolean;
}

/** The page that a guest's link opens: what may be sent, for which episode, until when. */
export function renderGuestPage(guest: GuestPage): string {
  const { site, show, invite, title, isNew } = guest;
  const head = (
    <>
      <meta name="robots" content="noindex" />
      <link rel="stylesheet" href={assetHref(site, 'guest.css')} />
      <script type="module" src={assetHref(site, 'guest.js')} />
    </>
  );
  const heading = title ?? (isNew ? 'A new episode' : invite.slug);
  return printPage(
    <Document
      {...{ site, show, head }}
      title={`Send files for “${heading}”`}
      language="en"
      kind="guest"
    >
      <header class="opening">
        <p class="kicker">Your invitation is valid until {moment(invite.expires)}.</p>
        <h1 {...(title === null ? {} : { lang: show.language })}>{heading}</h1>
        <p class="standfirst">
          {invite.name === null ? '' : `Hello ${invite.name}. `}
          {wish(guest)}
        </p>
      </header>
      <noscript>
        <p class="state">
          Sending files needs JavaScript, which is switched off here.
          {show.owner && (
            <>
              {' '}
              You can also write to <a href={`mailto:${show.owner.email}`}>{show.owner.email}</a>.
            </>
          )}
        </p>
      </noscript>
      {invite.allow.map((part) => (
        <Part part={part} thanks={thanks(guest)} />
      ))}
    </Document>,
  );
}

const about: Record<Sendable, { title: string; kinds: string; accept: string }> = {
  recording: {
    title: 'The recording',
    kinds: 'The best you have: WAV, FLAC, MP3, M4A, Ogg, or the video of the call.',
    accept: 'audio/*,video/*,.opus,.mka,.mkv,.m4b,.flac,.aif,.aiff',
  },
  transcript: {
    title: 'The transcript',
    kinds:
      'Text with the speakers’ names, or subtitles: TXT, Markdown, HTML, WebVTT, SRT, TTML, JSON.',
    accept: '.txt,.vtt,.srt,.json,.md,.html,.sbv,.tsv,.ttml,.dfxp,text/*',
  },
};

/** Hidden until the script that sends is there. */
function Part({ part, thanks }: { part: Sendable; thanks: string }) {
  const { title, kinds, accept } = about[part];
  return (
    <section class="part" data-part={part} data-thanks={thanks} aria-labelledby={part} hidden>
      <h2 id={part}>{title}</h2>
      <div class="drop">
        <label for={`${part}-file`}>Choose the {part}, or drop it here.</label>
        <p class="quiet" id={`${part}-kinds`}>
          {kinds}
        </p>
        <input type="file" id={`${part}-file`} accept={accept} aria-describedby={`${part}-kinds`} />
      </div>
      <div class="way" hidden>
        <p class="file" />
        <progress class="share" aria-label={`${title} on its way`} hidden />
        <p class="told figure" tabIndex={-1} />
        <button type="button" class="act" hidden />
      </div>
      <p class="spoken unseen" role="status" />
      <p class="problem state" role="alert" hidden />
    </section>
  );
}

function wish({ show, invite, isNew }: GuestPage): string {
  const what = invite.allow.map((part) => `the ${part}`).join(' and ');
  const purpose = isNew ? 'of your conversation' : 'of this episode';
  return `Here you can send ${show.title} ${what} ${purpose}. Nothing else is needed: no account, no app.`;
}

function thanks({ show, isDraft }: GuestPage): string {
  return isDraft
    ? `Thank you. It was received; ${show.author || show.title} reads it before it is published.`
    : 'Thank you. It was received, and is in its place.';
}
