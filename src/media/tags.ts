import { type IAudioMetadata, parseFile } from 'music-metadata';

/** What a recording's own tags say, as plain text; null where they say nothing. */
export interface Tags {
  title: string | null;
  artist: string | null;
  album: string | null;
  /** ISO 8601 instant, midnight UTC. A year or a month alone stands for its first day. */
  date: string | null;
  description: string | null;
  comment: string | null;
  /** As tagged: `eng`, `en`, `German`. */
  language: string | null;
  cover: { bytes: Uint8Array; type: string } | null;
}

/**
 * Reads ID3, MP4, Vorbis, Matroska, RIFF and AIFF tags. Tags are a kindness, never a condition: what is
 * broken or odd is left out, and nothing is thrown.
 */
export async function readTags(path: string): Promise<Tags> {
  try {
    return tagsOf(await parseFile(path, { duration: false }));
  } catch {
    return { ...nothing };
  }
}

const nothing: Tags = {
  title: null,
  artist: null,
  album: null,
  date: null,
  description: null,
  comment: null,
  language: null,
  cover: null,
};

function tagsOf({ common, native }: IAudioMetadata): Tags {
  const own = (...ids: string[]) => firstOf(native, ids);
  const comments = common.comment ?? [];
  return {
    title: clean(common.title),
    artist: clean(common.artist),
    album: clean(common.album ?? own('track:ALBUM')),
    date: dateOf(common.date ?? own('track:DATE'), common.year, own('TDAT')),
    // ffmpeg writes these two into MP3 files under names of its own.
    description: clean(common.description?.[0] ?? own('TXXX:description', 'track:DESCRIPTION')),
    comment: clean(
      comments.find(({ descriptor }) => !descriptor?.startsWith('iTun'))?.text ??
        own('TXXX:comment', 'track:COMMENT'),
    ),
    language: clean(common.language ?? own('ILNG', 'track:LANGUAGE')),
    cover: coverOf(common),
  };
}

function firstOf(native: IAudioMetadata['native'], ids: string[]): string | undefined {
  const tags = Object.values(native).flat();
  const value = tags.find(({ id }) => ids.includes(id))?.value;
  return typeof value === 'string' ? value : undefined;
}

function coverOf({ picture = [] }: IAudioMetadata['common']): Tags['cover'] {
  const chosen = picture.find(({ type }) => type === 'Cover (front)') ?? picture[0];
  if (chosen === undefined || chosen.data.length === 0) return null;
  return { bytes: chosen.data, type: chosen.format };
}

/** ID3v2.3 keeps the year (TYER) and day and month (TDAT, `2107`) apart. */
function dateOf(date: string | undefined, year?: number, tdat?: string): string | null {
  const dayMonth = /^(\d\d)(\d\d)$/.exec(tdat ?? '');
  if (date === undefined && year && dayMonth) {
    return instant(year, Number(dayMonth[2]), Number(dayMonth[1])) ?? instant(year, 1, 1);
  }
  const parts = /^\s*(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:[T ].*)?\s*$/.exec(date ?? '');
  if (parts) return instant(Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1));
  return year ? instant(year, 1, 1) : null;
}

function instant(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 && year <= 9999 ? date.toISOString() : null;
}

function clean(text: string | undefined): string | null {
  if (typeof text !== 'string') return null;
  // What a terminal or XML could not bear; line ends and tabs stay.
  const readable = repair(text)
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, '');
  return readable.trim() || null;
}

/**
 * RIFF INFO and old ID3 tags carry no encoding and are read as Latin-1, but most programs of today write
 * UTF-8 there. Text beyond ASCII that is valid UTF-8 byte by byte was meant so.
 */
function repair(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[\u0100-\uffff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}
