import type { PlantedShow } from './planted-feed.ts';
import { makePng } from './planted-feed.ts';

export const vtt = `WEBVTT

00:00:00.100 --> 00:00:00.900
<v Ada Finch>Good morning. Where are we?

00:00:01.000 --> 00:00:01.800
<v Jo Marsh>In a small room, beside the sea.
`;

const art = makePng(1400);

/** A small show in which nothing is amiss, with the sound given. */
export function goodShow(url: string, sound: Uint8Array): PlantedShow {
  const chapters = [0, 0.5, 1].map((startTime) => ({ startTime, title: `From ${startTime}` }));
  return {
    feed: goodFeed(url, sound.length),
    files: {
      '/art.png': { type: 'image/png', body: art },
      '/one.mp3': { type: 'audio/mpeg', body: sound },
      '/two.mp3': { type: 'audio/mpeg', body: sound },
      '/one.vtt': { type: 'text/vtt', body: Buffer.from(vtt) },
      '/one.json': {
        type: 'application/json+chapters',
        body: Buffer.from(JSON.stringify({ version: '1.2.0', chapters })),
      },
    },
  };
}

function goodFeed(url: string, length: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"
  xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
  xmlns:podcast="https://podcastindex.org/namespace/1.0"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:psc="http://podlove.org/simple-chapters"
  xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>Small rooms</title>
<link>${url}/</link>
<description>Talks in small rooms.</description>
<language>en-gb</language>
<generator>by hand</generator>
<atom:link rel="self" type="application/rss+xml" href="${url}/feed.xml"/>
<itunes:author>Ada Finch</itunes:author>
<itunes:category text="Society &amp; Culture"><itunes:category text="Philosophy"/></itunes:category>
<itunes:explicit>false</itunes:explicit>
<itunes:type>episodic</itunes:type>
<itunes:image href="${url}/art.png"/>
<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>
<podcast:locked>no</podcast:locked>
<item>
<title>One</title>
<link>${url}/one</link>
<guid isPermaLink="false">guid-one</guid>
<pubDate>Sat, 01 Apr 2023 19:00:00 +0000</pubDate>
<description>The first.</description>
<enclosure url="${url}/one.mp3" length="${length}" type="audio/mpeg"/>
<itunes:duration>2</itunes:duration>
<itunes:explicit>false</itunes:explicit>
<itunes:episode>1</itunes:episode>
<itunes:episodeType>full</itunes:episodeType>
<podcast:person role="host">Ada Finch</podcast:person>
<podcast:soundbite startTime="0" duration="15">Why</podcast:soundbite>
<podcast:transcript url="${url}/one.vtt" type="text/vtt" language="en" rel="captions"/>
<podcast:chapters url="${url}/one.json" type="application/json+chapters"/>
<psc:chapters version="1.2">
<psc:chapter start="00:00:00.000" title="From 0"/>
<psc:chapter start="00:00:00.500" title="From 0.5"/>
<psc:chapter start="00:00:01.000" title="From 1"/>
</psc:chapters>
</item>
<item>
<title>Two</title>
<link>${url}/two</link>
<guid isPermaLink="false">guid-two</guid>
<pubDate>Sun, 02 Apr 2023 19:00:00 GMT</pubDate>
<description>The second.</description>
<enclosure url="${url}/two.mp3" length="${length}" type="audio/mpeg"/>
<itunes:duration>2</itunes:duration>
<itunes:explicit>false</itunes:explicit>
<itunes:episodeType>full</itunes:episodeType>
</item>
</channel>
</rss>
`;
}
