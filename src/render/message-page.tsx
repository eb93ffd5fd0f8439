import type { Show } from '../episode/show.ts';
import { printPage } from '../markup/page.ts';
import { Document } from './document.tsx';
import type { Site } from './site.ts';

/** A page for when there is nothing else to show: what happened, in a sentence, and where to go. */
export function renderMessagePage({
  site,
  show,
  status,
  title,
  sentence,
  link,
}: {
  site: Site;
  show: Show | null;
  /** The HTTP status the page is answered with. */
  status: number;
  title: string;
  sentence: string;
  /** Where to go instead; `href` as a page links to it, the site's prefix included. */
  link?: { href: string; text: string };
}): string {
  return printPage(
    <Document
      {...{ site, show, title, language: 'en', kind: 'message' }}
      head={<meta name="robots" content="noindex" />}
    >
      <header class="opening">
        <p class="kicker">{status}</p>
        <h1>{title}</h1>
        <p class="standfirst">{sentence}</p>
        {link && (
          <p class="way-out">
            <a href={link.href}>{link.text}</a>
          </p>
        )}
      </header>
    </Document>,
  );
}
