import type { Transcript, Word } from '../../src/episode/transcript.ts';

/** An interview made for asking questions of; a word is said every third of a second. */
export interface Interview {
  slug: string;
  title: string;
  date: string;
  language: string;
  tags: string[];
  notes: string;
  chapters: { start: number; title: string }[];
  /** Who says what, in turn. */
  turns: [speaker: string, text: string][];
}

const pace = 0.3;

export const corpus: Interview[] = [
  {
    slug: 'lighthouse',
    title: 'Keeping the lighthouse',
    date: '2024-03-10',
    language: 'en',
    tags: ['Sea', 'Open Source'],
    notes: 'Recorded in a storm. The lamp was built by *Fresnel* himself.',
    chapters: [{ start: 1, title: 'How the lens works' }],
    turns: [
      ['Nell Harrow', 'Welcome. You have kept the light for thirty years, haven’t you?'],
      [
        'Tom Quill',
        'Thirty-one. Nobody counts them, but I’d rather e-mail the coast guard than retire.',
      ],
      ['Nell Harrow', 'What do the fishermen think of the keeper’s decisions?'],
      [
        'Tom Quill',
        'They don’t say. A fisherman speaks of weather. Storms taught me to be opinionated about rope.',
      ],
      ['Nell Harrow', 'And the software that turns the lamp is open-source?'],
      [
        'Tom Quill',
        'It is. We re-use an old controller, version 2.7, and it cost 3,000 crowns. To be or not to be, that was its licence.',
      ],
    ],
  },
  {
    slug: 'bread',
    title: 'Bread and patience',
    date: '2025-06-01',
    language: 'en-GB',
    tags: ['food'],
    notes: 'The naïve recipe is on the baker’s page.',
    chapters: [],
    turns: [
      ['Zoë Baker', 'My café opened in May. Bakeries were closing everywhere.'],
      ['Nell Harrow', 'So you were baking alone? A baker without an oven?'],
      [
        'Zoë Baker',
        'Alone, yes. Flour, water, salt, and the storage of grain: opinions differ about storage.',
      ],
      ['Nell Harrow', 'The open source of yeast, one might say. Is the weather important?'],
      [
        'Zoë Baker',
        'The weather, the sea air, U.S. flour. AT&T wanted to film us. Not to be confused with fame.',
      ],
    ],
  },
  {
    slug: 'interview-en-mer',
    title: 'L’été en mer',
    date: '2025-09-15',
    language: 'fr',
    tags: ['Sea', 'été'],
    notes: 'Une conversation à propos de l’océan.',
    chapters: [{ start: 1, title: 'Le départ' }],
    turns: [
      [
        'Aurélie Bénard',
        'L’interview d’aujourd’hui parle des chevaux et de la mer. Qu’est-ce que l’œuvre d’un marin ?',
      ],
      [
        'Jean-Luc Moreau',
        'Un cheval ne navigue pas. J’ai navigué seul, naïf, sans café, jusqu’à Nîmes.',
      ],
    ],
  },
  {
    slug: 'strasse',
    title: 'Häuser und Straßen',
    date: '2023-12-31',
    language: 'de',
    tags: ['city'],
    notes: '',
    chapters: [],
    turns: [
      ['Jörg Müller', 'Die Häuser in dieser Straße wurden größer. Ein Haus steht leer.'],
      ['Änne Groß', 'Wir bauten Wohnungen, keine Paläste. Die Wohnung kostet 1.200 Euro.'],
    ],
  },
  {
    slug: 'tokyo',
    title: '東京の朝',
    date: '2026-01-20',
    language: 'ja',
    tags: ['city', '料理'],
    notes: '',
    chapters: [],
    turns: [
      ['山田 花子', '東京タワーは とても高いです。 コーヒーを 飲みながら 見ました。'],
      ['佐藤', '料理は ガラスの器で 出します。'],
    ],
  },
  {
    slug: 'volga',
    title: 'Письма с Волги',
    date: '2026-02-02T10:00:00Z',
    language: 'ru',
    tags: [],
    notes: '',
    chapters: [],
    turns: [
      ['Фёдор', 'Мы писали письма каждый день. Ещё один чай, и ёлка у реки.'],
      ['Анна', 'Письмо пришло весной. Книги читали вслух.'],
    ],
  },
  {
    slug: 'many-scripts',
    title: 'Voices of many scripts',
    date: '2026-03-03',
    language: 'mul',
    tags: [],
    notes: '',
    chapters: [],
    turns: [
      ['A', 'सत्य की खोज हिन्दी में होती है।'],
      ['B', 'السَّلامُ عليكم يا أصدقاء'],
      ['C', 'שָׁלוֹם לכולם'],
      ['D', 'ภาษาไทยไม่มีช่องว่าง'],
      ['E', 'Η ΟΔΟΣ είναι μακρύς δρόμος'],
      ['F', '한국어 인터뷰 입니다'],
      ['G', 'Iğdır’da ıslak bir gün, ﬁnally ｆｕｌｌｗｉｄｔｈ'],
    ],
  },
];

/** What an interview's words are as a transcript, each with its time. */
export function transcriptOf({ language, turns }: Interview): Transcript {
  let at = 0;
  const wordOf = (text: string): Word => {
    const start = Math.round(at * pace * 100) / 100;
    at += 1;
    return { text, start, end: Math.round((start + 0.25) * 100) / 100, confidence: 1 };
  };
  const speakers = [...new Set(turns.map(([speaker]) => speaker))];
  return {
    language,
    speakers: speakers.map((name) => ({ label: name, name })),
    turns: turns.map(([speaker, text]) => ({
      speakers: [speaker],
      paragraphs: [{ words: text.split(' ').map(wordOf) }],
    })),
  };
}

/** When a word of an interview is said. @param beginning the word and as many after it as make it the only one */
export function saidAt(slug: string, beginning: string): number {
  const interview = corpus.find((one) => one.slug === slug);
  const words = (interview?.turns ?? []).flatMap(([, text]) => text.split(' '));
  const wanted = beginning.split(' ');
  const at = words.findIndex((_, from) =>
    wanted.every((word, more) => words[from + more] === word),
  );
  if (at === -1) throw new Error(`nobody says “${beginning}” in ${slug}`);
  return Math.round(at * pace * 100) / 100;
}
