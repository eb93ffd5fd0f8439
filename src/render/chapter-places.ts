import type { Chapter } from '../episode/episode.ts';
import type { Paragraph, Transcript } from '../episode/transcript.ts';

/**
 * Where chapters begin in the text: each before the paragraph whose start is nearest to its own, since a
 * chapter mark is set by ear and rarely falls on the first word. Empty where no paragraph has a time.
 */
export function chapterPlaces(
  transcript: Transcript,
  chapters: Chapter[],
): Map<Paragraph, Chapter[]> {
  const places = new Map<Paragraph, Chapter[]>();
  const starts = transcript.turns
    .flatMap((turn) => turn.paragraphs)
    .flatMap((paragraph) => {
      const start = paragraph.words.find((word) => word.start !== null)?.start;
      return start === null || start === undefined ? [] : [{ paragraph, start }];
    });
  const [first, ...others] = starts;
  if (first === undefined) return places;
  for (const chapter of chapters) {
    const distance = ({ start }: { start: number }) => Math.abs(start - chapter.start);
    const nearest = others.reduce((a, b) => (distance(b) < distance(a) ? b : a), first);
    const here = places.get(nearest.paragraph) ?? [];
    places.set(nearest.paragraph, [...here, chapter]);
  }
  return places;
}
