import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

/**
 * Show notes as HTML that is safe in a page and in a feed. Headings begin at `h2`, below the page's own;
 * pictures become their description, because a page that loads from elsewhere tells on its readers.
 * Links carry no `nofollow`: the notes are the publisher's own words, not a visitor's.
 *
 * @param markdown as written, HTML in it included
 * @returns only `p a ul ol li em strong code pre blockquote h2 h3 h4 hr br`; empty for empty notes
 */
export function notesToHtml(markdown: string): string {
  return sanitizeHtml(parse(markdown), allowed).trim();
}

const marked = new Marked({ gfm: true });

/** Nesting without end overflows the parser's stack; such notes are taken as the text they are. */
function parse(markdown: string): string {
  try {
    return marked.parse(markdown, { async: false });
  } catch (error) {
    if (error instanceof RangeError) return markdown;
    throw error;
  }
}

const allowed: sanitizeHtml.IOptions = {
  allowedTags: 'p a ul ol li em strong code pre blockquote h2 h3 h4 hr br'.split(' '),
  allowedAttributes: { a: ['href'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    a: keepWholeAddress,
    img: (_, { alt = '' }) => ({ tagName: 'span', attribs: {}, text: alt }),
    b: 'strong',
    i: 'em',
    h1: 'h2',
    h2: 'h3',
    h3: 'h4',
    h4: 'h4',
    h5: 'h4',
    h6: 'h4',
  },
};

/** Other links run, or break in a feed because they only work on the episode's own page: their words stay. */
function keepWholeAddress(_: string, { href = '' }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  return /^(?:https?:\/\/|mailto:)/i.test(href)
    ? { tagName: 'a', attribs: { href } }
    : { tagName: 'span', attribs: {} };
}
