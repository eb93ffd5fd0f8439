import type { XmlElement } from '../markup/read-xml.ts';
import { isWebAddress } from './addresses.ts';
import { checkCategories } from './categories.ts';
import { type Finding, finding, quoted } from './finding.ts';
import { isLanguageCode } from './language.ts';
import { all, type Feed, first, textOf } from './read-feed.ts';
import { checkAvoided, checkDescription, checkExplicit, checkTexts } from './texts.ts';

/** What the feed says of the show. */
export function checkChannel({ root, channel, items }: Feed): Finding[] {
  const { line } = channel;
  const missing = (name: string, rule: Parameters<typeof finding>[0]) =>
    textOf(channel, name) === '' ? [finding(rule, line, `There is no <${name}>.`)] : [];
  const findings = [
    ...checkRoot(root),
    ...missing('title', 'channel-title'),
    ...missing('description', 'channel-description'),
    ...missing('link', 'channel-link'),
    ...missing('itunes:author', 'author-missing'),
    ...missing('generator', 'generator-missing'),
    ...missing('podcast:guid', 'podcast-guid-missing'),
    ...missing('podcast:locked', 'locked-missing'),
    ...checkLanguage(channel),
    ...checkCategories(channel),
    ...missing('itunes:explicit', 'explicit-missing'),
    ...checkExplicit(channel, null),
    ...checkDescription(channel, null),
    ...checkTexts(channel, null),
    ...checkAvoided(channel, null),
    ...checkValues(channel),
    ...(items.length > 0 ? [] : [finding('no-episodes', line, 'There is no <item>.')]),
  ];
  if (textOf(channel, 'itunes:type') !== 'serial') return findings;
  const unnumbered = items.filter(
    ({ element }) =>
      textOf(element, 'itunes:episode') === '' &&
      !/^(?:trailer|bonus)$/.test(textOf(element, 'itunes:episodeType')),
  );
  return [
    ...findings,
    ...unnumbered.map((item) =>
      finding('serial-without-number', item.line, 'There is no <itunes:episode>.', item),
    ),
  ];
}

function checkRoot(root: XmlElement): Finding[] {
  if (root.written === 'rss' && root.attributes.version?.trim() === '2.0') return [];
  const { version } = root.attributes;
  const found = `It begins with <${root.written}>${version ? `, version ${version}` : ''}.`;
  return [finding('rss-root', root.line, found)];
}

function checkLanguage(channel: XmlElement): Finding[] {
  const language = textOf(channel, 'language');
  if (language === '') {
    return [finding('language-missing', channel.line, 'There is no <language>.')];
  }
  if (isLanguageCode(language)) return [];
  const { line } = first(channel, 'language')!;
  return [finding('language-unknown', line, `${quoted(language)} is no language.`)];
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** What each tag may say, where it is there. */
const values = [
  ['itunes:type', /^(?:episodic|serial)$/i, 'type-value'],
  ['itunes:block', /^yes$/i, 'yes-only'],
  ['itunes:complete', /^yes$/i, 'yes-only'],
  ['podcast:guid', uuid, 'podcast-guid-form'],
  ['podcast:locked', /^(?:yes|no)$/i, 'locked-value'],
] as const;

function checkValues(channel: XmlElement): Finding[] {
  const findings = values.flatMap(([name, allowed, rule]) => {
    const element = first(channel, name);
    const text = element?.text.trim() ?? '';
    if (element === null || allowed.test(text)) return [];
    if (text === '' && name === 'podcast:guid') return [];
    return [finding(rule, element.line, `<${name}> says ${quoted(text)}.`)];
  });
  const moved = first(channel, 'itunes:new-feed-url');
  if (moved && !isWebAddress(moved.text.trim())) {
    findings.push(finding('new-feed-url', moved.line, `It says ${quoted(moved.text)}.`));
  }
  return findings;
}

/** @param url where the feed was fetched */
export function checkSelfLink(channel: XmlElement, url: string): Finding[] {
  const self = all(channel, 'atom:link').find(({ attributes }) => attributes.rel === 'self');
  if (self === undefined) {
    return [finding('self-link', channel.line, 'There is no <atom:link rel="self">.')];
  }
  const href = self.attributes.href?.trim() ?? '';
  const bare = (text: string) => text.replace(/^https?:\/\//i, '').replace(/\/+$/, '');
  if (bare(href) === bare(url)) return [];
  const found = `The feed calls itself ${quoted(href)}, but was fetched from ${quoted(url)}.`;
  return [finding('self-link-elsewhere', self.line, found)];
}
