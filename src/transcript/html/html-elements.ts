/** Elements that begin and end lines of text; all others run within a line. */
export const blocks =
  words(`address article aside blockquote body caption center dd details dialog dir
  div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html
  legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td
  tfoot th thead tr ul xmp`);

/** Elements without content or end tag. */
export const voids =
  words(`area base basefont bgsound br col command embed frame hr img input keygen link
  meta param source track wbr`);

export const headings = words('h1 h2 h3 h4 h5 h6');

/** What stands in these is no text of the page. */
export const wordless =
  words(`applet audio canvas datalist head iframe map math noembed noframes object
  script style svg template title video`);

/** What stands in these is the page's own machinery. */
export const controls = words('button noscript option select textarea');

/** Controls that can have words of a transcript on them. */
export const writtenOn = words('button textarea');

/** Reading aids above and beside characters, which repeat what the characters say. */
export const rubyNotes = words('rp rt rtc');

/** What a page has around its content. */
export const landmarks = words('aside footer header nav');

/** What a page marks as its content. */
export const contents = words('article main');

/** What may stand in a head; anything else ends it. */
export const headContent = words(
  'base basefont bgsound link meta noscript script style template title',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
