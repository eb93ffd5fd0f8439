import { clock } from '../../episode/timecode.ts';
import type { FeedEpisode, FeedShow, Remark } from '../../import/feed.ts';
import { megabytes } from '../sending.ts';
import type { Planned, State } from './plan.ts';

/** What became of each episode. */
export interface Outcome {
  guid: string;
  title: string | null;
  slug: string;
  url: string | null;
  state: 'brought' | 'changed' | 'same' | 'failed';
}

/** The end of an import in a few lines: how many came, and everything that did not. */
export function describeOutcome(outcomes: Outcome[], remarks: Remark[]): string[] {
  const count = (state: Outcome['state']) => outcomes.filter((one) => one.state === state).length;
  const lost = remarks.filter(({ isLoss }) => isLoss);
  const noted = remarks.filter(({ isLoss }) => !isLoss);
  return [
    `${outcomes.length} episodes: ${count('brought')} brought, ${count('changed')} changed, ${count('same')} here already, ${count('failed')} failed.`,
    ...(lost.length === 0 ? ['Everything came.'] : ['', 'What did not come:']),
    ...describeRemarks(lost),
    ...(noted.length === 0 ? [] : ['', 'To know:']),
    ...describeRemarks(noted),
  ];
}

/** Each remark in a line or two; what is said of many episodes alike, and is no loss, is said once. */
export function describeRemarks(remarks: Remark[]): string[] {
  const alike = new Map<string, Remark[]>();
  for (const remark of remarks) {
    const key = JSON.stringify([remark.message, remark.remedy, remark.isLoss]);
    const same = alike.get(key);
    if (same === undefined) alike.set(key, [remark]);
    else same.push(remark);
  }
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    if (first.isLoss || same.length <= 3) return same.flatMap(describeRemark);
    return describeRemark({ ...first, episode: `${same.length} episodes` });
  });
}

function describeRemark({ episode, message, remedy }: Remark): string[] {
  const line = `- ${episode === null ? '' : `${short(episode, 60)}: `}${message}`;
  return remedy === null || remedy === '' ? [line] : [line, `  ${remedy}`];
}

/** What an import would bring, for `--dry-run`. */
export function describePlan(show: FeedShow, planned: Planned[]): string[] {
  const bytes = planned.reduce((sum, { episode, state }) => {
    return sum + (state === 'new' ? (episode.recording.bytes ?? 0) : 0);
  }, 0);
  const coming = planned.filter(({ state }) => state === 'new' || state === 'changed').length;
  return [
    `Show: ${show.title ?? 'without a title'}${show.language ? ` (${show.language})` : ''}`,
    ...planned.map((one) => `${states[one.state]} ${describeEpisode(one.episode, one.slug)}`),
    `${coming} of ${planned.length} episodes would come, ${megabytes(bytes)} as the feed says.`,
  ];
}

const states: Record<State, string> = {
  new: 'new    ',
  changed: 'changed',
  same: 'here   ',
  own: 'own    ',
};

function describeEpisode(episode: FeedEpisode, slug: string): string {
  const { date, title, duration, recording, transcripts, people } = episode;
  const parts = [
    duration === null ? null : clock(duration),
    recording.bytes === null ? null : megabytes(recording.bytes),
    transcripts.length === 0 ? 'no transcript' : 'transcript',
    episode.chaptersFile || episode.chapters.length > 0 ? 'chapters' : null,
    people.length === 0 ? null : `${people.length} people`,
    `/episodes/${slug}/`,
  ];
  const facts = parts.filter((part) => part !== null).join(', ');
  return `${date?.slice(0, 10) ?? 'no date   '} ${short(title ?? 'Untitled', 60)} (${facts})`;
}

export function short(text: string, most: number): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  return characters.length <= most
    ? characters.join('')
    : `${characters.slice(0, most - 1).join('')}…`;
}
