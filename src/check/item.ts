import { isWebAddress } from './addresses.ts';
import { type Finding, finding, quoted } from './finding.ts';
import { isMailDate } from './mail-date.ts';
import { all, first, type Item, textOf } from './read-feed.ts';
import { checkAvoided, checkDescription, checkExplicit, checkTexts } from './texts.ts';

/** What the feed says of one episode, apart from its files. */
export function checkItem(item: Item): Finding[] {
  const { element, line } = item;
  const missing = (name: string, rule: Parameters<typeof finding>[0]) =>
    textOf(element, name) === '' ? [finding(rule, line, `There is no <${name}>.`, item)] : [];
  const hasText = ['description', 'content:encoded', 'itunes:summary'].some(
    (name) => textOf(element, name) !== '',
  );
  return [
    ...missing('title', 'item-title'),
    ...missing('guid', 'guid-missing'),
    ...checkPermaLink(item),
    ...missing('pubDate', 'date-missing'),
    ...checkDate(item),
    ...missing('itunes:duration', 'duration-missing'),
    ...checkDuration(item),
    ...(hasText ? [] : [finding('item-description', line, 'There is no <description>.', item)]),
    ...checkDescription(element, item),
    ...checkExplicit(element, item),
    ...checkTexts(element, item),
    ...checkAvoided(element, item),
    ...checkNumbers(item),
    ...checkPeople(item),
    ...checkSoundbites(item),
  ];
}

/** RSS 2.0: a GUID is an address unless it says `isPermaLink="false"`. */
function checkPermaLink(item: Item): Finding[] {
  const guid = first(item.element, 'guid');
  if (guid === null || item.guid === null || isWebAddress(item.guid)) return [];
  if (guid.attributes.isPermaLink?.trim() === 'false') return [];
  return [finding('guid-no-address', guid.line, `The GUID is ${quoted(item.guid)}.`, item)];
}

function checkDate(item: Item): Finding[] {
  const date = first(item.element, 'pubDate');
  const text = date?.text.trim() ?? '';
  if (date === null || text === '' || isMailDate(text)) return [];
  return [finding('date-form', date.line, `<pubDate> says ${quoted(text)}.`, item)];
}

function checkDuration(item: Item): Finding[] {
  const duration = first(item.element, 'itunes:duration');
  const text = duration?.text.trim() ?? '';
  if (duration === null || text === '' || /^\d+$/.test(text)) return [];
  const clock = /^(?:\d{1,3}:[0-5]?\d|\d{1,3}):[0-5]\d$/.test(text);
  const found = `<itunes:duration> says ${quoted(text)}.`;
  return [finding(clock ? 'duration-clock' : 'duration-form', duration.line, found, item)];
}

/** “Non-zero integers”; “full / trailer / bonus”. */
function checkNumbers(item: Item): Finding[] {
  const whole = ['itunes:episode', 'itunes:season', 'podcast:season'];
  const findings = whole.flatMap((name) => {
    const element = first(item.element, name);
    if (element === null || /^\s*0*[1-9]\d*\s*$/.test(element.text)) return [];
    const found = `<${name}> says ${quoted(element.text)}.`;
    return [finding('number-form', element.line, found, item)];
  });
  const type = first(item.element, 'itunes:episodeType');
  if (type && !/^(?:full|trailer|bonus)$/i.test(type.text.trim())) {
    const found = `<itunes:episodeType> says ${quoted(type.text)}.`;
    findings.push(finding('episode-type', type.line, found, item));
  }
  return findings;
}

function checkPeople(item: Item): Finding[] {
  return all(item.element, 'podcast:person').flatMap(({ text, line }) => {
    const length = Array.from(text.trim()).length;
    if (length >= 1 && length <= 128) return [];
    return [finding('person-name', line, `A person’s name has ${length} characters.`, item)];
  });
}

function checkSoundbites(item: Item): Finding[] {
  return all(item.element, 'podcast:soundbite').flatMap(({ attributes, line }) => {
    const [start, duration] = [attributes.startTime ?? '', attributes.duration ?? ''];
    const seconds = /^\s*\d+(?:\.\d+)?\s*$/;
    if (!seconds.test(start) || !seconds.test(duration) || Number(duration) === 0) {
      const found = `A soundbite begins at ${quoted(start)} and lasts ${quoted(duration)}.`;
      return [finding('soundbite-form', line, found, item)];
    }
    if (Number(duration) >= 15 && Number(duration) <= 120) return [];
    return [finding('soundbite-length', line, `A soundbite lasts ${duration} seconds.`, item)];
  });
}
