import type { Episode } from '../episode/episode.ts';
import { printFragment } from '../episode/media-fragment.ts';
import { clock, isoDuration } from '../episode/timecode.ts';
import { icons } from './icons.tsx';
import { inLanguageOf, interfaceLanguage } from './language.ts';
import { href, paths, type Site } from './site.ts';
import { colourOf } from './speakers.ts';

/** Something found, and where. */
export interface Result {
  episode: Episode;
  kind: 'about' | 'chapter' | 'said';
  /** Null where nobody speaks. */
  speaker: string | null;
  text: string;
  /** What of the text was asked for: offsets of the first character, and of the one after the last. */
  marks: { from: number; to: number }[];
  /** Seconds; null where nobody knows. */
  start: number | null;
  end: number | null;
  path: string;
}

/** So long is played at least, and where nobody knows the end, seconds: less is no sentence. */
const least = 3;
const usual = 15;

/** A hit below its episode's title: who says it and when, the words, and the sound. */
export function HitText({ site, result }: { site: Site; result: Result }) {
  const { episode, kind, speaker, start, path } = result;
  return (
    <li class={['hit', `hit-${kind}`, colourOf(episode, speaker)].filter(Boolean).join(' ')}>
      {kind !== 'about' && (
        <p class="hit-who">
          {kind === 'chapter' && <span class="quiet">Chapter</span>}
          {speaker !== null && (
            <b class="name">
              <bdi {...inLanguageOf(speaker, null, episode.language)}>{speaker}</bdi>
            </b>
          )}{' '}
          {start !== null ? (
            <a class="moment" href={href(site, path)} {...interfaceLanguage}>
              <time datetime={isoDuration(start)}>{clock(start)}</time>
            </a>
          ) : (
            kind === 'said' && (
              <a class="moment" href={href(site, path)} {...interfaceLanguage}>
                in the transcript
              </a>
            )
          )}
        </p>
      )}
      {start !== null && start < episode.audio.duration && (
        <Hear site={site} result={result} start={start} />
      )}
      <p class="hit-text" {...inLanguageOf(result.text, null, episode.language)}>
        <Marked {...result} />
      </p>
    </li>
  );
}

/** Hidden until the script that plays is there; without it the browser's own player stands in its place. */
function Hear({ site, result, start }: { site: Site; result: Result; start: number }) {
  const { slug, audio } = result.episode;
  const sound = href(site, paths.audio(slug, audio.extension));
  const wanted = Math.max(result.end ?? start + usual, start + least);
  const end = Math.min(wanted, audio.duration);
  return (
    <>
      <button
        type="button"
        class="hear"
        data-part="hear"
        data-sound={sound}
        data-start={start}
        data-end={end}
        aria-label={`Play from ${clock(start)}`}
        hidden
      >
        {icons.play()}
        {icons.pause()}
      </button>
      <noscript>
        {/* biome-ignore lint/a11y/useMediaCaption: the words stand beside it. */}
        <audio controls preload="none" src={`${sound}#t=${printFragment({ start, end })}`} />
      </noscript>
    </>
  );
}

/** The text, with what was asked for marked. */
export function Marked({ text, marks }: Pick<Result, 'text' | 'marks'>) {
  let at = 0;
  const parts = marks.map(({ from, to }) => {
    const before = text.slice(at, from);
    at = to;
    return (
      <>
        {before}
        <mark>{text.slice(from, to)}</mark>
      </>
    );
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
